import { chineseDigits, chineseNumber, foldForSearch, type Span } from '../../kernel/index.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.map((month) => `${month}[a-z]*`).join('|')})\\.?`;
/** Gregorian months as Persian writes them, folded. */
const PERSIAN = [
  'ژانویه',
  'فوریه',
  'مارس',
  'اوریل',
  'مه',
  'ژوین',
  'ژوییه',
  'اوت',
  'سپتامبر',
  'اکتبر',
  'نوامبر',
  'دسامبر',
];
const RANGE = '(?:\\d{1,2}(?:st|nd|rd|th)?\\s*(?:-|den|to|and|va|ta|تا|و)\\s*)?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

/** A form of date over folded text, and where it holds year, month and day. */
interface DateForm {
  readonly form: RegExp;
  readonly read: (parts: readonly string[]) => readonly [year: string, month: string | number, day: string];
}

const part = (parts: readonly string[], index: number): string => parts[index] ?? '';

const FORMS: readonly DateForm[] = [
  {
    form: new RegExp(`${RANGE}${DAY}\\s*thang\\s*(\\d{1,2})\\s*(?:nam|/)\\s*(\\d{4})`, 'g'),
    read: (p) => [part(p, 3), part(p, 2), part(p, 1)],
  },
  {
    form: new RegExp(`(?<![\\d/.])${RANGE}(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?!\\d)`, 'g'),
    read: (p) => [part(p, 3), part(p, 2), part(p, 1)],
  },
  {
    form: new RegExp(`${RANGE}${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})`, 'g'),
    read: (p) => [part(p, 3), MONTHS.indexOf(part(p, 2).slice(0, 3)) + 1, part(p, 1)],
  },
  {
    form: new RegExp(`${MONTH}\\s+${RANGE}${DAY},?\\s+(\\d{4})`, 'g'),
    read: (p) => [part(p, 3), MONTHS.indexOf(part(p, 1).slice(0, 3)) + 1, part(p, 2)],
  },
  {
    form: /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(?:\d{1,2}\s*日?\s*(?:至|到|-)\s*)?(\d{1,2})\s*日/g,
    read: (p) => [part(p, 1), part(p, 2), part(p, 3)],
  },
  {
    form: new RegExp(
      `${RANGE}${DAY}\\s*(${PERSIAN.map((name) => foldForSearch(name).text).join('|')})\\s*(?:سال\\s*)?(\\d{4})`,
      'g',
    ),
    read: (p) => [part(p, 3), PERSIAN.findIndex((name) => foldForSearch(name).text === p[2]) + 1, part(p, 1)],
  },
  {
    form: /([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g,
    read: (p) => [chineseDigits(part(p, 1)), chineseNumber(part(p, 2)), String(chineseNumber(part(p, 3)))],
  },
  { form: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, read: (p) => [part(p, 1), part(p, 2), part(p, 3)] },
];

/** A full date where it stands; `date` null where no calendar has that day. */
export interface FoundDate {
  readonly date: string | null;
  readonly span: Span;
}

/** Every full date of a text in order, of a span of days the last; also those no calendar has. Offsets are of the text given. */
export function findDates(text: string): FoundDate[] {
  const folded = foldForSearch(text);
  return FORMS.flatMap(({ form, read }) =>
    [...folded.text.matchAll(form)].map((match) => ({
      date: isoDate(...read(match)),
      span: { start: folded.at(match.index), end: folded.at(match.index + match[0].length) },
    })),
  ).sort((a, b) => a.span.start - b.span.start);
}

/** Every full date of a text in order, as ISO dates; of a span of days the last. Dates no calendar has are left out. */
export function datesIn(text: string): string[] {
  return findDates(text).flatMap(({ date }) => (date === null ? [] : [date]));
}

function isoDate(year: string, month: string | number, day: string): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
