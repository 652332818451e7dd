import type { Document } from '../../documents/index.ts';
import { chineseDigits, chineseNumber } from '../../kernel/index.ts';
import { fold } from '../../vocabulary/index.ts';
import { composedEnd, composedStart } from './composed.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
// The text is folded: آ stands in it as ا.
const PERSIAN_MONTHS = 'ژانویه فوریه مارس اوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' ');
const HEAD = 4000;
const TAIL = 1200;
const TITLE = 120;

const FULL: readonly (readonly [RegExp, (groups: readonly string[]) => readonly [string, number, string]])[] = [
  [
    /ngày (\d{1,2})(?:(?: ?[-–] ?| đến | và | tới )(?:ngày )?(\d{1,2}))? tháng (\d{1,2}),? năm (\d{4})/u,
    ([d = '', last, m, y = '']) => [y, Number(m), last ?? d],
  ],
  [/(\d{1,2})(?: ?- ?\d{1,2})?[/.](\d{1,2})[/.](20\d{2}|19\d{2})/u, ([d = '', m, y = '']) => [y, Number(m), d]],
  [
    /(\d{1,2})(?:st|nd|rd|th)?(?:(?: ?- ?| to | and )(\d{1,2}))?(?: of)? (january|february|march|april|may|june|july|august|september|october|november|december),? ((?:19|20)\d{2})/u,
    ([d = '', last, m = '', y = '']) => [y, MONTHS.indexOf(m) + 1, last ?? d],
  ],
  [
    /(january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})(?:(?: ?- ?| to | and )(\d{1,2}))?,? ((?:19|20)\d{2})/u,
    ([m = '', d = '', last, y = '']) => [y, MONTHS.indexOf(m) + 1, last ?? d],
  ],
  [
    /(\d{1,2}) (ژانویه|فوریه|مارس|اوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر)(?: سال)? (\d{4})/u,
    ([d = '', m = '', y = '']) => [y, PERSIAN_MONTHS.indexOf(m) + 1, d],
  ],
  [/(\d{4})年(\d{1,2})月(\d{1,2})日/u, ([y = '', m, d = '']) => [y, Number(m), d]],
  [
    /(?<![至到])([一二][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日(?=\s*\n|\s*$|[于）)])/u,
    ([y = '', m = '', d = '']) => [chineseDigits(y), chineseNumber(m), String(chineseNumber(d))],
  ],
];

function iso([year, month, day]: readonly [string, number, string]): string | null {
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Words before a date that make it a deadline, which no document bears as its own. */
const DEADLINE =
  /(?:by|before|until|than|as of|prior to|trước|chậm nhất|muộn nhất|chậm nhất là|không (?:muộn|chậm) hơn|(?:hạn|hoàn thành|thực hiện):|تا|پیش از)\s+(?:the |là )?(?:ngày )?$/u;
const LEAD = 20;

/** The first match of a pattern that is no deadline. */
function firstBorne(text: string, pattern: RegExp): RegExpExecArray | null {
  for (const match of text.matchAll(new RegExp(pattern, 'gu')))
    if (!DEADLINE.test(text.slice(Math.max(0, match.index - LEAD), match.index))) return match;
  return null;
}

function firstDate(text: string): string | null {
  let best: { at: number; date: string } | null = null;
  for (const [pattern, read] of FULL) {
    const match = firstBorne(text, pattern);
    const date = match && iso(read(match.slice(1)));
    if (match && date && (best === null || match.index < best.at)) best = { at: match.index, date };
  }
  return best?.date ?? null;
}

/** `〔2026〕18号`, `第18号`: the year a Chinese paper is numbered in, which its first day without a year has too. */
const NUMBERED = /[〔[(（](20\d{2})[〕\])）][^。]{0,3}\d+号/u;
const DAY = /(?<!年\d{0,2})(\d{1,2})月(\d{1,2})日/u;

/** `2026年工作要点`: the year a Chinese title is of, where it names one. */
const OF_YEAR = /(?<![\d—–－至到-])(20\d{2})年(?!\d|[—–－至到-])/u;

/** "KẾ HOẠCH … NĂM 2027": the year a Vietnamese title is of; titles have several lines. */
const FOR_YEAR = /(?<!\p{L})năm (20\d{2})(?! ?[-–]|\p{L})/giu;
const LINES = 400;
const SENTENCE_END = /[.;:]\s*$/u;

/**
 * The first day of the year that the title of a Chinese or Vietnamese paper names, for times without a year; null where it
 * names none, or several. No date the paper bears.
 */
export function yearOfTitle({ language, text }: Document): string | null {
  const year = language === 'zh' ? OF_YEAR.exec(text.slice(0, TITLE).split('\n', 1)[0] ?? '')?.[1] : undefined;
  const years = language === 'vi' ? vietnameseYears(text.slice(0, LINES)) : [year];
  return years.length !== 1 || years[0] === undefined ? null : `${years[0]}-01-01`;
}

/** Only in lines before the first that ends as sentences and items do. */
function vietnameseYears(head: string): (string | undefined)[] {
  const lines = head.normalize('NFC').split('\n');
  const body = lines.findIndex((line) => SENTENCE_END.test(line));
  const title = (body < 0 ? lines.slice(0, -1) : lines.slice(0, body)).join(' ');
  return [...new Set([...title.matchAll(FOR_YEAR)].map(([, year]) => year))];
}

function numberedDate(text: string): string | null {
  const [, year] = NUMBERED.exec(text) ?? [];
  const [, month, day] = DAY.exec(text) ?? [];
  return year === undefined || month === undefined || day === undefined ? null : iso([year, Number(month), day]);
}

/** The ISO date a document bears: the first full date of its opening, else of its end; null where it has none. */
export function documentDate(document: Document): string | null {
  const { text } = document;
  const head = fold(composedStart(text, HEAD), 'case');
  return firstDate(head) ?? firstDate(fold(composedEnd(text, TAIL), 'case')) ?? numberedDate(head);
}
