import type { Language } from '../../kernel/index.ts';
import numerals from './data/numerals.json' with { type: 'json' };
import { foldDigits } from './fold.ts';

/** A number, a month or a day as the text has it, with the values it may stand for. */
export interface NumberMark {
  readonly words: string;
  /** `n:11000000000` for the value, `d:11` for digits before a scale word, `m:9` for a month. */
  readonly keys: readonly string[];
  /** Place in the digit-folded text. */
  readonly start: number;
  readonly end: number;
}

type Known = Exclude<Language, 'und'>;
const SCALES = numerals.scales as Readonly<Record<Known, Readonly<Record<string, number>>>>;

/** `1.000`, `1,000`, `1٬000` and `1،000` as 1000; `2.5` and `2,5` as 2.5. */
function readDigits(digits: string): number {
  const plain = digits.replace(/[٬،']/gu, ',').replace(/٫/gu, '.');
  if (/^\d{1,3}(?:[.,]\d{3})+$/u.test(plain)) return Number(plain.replace(/[.,]/gu, ''));
  return Number(plain.replace(/,(?=\d{1,2}$)/u, '.').replace(/,/gu, ''));
}

function written(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function scalePattern(language: Known): string {
  const words = Object.keys(SCALES[language]).sort((one, other) => other.length - one.length);
  return words.join('|');
}

/** The Persian comma groups thousands only where three digits follow it closely. */
const DIGITS = '\\d+(?:[.,٬٫]\\d+|،\\d{3}(?!\\d))*';
const PATTERNS = Object.fromEntries(
  (Object.keys(SCALES) as Known[]).map((language) => [
    language,
    new RegExp(
      language === 'zh'
        ? `(${DIGITS})\\s*(${scalePattern(language)})?(月)?`
        : `(?<![\\p{Script=Latin}\\d])(${language === 'vi' ? 'tháng\\s+' : '(?!)'})?(${DIGITS})(?:[\\s-]*(${scalePattern(language)})(?!\\p{L}))?`,
      'giu',
    ),
  ]),
) as Readonly<Record<Known, RegExp>>;

/** Numbers written in digits, with the word of size behind them (`11 tỷ`, `110亿`, `۱۱ میلیارد`). */
export function digitNumbers(text: string, language: Language): NumberMark[] {
  const known: Known = language === 'und' ? 'en' : language;
  const marks: NumberMark[] = [];
  for (const match of foldDigits(text).matchAll(PATTERNS[known])) {
    const [digits, scale, month] = known === 'zh' ? [match[1], match[2], match[3]] : [match[2], match[3], match[1]];
    const value = readDigits(digits as string);
    if (!Number.isFinite(value)) continue;
    const size = scale === undefined ? 1 : (SCALES[known][scale.toLowerCase()] ?? 1);
    const keys = [`n:${written(value * size)}`];
    if (size !== 1) keys.push(`n:${written(value)}`);
    if (month !== undefined && value >= 1 && value <= 12) keys.unshift(`m:${value}`);
    marks.push({ words: match[0].trim(), keys, start: match.index, end: match.index + match[0].length });
  }
  return marks;
}

const CHINESE_DIGITS: Readonly<Record<string, number>> = numerals.zhDigits;
const CHINESE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function chineseValue(words: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of words) {
    const unit = CHINESE_UNITS[character];
    if (unit !== undefined) {
      section += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (character === '万' || character === '亿') {
      total = (total + section + digit) * (character === '万' ? 1e4 : 1e8);
      section = 0;
      digit = 0;
    } else {
      digit = CHINESE_DIGITS[character] ?? 0;
    }
  }
  return total + section + digit;
}

const CHINESE_NUMBER = /[零〇一二三四五六七八九两十百千万亿]+(月)?/gu;

/** Numbers written in Chinese characters: `二十` 20, `二〇二三` 2023, `三月` the third month. */
export function chineseNumbers(text: string): NumberMark[] {
  return [...text.matchAll(CHINESE_NUMBER)].flatMap((match) => {
    const words = match[1] === undefined ? match[0] : match[0].slice(0, -1);
    if (/^[一百千万亿]$/u.test(words) && match[1] === undefined) return [];
    const positional = /^[零〇一二三四五六七八九]{2,}$/u.test(words);
    const value = positional
      ? Number([...words].map((character) => CHINESE_DIGITS[character]).join(''))
      : chineseValue(words);
    const keys = [`n:${value}`];
    if (match[1] !== undefined && value <= 12) keys.unshift(`m:${value}`);
    return [{ words: match[0], keys, start: match.index, end: match.index + match[0].length }];
  });
}

/** Number words that also mean something else (`năm` is five and year); no check should rest on them. */
export function isAmbiguousNumber(word: string, language: Language): boolean {
  return language !== 'und' && numerals.ambiguous[language].some((entry) => entry === word.toLowerCase());
}

/** Number words and months of a language as terms: folded words → key. */
export function numberWords(language: Language): ReadonlyArray<readonly [string, string]> {
  if (language === 'und') return [];
  const words = Object.entries(numerals.words[language]).map(([word, value]) => [word, `n:${value}`] as const);
  if (language === 'zh') return words;
  const months = numerals.months[language].flatMap((names, index) =>
    names.split('/').map((name) => [language === 'vi' ? `tháng ${name}` : name, `m:${index + 1}`] as const),
  );
  return [...words, ...(language === 'en' ? months.filter(([name]) => name !== 'May') : months)];
}
