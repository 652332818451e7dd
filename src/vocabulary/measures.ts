import { asciiFirst, eitherCase, everyMatch } from '../kernel/index.ts';
import en from './data/measures/en.json' with { type: 'json' };
import fa from './data/measures/fa.json' with { type: 'json' };
import vi from './data/measures/vi.json' with { type: 'json' };
import zh from './data/measures/zh.json' with { type: 'json' };

/** A number with its unit, and where it stands in the text it was read from. */
export interface Quantity {
  /** As written, the number with its unit. */
  readonly text: string;
  readonly value: number;
  /** With the word that multiplies it: `billion USD`, `万人次`. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

const LISTS = [vi, en, zh, fa];
/** Words that may not stand between a number and what it counts: then it counts something else. */
const LINKS =
  '(?:of|and|or|in|to|for|by|from|with|on|at|per|the|a|January|February|March|April|May|June|July|August|September|October|November|December)';

/** The longest first, so that a short form never hides a longer one. */
function oneOf(forms: readonly string[]): string {
  const quoted = [...new Set(forms)].sort((a, b) => b.length - a.length).map((form) => form.replace(/[$.+]/g, '\\$&'));
  return `(?:${quoted.join('|')})`;
}

/** A pattern blind to case. With the flag `i` V8 asks of letters outside the compiled pattern, which takes two to five times as long. */
function caseBlind(source: string, flags: string): RegExp {
  return asciiFirst(new RegExp(eitherCase(`(?i:${source})`), flags));
}

const NUMBER = '(?<number>\\d+(?:[.,]\\d+)*)';
const TIMES = `(?:(?<times>${oneOf(LISTS.flatMap((list) => list.multipliers))}) ?)?`;
const UNIT = oneOf(LISTS.flatMap((list) => [...list.units, ...list.counted]));
const COUNTED = `(?:(?!${LINKS} )\\p{Script=Latin}[\\p{Script=Latin}-]* ){0,2}${oneOf(en.counted)}`;
/** A letter of an alphabet beside a number or unit makes it part of another word; Chinese has no such ends. */
const NO_LETTER_BEFORE = '(?<![\\p{Script=Latin}\\p{Script=Arabic}\\d.,/-])';
const NO_LETTER_AFTER =
  '(?:(?<=[\\p{Script=Latin}\\d])(?![\\p{Script=Latin}\\d])|(?<=\\p{Script=Arabic})(?!\\p{Script=Arabic})|(?<![\\p{Script=Latin}\\p{Script=Arabic}\\d]))';
const AFTER = caseBlind(`${NO_LETTER_BEFORE}${NUMBER}[ -]?${TIMES}(?<unit>${UNIT}|${COUNTED})${NO_LETTER_AFTER}`, 'gu');
const WORDS: ReadonlyMap<string, number> = new Map(LISTS.flatMap((list) => Object.entries(list.numbers)));
const NUMBER_WORD = oneOf([...WORDS.keys()]);
/** "two new lines", "ba tuyến", "三个": a number in words counts only beside what is counted, never beside a measure. */
const COUNTED_ONES = oneOf(LISTS.flatMap((list) => list.counted));
const IN_WORDS = caseBlind(
  `(?<![\\p{L}\\d-])(?<number>${NUMBER_WORD})[ -](?<unit>${COUNTED_ONES}|${COUNTED})${NO_LETTER_AFTER}|(?<!第)(?<han>${oneOf(Object.keys(zh.numbers))})(?<counted>${oneOf(zh.counted)})`,
  'gu',
);
/** Words of which none begins with another: where a longer one stands, so does a shorter. */
const BEGINNINGS = [...WORDS.keys()].filter(
  (word) => ![...WORDS.keys()].some((one) => one !== word && word.startsWith(one)),
);
/** Quick to look for: without one of these no number is told in words. */
const HAS_WORDS = caseBlind(`(?<![\\p{Script=Latin}\\p{Script=Arabic}])${oneOf(BEGINNINGS)}`, 'u');
const BEFORE = asciiFirst(
  new RegExp(
    `(?<![\\p{L}\\d])(?<unit>${oneOf(en.before)}) ?${NUMBER}(?: ?(?<times>${oneOf(en.multipliers)})(?![\\p{L}]))?`,
    'gu',
  ),
);

const OTHER_DIGITS = /[٠-٩۰-۹０-９٫٬]/;

/** Digits and separators of Persian, Arabic and full-width writing as ASCII ones, character for character. */
function inAsciiDigits(text: string): string {
  if (!OTHER_DIGITS.test(text)) return text;
  return text
    .replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.charCodeAt(0) - (digit >= '０' ? 0xff10 : 0)) & 0xf))
    .replace(/٫/g, '.')
    .replace(/٬/g, ',');
}

/** `10.000` and `10,000` are ten thousand, `6,5` and `6.5` six and a half. */
function numberOf(text: string): number {
  return Number(/^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text.replace(',', '.'));
}

/**
 * What a person types as a quantity: a known number with its unit, else the first number with the words around it as the
 * unit; null where there is no number.
 */
export function quantityOf(typed: string): Pick<Quantity, 'text' | 'value' | 'unit'> | null {
  const text = typed.trim();
  const [known] = readQuantities(text);
  if (known?.text === text) return { text, value: known.value, unit: known.unit };
  const number = /\d+(?:[.,]\d+)*/.exec(inAsciiDigits(text));
  if (number === null) return null;
  const around = `${text.slice(0, number.index)} ${text.slice(number.index + number[0].length)}`;
  return { text, value: numberOf(number[0]), unit: around.replace(/\s+/g, ' ').trim() };
}

const NO_QUANTITIES: readonly Quantity[] = [];

/**
 * Numbers with a unit in a text of any of the four languages, in their order: digits of any script, a word that multiplies
 * (`tỷ`, `billion`, `亿`), then what is counted or measured. Days, months and years are times, not quantities.
 */
export function readQuantities(text: string): readonly Quantity[] {
  const folded = inAsciiDigits(text);
  const digits = /\d/.test(folded) ? [...everyMatch(BEFORE, folded), ...everyMatch(AFTER, folded)] : [];
  const words = HAS_WORDS.test(folded) ? everyMatch(IN_WORDS, folded) : [];
  if (digits.length === 0 && words.length === 0) return NO_QUANTITIES;
  const found = [...digits, ...words].map(({ 0: all, index, groups = {} }) => {
    const unit = [groups.times, groups.unit ?? groups.counted].filter((part) => part !== undefined);
    const number = groups.number ?? groups.han ?? '';
    const [start, end] = [index, index + all.length];
    const glue = /\p{Script=Han}/u.test(all) ? '' : ' ';
    return {
      text: text.slice(start, end),
      value: WORDS.get(number.toLowerCase()) ?? numberOf(number),
      unit: unit.join(glue),
      start,
      end,
    };
  });
  const kept: Quantity[] = [];
  for (const one of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0) && Number.isFinite(one.value)) kept.push(one);
  return kept;
}
