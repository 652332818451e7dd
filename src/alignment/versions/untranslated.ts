import type { Language } from '../../kernel/index.ts';
import type { VersionFinding } from './model.ts';
import { type Pair, placeAt, type Stretch, wholePlace } from './pair.ts';

/** Letters a passage needs before its language is a finding. */
const LETTERS = 12;

/** Letters it needs where both languages are written in Latin letters: short headings are easily mistaken. */
const LATIN_LETTERS = 40;
const LATIN: ReadonlySet<Language> = new Set(['vi', 'en']);

function foreign({ language, document, text }: Stretch): boolean {
  if (language === document.language) return false;
  const enough = LATIN.has(language) && LATIN.has(document.language) ? LATIN_LETTERS : LETTERS;
  return text.replace(/[^\p{L}]/gu, '').length >= enough;
}

/** A passage in another language than the rest of its version. */
function wholePassage(pair: Pair): VersionFinding[] {
  const same = pair.a.document.language !== pair.b.document.language && pair.a.text.trim() === pair.b.text.trim();
  const left = ({ language, document, text }: Stretch): boolean =>
    same && language !== document.language && text.replace(/[^\p{L}]/gu, '').length >= LETTERS;
  const [a, b] = [foreign(pair.a) || left(pair.a), foreign(pair.b) || left(pair.b)];
  if (!a && !b) return [];
  return [
    {
      ...{
        type: 'untranslated',
        severity: 'major',
        side: a && b ? 'both' : a ? 'a' : 'b',
        rule: 'untranslated/passage',
      },
      a: wholePlace(pair.a),
      b: wholePlace(pair.b),
      details: { language: (a ? pair.a : pair.b).language },
    },
  ];
}

/** Latin words in a row, with the marks between them; an aside in brackets does not break the row. */
const LATIN_RUN =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}'’.]*(?:[\s\-–,/]+(?:[(（][^()（）\p{Script=Latin}]{1,24}[)）][\s\-–,/]*)?\p{Script=Latin}[\p{Script=Latin}\p{M}'’.]*)*/gu;
const ABBREVIATION = /^[\p{Lu}\d.&/\s-]+$/u;

/** Latin words inside a Persian or Chinese sentence; abbreviations and addresses are usual there. */
function latinRuns(stretch: Stretch): Array<{ start: number; end: number }> {
  const strange: ReadonlySet<Language> = new Set(['fa', 'zh']);
  if (!strange.has(stretch.language)) return vietnameseRuns(stretch);
  return [...stretch.text.matchAll(LATIN_RUN)]
    .filter(([words]) => words.length > 3 && !ABBREVIATION.test(words) && !/https?|www|@/u.test(words))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const VIETNAMESE_WORD = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưăĐƠƯĂ]/u;
const FEWEST_WORDS = 4;

/** Vietnamese words inside an English sentence; names in capitals may keep their marks. */
function vietnameseRuns({ language, text }: Stretch): Array<{ start: number; end: number }> {
  if (language !== 'en') return [];
  const runs: Array<{ start: number; end: number }> = [];
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*(?:\s+\p{L}[\p{L}\p{M}]*)*/gu)) {
    const words = [...match[0].matchAll(/\S+/gu)];
    const marked = words.filter(([word]) => VIETNAMESE_WORD.test(word) && !/^\p{Lu}/u.test(word));
    if (marked.length < FEWEST_WORDS) continue;
    const [first, last] = [marked[0], marked.at(-1)];
    const start = match.index + (first?.index ?? 0);
    runs.push({ start, end: match.index + (last?.index ?? 0) + (last?.[0].length ?? 0) });
  }
  return runs;
}

function inside(pair: Pair, side: 'a' | 'b'): VersionFinding[] {
  return latinRuns(pair[side]).map(({ start, end }) => {
    const place = placeAt(pair[side], start, end);
    const other = wholePlace(pair[side === 'a' ? 'b' : 'a']);
    return {
      ...{ type: 'untranslated', severity: 'minor', side, rule: 'untranslated/words' },
      ...(side === 'a' ? { a: place, b: other } : { a: other, b: place }),
      details: { words: place.quote },
    };
  });
}

/** Passages left in another language, and words left so inside a sentence. */
export function findUntranslated(pair: Pair): VersionFinding[] {
  const whole = wholePassage(pair);
  return [
    ...whole,
    ...(whole[0]?.side === 'a' || whole[0]?.side === 'both' ? [] : inside(pair, 'a')),
    ...(whole[0]?.side === 'b' || whole[0]?.side === 'both' ? [] : inside(pair, 'b')),
  ];
}
