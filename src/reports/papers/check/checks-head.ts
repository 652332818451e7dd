import type { Layout } from '../layouts/schema.ts';
import type { SeenParts } from './find-parts.ts';
import { type Fault, lookFaults, quoted } from './look-checks.ts';
import type { SeenParagraph, SeenWord } from './model.ts';

const missing = (wanted: string): Fault[] => [{ found: '', wanted, where: '' }];

export function nation({ nation: found }: SeenParts, { words }: Layout): Fault[] {
  return found === null ? missing(words.nation.toLocaleUpperCase('vi')) : [];
}

/** The words exactly, with a blank on both sides of each hyphen. */
export function motto({ motto: found }: SeenParts, { words }: Layout): Fault[] {
  if (found === null) return missing(words.motto);
  const text = found.text.replace(/[\s\u00a0]+/gu, ' ').trim();
  return text === words.motto ? [] : [{ found: text, wanted: words.motto, where: quoted(found) }];
}

/** A line drawn under a paragraph: its own border, or that of the next in its cell. */
export function ruledUnder({ paragraphs }: SeenWord, above: SeenParagraph | null): Fault[] {
  if (above === null) return [];
  const at = paragraphs.indexOf(above);
  const near = paragraphs
    .slice(at, at + 3)
    .filter(({ place }) => place?.column === above.place?.column && place?.table === above.place?.table);
  return near.some(({ ruled }) => ruled) ? [] : missing('———');
}

/** The Party's papers have an asterisk there. */
export function issuerRule(word: SeenWord, parts: SeenParts, { family }: Layout): Fault[] {
  const { issuer } = parts;
  if (family === 'cn')
    return word.paragraphs.some(({ ruled, section }) => ruled && section === 0) ? [] : missing('———');
  if (family !== 'vn-party') return ruledUnder(word, issuer);
  if (issuer === null) return [];
  const next = word.paragraphs[word.paragraphs.indexOf(issuer) + 1];
  return next?.text.trim() === '*' ? [] : [{ found: quoted(next ?? null), wanted: '*', where: quoted(issuer) }];
}

const NUMBERS: Readonly<Record<Layout['words']['notationOf'], RegExp>> = {
  slash: /^Số: (?:\d{2,}|[\s\u00a0]+)\/[\p{Lu}Đ]\p{L}*(?:-\p{L}[\p{L}\d]*)*$/u,
  dash: /^Số (?:\d{2,}|[\s\u00a0]+)-\p{L}+\/\p{L}[\p{L}\d-]*$/u,
  year: /^.*〔(?:\d{4}|[\s\u00a0]+)〕(?:[1-9]\d*|[\s\u00a0]+)号$/u,
};

/** How the number is written; an open number of a draft passes, a blank inside the notation does not. */
export function numberForm({ number }: SeenParts, { words }: Layout): Fault[] {
  const wanted = { slash: 'Số: 05/BC-UBND', dash: 'Số 05-CV/TU', year: '〔2026〕5号' }[words.notationOf];
  if (number === null) return missing(wanted);
  const text = number.text.trim();
  // Number and notation both open: a draft, and said elsewhere.
  if (/^Số:?[\s\u00a0]*[/-]$/u.test(text)) return [];
  return NUMBERS[words.notationOf].test(text) ? [] : [{ found: quoted(number), wanted, where: quoted(number) }];
}

/** Day below 10 and months 1 and 2 with a 0; an open day of a draft passes. */
export function placeForm({ place }: SeenParts, { family }: Layout): Fault[] {
  const chinese = family === 'cn';
  const wanted = chinese ? '2026年1月5日' : '…, ngày 05 tháng 01 năm 2026';
  if (place === null) return missing(wanted);
  const text = place.text.replace(/[\s\u00a0]+/gu, ' ').trim();
  const form = chinese
    ? /^(?:\d{4}| ?)年 ?(?:[1-9]\d?)? ?月 ?(?:[1-9]\d?)? ?日$/u
    : /^.+, ngày (?:(?:0[1-9]|[12]\d|3[01]) )?tháng (?:(?:0[12]|[3-9]|1[0-2]) )?năm(?: \d{4})?$/u;
  return form.test(text) ? [] : [{ found: text, wanted, where: text }];
}

export function subjectRule(word: SeenWord, { subject }: SeenParts, { family }: Layout): Fault[] {
  if (subject === null) return [];
  if (family !== 'vn-party') return ruledUnder(word, subject);
  const next = word.paragraphs[word.paragraphs.indexOf(subject) + 1];
  return next?.text.trim() === '-----'
    ? []
    : [{ found: quoted(next ?? null), wanted: '-----', where: quoted(subject) }];
}

/** A dispatch has its subject under the number. */
export function dispatchSubject({ type, dispatchSubject: found }: SeenParts, layout: Layout): Fault[] {
  if (type !== null) return [];
  if (found === null) return missing(`${layout.words.subject}…`);
  const looks = lookFaults(layout, 'dispatch-subject', found, 'center');
  const begins = new RegExp(`^(?:V/v|${layout.words.subject.trim()})`, 'iu').test(found.text.trim());
  return begins ? looks : [{ found: quoted(found), wanted: `${layout.words.subject}…`, where: quoted(found) }];
}

/** Parts that are there stand in the order of the rule. */
export function order(word: SeenWord, parts: SeenParts, { family }: Layout): Fault[] {
  const wanted =
    family === 'cn'
      ? [parts.issuer, parts.number, parts.subject, parts.addressee, parts.body[0] ?? null, parts.place]
      : [parts.number, parts.type, parts.subject, parts.addressee, parts.body[0] ?? null, parts.recipientsLabel];
  const there = wanted.filter((one) => one !== null).map((one) => word.paragraphs.indexOf(one as SeenParagraph));
  const at = there.findIndex((place, index) => index > 0 && place < (there[index - 1] ?? 0));
  return at === -1
    ? []
    : [
        {
          found: quoted(word.paragraphs[there[at] ?? 0] ?? null),
          wanted: '',
          where: quoted(word.paragraphs[there[at] ?? 0] ?? null),
        },
      ];
}
