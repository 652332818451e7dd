import type { Language } from '../../kernel/index.ts';
import { chineseNumbers, digitNumbers, isAmbiguousNumber, numberWords } from '../words/numbers.ts';
import { type Token, tokenize } from '../words/tokens.ts';
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch, wholePlace } from './pair.ts';

interface Figure {
  /** All values it may stand for. */
  readonly values: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Written in digits: always meant as a number. */
  readonly digits: boolean;
}

/** Small numbers in words are often idiom (`one-stop`, `both`, `second`) and are not compared. */
const SMALLEST = 3;

/** Numerals inside Chinese words that count nothing (`三角洲`, `四川`, `一带一路`). */
const NO_CHINESE_NUMBER =
  /^(?:[三四五六八]\|[角川]|[一二三四五六七八九]\|[带路]|[一三]\|[军流]|[七八]\|[一国])|^[十千百万]\|[分足古]/u;

/** A day of the week is no number (`周五`, `星期六`), `三次` a week is one. */
const WEEK = /(?:[周週]|星期|[礼禮]拜)$/u;
const COUNTED = /^[次个回天年轮期]/u;

function isChineseNumber(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (NO_CHINESE_NUMBER.test(`${text.slice(start, end)}|${text.slice(end, end + 2)}`)) return false;
  return !WEEK.test(text.slice(Math.max(0, start - 2), start)) || COUNTED.test(text.slice(end));
}

/** English verbs may share a month's stem (`marched`): months are names, written whole and with a capital. */
function isMonth(token: Token, names: ReadonlySet<string>): boolean {
  return token.capital && names.has(token.surface.toLowerCase());
}

const wordsByLanguage = new Map<Language, ReadonlyMap<string, string>>();

/** Stems of the number words of a language and their values; read at their first use. */
function wordsFor(language: Language): ReadonlyMap<string, string> {
  const before = wordsByLanguage.get(language);
  if (before !== undefined) return before;
  const words = new Map(
    numberWords(language).map(([word, key]) => [
      tokenize(word, language)
        .map((token) => token.stem)
        .join(' '),
      key,
    ]),
  );
  wordsByLanguage.set(language, words);
  return words;
}

let englishMonths: ReadonlySet<string> | undefined;

function monthNames(): ReadonlySet<string> {
  englishMonths ??= new Set(
    numberWords('en').flatMap(([word, key]) => (key.startsWith('m:') ? [word.toLowerCase()] : [])),
  );
  return englishMonths;
}

function spelled({ text, language }: Stretch, taken: readonly Figure[]): Figure[] {
  if (language === 'zh') {
    return chineseNumbers(text)
      .filter((number) => isChineseNumber(text, number))
      .map(({ keys, start, end }) => ({ values: keys, start, end, digits: false }));
  }
  const words = wordsFor(language);
  const tokens = positions(text, tokenize(text, language));
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    for (let size = 2; size > 0; size -= 1) {
      const run = tokens.slice(at, at + size);
      const key = words.get(run.map(({ token }) => token.stem).join(' '));
      const [first, last] = [run[0], run.at(-1)];
      if (key === undefined || first === undefined || last === undefined || run.length < size) continue;
      if (language === 'en' && key.startsWith('m:') && !isMonth(first.token, monthNames())) continue;
      const free = taken.every((figure) => last.end <= figure.start || first.start >= figure.end);
      if (free) figures.push({ values: [key], start: first.start, end: last.end, digits: false });
      at += size - 1;
      break;
    }
  }
  return joined(figures, text);
}

/** Tens and ones with a word between (`بیست و دو`, `twenty-two`, `hai mươi hai` stand apart in the list of words). */
const BETWEEN = /^(?:\s+و\s+|-|\s+)$/u;

function joined(figures: readonly Figure[], text: string): Figure[] {
  const whole: Figure[] = [];
  for (const figure of figures) {
    const before = whole.at(-1);
    const [tens, ones] = [Number(before?.values[0]?.slice(2)), Number(figure.values[0]?.slice(2))];
    const fits = tens >= 20 && tens < 1000 && ones > 0 && ones < (tens % 100 === 0 ? 100 : 10) && tens % 10 === 0;
    if (before !== undefined && fits && BETWEEN.test(text.slice(before.end, figure.start))) {
      whole[whole.length - 1] = { ...figure, values: [`n:${tens + ones}`], start: before.start };
    } else whole.push(figure);
  }
  return whole;
}

function positions(text: string, tokens: readonly Token[]): Array<{ token: Token; start: number; end: number }> {
  let from = 0;
  return tokens.map((token) => {
    const start = Math.max(from, text.indexOf(token.surface, from));
    from = start + token.surface.length;
    return { token, start, end: from };
  });
}

const CENTURY: Readonly<Record<string, RegExp>> = {
  en: /^(?:st|nd|rd|th)?[\s-]+centur/iu,
  vi: /thế kỷ\s*(?:thứ\s*)?$/iu,
  zh: /^\s*世纪/u,
  fa: /(?:قرن|سده)\s*$/u,
};

/** Persian `سه‌ماهه` (quarter) and its like hold a number that other languages do not say. */
const COMPOUND = /^[\s\u200c]*(?:ماهه|جانبه|گانه)/u;
/** `May` is a month beside a day, a year or these words only. */
const MAY = /(?<=\b(?:in|of|by|until|before|since|from|to|\d{1,2}) )May\b|\bMay(?= \d)/gu;

/** `20` in `20th century` is no number of anything else. */
function boundToCentury(stretch: Stretch, figure: Figure): boolean {
  const pattern = CENTURY[stretch.language];
  const around = stretch.text.slice(figure.end, figure.end + 12);
  const before = stretch.text.slice(Math.max(0, figure.start - 14), figure.start);
  return pattern !== undefined && (pattern.test(around) || pattern.test(before));
}

/** From this size on, digits before a word of size are not compared without it: `60 billion` is not `60亿`. */
const SCALED = 1e4;

function whole(keys: readonly string[]): readonly string[] {
  const [value, digits] = keys.filter((key) => key.startsWith('n:')).map((key) => Number(key.slice(2)));
  return value !== undefined && digits !== undefined && value / digits >= SCALED ? keys.slice(0, 1) : keys;
}

/** `20世纪30年代` names the decade that others call the 1930s. */
const DECADE = /^\s*年代/u;
const CENTURY_OF_DECADE = /^\s*世纪\s*\d0\s*年代/u;

function decade(keys: readonly string[]): readonly string[] {
  const years = Number(keys[0]?.slice(2));
  return years < 100 ? [...keys, ...[1800, 1900, 2000].map((century) => `n:${century + years}`)] : keys;
}

function figuresOf(stretch: Stretch): Figure[] {
  const digits = digitNumbers(stretch.text, stretch.language)
    .filter(
      ({ start, end }) =>
        !/[A-Za-z]/u.test(stretch.text.charAt(start - 1)) && !CENTURY_OF_DECADE.test(stretch.text.slice(end)),
    )
    .map(({ keys, start, end }) => ({
      values: DECADE.test(stretch.text.slice(end)) ? decade(keys) : whole(keys),
      ...{ start, end, digits: true },
    }));
  const may =
    stretch.language !== 'en'
      ? []
      : [...stretch.text.matchAll(MAY)].map(({ index }) => ({
          values: ['m:5'],
          start: index,
          end: index + 3,
          digits: false,
        }));
  const words = spelled(stretch, digits).filter(({ end }) => !COMPOUND.test(stretch.text.slice(end)));
  return [...digits, ...may, ...words].map((figure) =>
    boundToCentury(stretch, figure)
      ? { ...figure, values: figure.values.map((key) => `c:${key}`), digits: true }
      : figure,
  );
}

function counts(figure: Figure, { text, language }: Stretch): boolean {
  if (!figure.digits && isAmbiguousNumber(text.slice(figure.start, figure.end), language)) return false;
  const value = Number(figure.values.at(-1)?.split(':').at(-1));
  return figure.digits || value >= SMALLEST;
}

/** Figures of one side that the other side does not have. */
function missing(stretch: Stretch, own: readonly Figure[], other: readonly Figure[]): Figure[] {
  const values = new Set(other.flatMap((figure) => figure.values.flatMap(related)));
  return own.filter(
    (figure) => counts(figure, stretch) && !figure.values.flatMap(related).some((value) => values.has(value)),
  );
}

/** A month may be told by its number. */
function related(key: string): string[] {
  return key.startsWith('m:') ? [key, `n:${key.slice(2)}`] : [key];
}

/** Numbers, dates and centuries that one version has and the other has not. */
export function findNumberMismatches(pair: Pair): VersionFinding[] {
  const [a, b] = [figuresOf(pair.a), figuresOf(pair.b)];
  const [onlyA, onlyB] = [missing(pair.a, a, b), missing(pair.b, b, a)];
  const rows = Array.from(
    { length: Math.max(onlyA.length, onlyB.length) },
    (_, index) => [onlyA[index], onlyB[index]] as const,
  );
  return rows.map(([one, other]) => {
    const place = (stretch: Stretch, figure: Figure | undefined) =>
      figure === undefined ? wholePlace(stretch) : inContext(stretch, figure.start, figure.end);
    const words = (stretch: Stretch, figure: Figure | undefined) =>
      figure === undefined ? '' : stretch.text.slice(figure.start, figure.end).trim();
    return {
      type: 'number-mismatch',
      severity: one !== undefined && other !== undefined ? 'critical' : 'major',
      side: one === undefined ? 'a' : other === undefined ? 'b' : 'both',
      ...{ a: place(pair.a, one), b: place(pair.b, other) },
      rule: one !== undefined && other !== undefined ? 'number/other' : 'number/missing',
      details: { a: words(pair.a, one), b: words(pair.b, other) },
    };
  });
}
