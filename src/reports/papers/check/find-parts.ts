import type { Layout } from '../layouts/schema.ts';
import type { SeenParagraph, SeenWord } from './model.ts';

/** The parts of a paper, as far as they are found in a file. */
export interface SeenParts {
  readonly nation: SeenParagraph | null;
  readonly motto: SeenParagraph | null;
  readonly issuer: SeenParagraph | null;
  readonly number: SeenParagraph | null;
  readonly place: SeenParagraph | null;
  readonly type: SeenParagraph | null;
  readonly subject: SeenParagraph | null;
  readonly dispatchSubject: SeenParagraph | null;
  readonly addressee: SeenParagraph | null;
  readonly body: readonly SeenParagraph[];
  readonly authority: SeenParagraph | null;
  readonly name: SeenParagraph | null;
  readonly recipientsLabel: SeenParagraph | null;
  readonly recipients: readonly SeenParagraph[];
  readonly annexLabel: SeenParagraph | null;
}

const fold = (text: string) =>
  text
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLocaleUpperCase('vi');
const said = ({ text }: SeenParagraph) => text.replace(/[\s\u00a0]+/gu, ' ').trim();
const sameCell = (a: SeenParagraph, b: SeenParagraph) =>
  a.place !== null &&
  b.place !== null &&
  a.place.table === b.place.table &&
  a.place.row === b.place.row &&
  a.place.column === b.place.column;
const bold = ({ runs }: SeenParagraph) => runs.length > 0 && runs.every((run) => run.bold || run.text.trim() === '');

/** Finds the parts of a paper by their words and places. */
export function findParts({ paragraphs }: SeenWord, layout: Layout): SeenParts {
  return layout.family === 'cn' ? chineseParts(paragraphs) : vietnameseParts(paragraphs, layout);
}

const NONE: SeenParts = {
  ...{ nation: null, motto: null, issuer: null, number: null, place: null, type: null, subject: null },
  ...{ dispatchSubject: null, addressee: null, body: [], authority: null, name: null },
  ...{ recipientsLabel: null, recipients: [], annexLabel: null },
};

function vietnameseParts(all: readonly SeenParagraph[], { words, family }: Layout): SeenParts {
  const first = all.filter(({ section }) => section === 0);
  const find = (test: (paragraph: SeenParagraph) => boolean) => first.find(test) ?? null;
  if (family === 'plain') return plainParts(all, first);
  const nation = find((one) => fold(one.text) === fold(words.nation));
  const number = find((one) => /^Số\s*:?[\s\u00a0]*[\d\s\u00a0]*[/-]/u.test(one.text.trim()));
  const place = find(
    (one) =>
      /ngày[\s\u00a0]*\d*[\s\u00a0]*tháng[\s\u00a0]*\d*[\s\u00a0]*năm/u.test(one.text) &&
      one.runs.some((run) => run.italic),
  );
  const recipientsLabel = find((one) => /^Nơi nhận/u.test(said(one)));
  const addressee = find((one) => /^Kính gửi/u.test(said(one)));
  const head = nation?.place?.table ?? -1;
  const foot = recipientsLabel?.place?.table ?? -2;
  const outside = first.filter(({ place: at, text }) => at === null && text.trim() !== '');
  const type =
    outside.find(
      (one) => one.align === 'center' && bold(one) && fold(one.text) === said(one) && /\p{L}/u.test(one.text),
    ) ?? null;
  const dispatchSubject =
    type !== null || number === null
      ? null
      : (first.filter(
          (one) =>
            one.place?.table === head &&
            first.indexOf(one) > first.indexOf(number) &&
            one.place?.column === number.place?.column &&
            said(one) !== '',
        )[0] ?? null);
  const signing = first.filter(
    (one) => one.place?.table === foot && !sameCell(one, recipientsLabel as SeenParagraph) && said(one) !== '',
  );
  return {
    ...{ nation, number, place, recipientsLabel, addressee, dispatchSubject, type },
    motto:
      words.motto === ''
        ? null
        : find((one) => fold(one.text).replace(/\s*[-–]\s*/gu, '-') === fold(words.motto).replace(/\s*-\s*/gu, '-')),
    issuer: issuerOf(first, head, nation),
    subject: type === null ? null : (outside[outside.indexOf(type) + 1] ?? null),
    body: bodyOf(outside, [type, addressee]),
    authority: signing.find((one) => /^\s*(?:TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L)\b/u.test(one.text)) ?? null,
    name: signing.length > 1 ? (signing.at(-1) ?? null) : null,
    recipients:
      recipientsLabel === null
        ? []
        : first.filter((one) => one !== recipientsLabel && sameCell(one, recipientsLabel) && said(one) !== ''),
    annexLabel: all.find((one) => one.section > 0 && /^Phụ lục/iu.test(said(one))) ?? null,
  };
}

/** The last bold line of the left head, over the number. */
function issuerOf(first: readonly SeenParagraph[], head: number, nation: SeenParagraph | null): SeenParagraph | null {
  const left = first.filter(
    (one) => one.place?.table === head && one.place.row === 0 && one.place.column !== nation?.place?.column,
  );
  return left.findLast((one) => bold(one) && said(one) !== '') ?? null;
}

/** What stands between the head and the foot outside of tables: paragraphs that are not centred. */
function bodyOf(outside: readonly SeenParagraph[], before: readonly (SeenParagraph | null)[]): SeenParagraph[] {
  const from = Math.max(-1, ...before.map((one) => (one === null ? -1 : outside.indexOf(one))));
  return outside
    .slice(from + 1)
    .filter((one) => one.align === 'both' || (one.align !== 'center' && !/^-\s/u.test(said(one))));
}

function plainParts(all: readonly SeenParagraph[], first: readonly SeenParagraph[]): SeenParts {
  const filled = first.filter((one) => said(one) !== '');
  const titled = filled.filter((one) => one.align === 'center' && bold(one));
  return {
    ...NONE,
    ...{ type: titled[0] ?? null, subject: titled[1] ?? null },
    body: filled.filter((one) => one.align === 'both' && one.place === null),
    annexLabel: all.find((one) => one.section > 0) ?? null,
  };
}

function chineseParts(all: readonly SeenParagraph[]): SeenParts {
  const first = all.filter((one) => one.section === 0 && one.place === null && said(one) !== '');
  const red = (one: SeenParagraph) => one.runs.some(({ colour }) => /^(?:[A-F][0-9A-F])0000$/i.test(colour));
  const number = first.find((one) => /[〔[(（][\d\s\u00a0]*[〕\])）][\s\u00a0\d]*号/u.test(one.text)) ?? null;
  const after = number === null ? first : first.slice(first.indexOf(number) + 1);
  const subject = after.find((one) => one.align === 'center') ?? null;
  const rest = subject === null ? after : after.slice(after.indexOf(subject) + 1);
  const addressee = rest.find((one) => /[：:]$/u.test(said(one)) && one.firstLine < 1) ?? null;
  return {
    ...{ ...NONE, number, subject, addressee },
    issuer: first.find(red) ?? null,
    place:
      rest.findLast((one) =>
        /^[\s\u00a0]*\d*[\s\u00a0]*年[\s\u00a0]*\d*[\s\u00a0]*月[\s\u00a0]*\d*[\s\u00a0]*日/u.test(one.text),
      ) ?? null,
    body: rest.filter((one) => one.align === 'both' && one !== addressee),
    recipients: rest.filter((one) => /^抄送/u.test(said(one))),
    annexLabel: all.find((one) => one.section > 0 && /^附件/u.test(said(one))) ?? null,
  };
}
