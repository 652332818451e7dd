import type { Language } from '../../kernel/index.ts';
import { fold } from '../../vocabulary/index.ts';
import { apply, type Interval, type Mode, months } from '../attributes/due/calendar.ts';
import { date, month, ordinal, span, year } from '../attributes/due/grammar.ts';
import { type DueMatch, scanDue } from '../attributes/due.ts';
import data from './columns.json' with { type: 'json' };

/** A recogniser of scans takes `II` for `11`, which no quarter is, and loses the tone. */
const NUMBER = '(iv|i{1,3}|1{2,3}|[1-4])';
const QUARTER = `(?:qu[ýy]|quarter|q)\\s*${NUMBER}`;
const LEADS: readonly (readonly [string, Mode])[] = [
  ...data.by.map((words) => [words, 'by'] as const),
  ...data.from.map((words) => [words, 'from'] as const),
];

/** What a form makes of its groups; `near` gives the year that a day or month without one is in. */
type Read = (groups: readonly (string | undefined)[], near: (month: number) => string) => Interval | null;

/** How dates stand in the cells of a table, where a sentence would have more words around them. Over folded text. */
const FORMS: readonly (readonly [RegExp, Read])[] = [
  [/^(\d{4})$/u, ([y]) => year(y)],
  [/^(\d{4}) ?- ?(\d{4})$/u, ([a, b]) => span(a, b)],
  [/^(\d{1,2}) ?[/.-] ?(\d{4})$/u, ([m, y]) => month(y, Number(m))],
  [/^(\d{4}) ?[/.-] ?(\d{1,2})$/u, ([y, m]) => month(y, Number(m))],
  [
    /^(?:tháng )?(\d{1,2}) ?- ?(?:tháng )?(\d{1,2}) ?[/.-] ?(\d{4})$/u,
    ([a, b, y]) => monthsOf(Number(a), Number(b), Number(y)),
  ],
  [/^(\d{1,2})[/.-](\d{1,2})$/u, ([d, m], near) => date(near(Number(m)), Number(m), d)],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u, ([d, m, y]) => date(y, Number(m), d)],
  [/^(?:trong )?tháng (\d{1,2})$/u, ([m], near) => month(near(Number(m)), Number(m))],
  [/^(\d{1,2})月(\d{1,2})日(?:前|之前)?$/u, ([m, d], near) => date(near(Number(m)), Number(m), d)],
  [/^(\d{1,2})月(?:底|末)?(?:前|之前)?$/u, ([m], near) => month(near(Number(m)), Number(m))],
  [/^(\d{4}) ?q([1-4])$/u, ([y, q]) => quarters(Number(q), Number(q), Number(y))],
  [
    new RegExp(
      String.raw`^${QUARTER}(?: ?(?:[,&/-]|và|and) ?(?:qu[ýy] |q)?${NUMBER})?(?: ?(?:/|năm|of|-) ?| )?(\d{4})?$`,
      'u',
    ),
    ([a, b, y], near) => quarters(quarterOf(a), quarterOf(b ?? a), Number(y ?? near(quarterOf(b ?? a) * 3))),
  ],
];

function monthsOf(first: number, last: number, of: number): Interval | null {
  return first >= 1 && last >= first ? months(of, first, last - first + 1, of < 1700 ? 'persian' : 'iso8601') : null;
}

function quarterOf(words: string | undefined): number {
  return /^1{2,3}$/.test(words ?? '') ? (words?.length ?? 0) : ordinal(words);
}

function quarters(first: number, last: number, of: number): Interval | null {
  return monthsOf(first * 3 - 2, last * 3, of);
}

/**
 * The time that the cell of a table names, more tersely than a sentence does ("6/2026", "Quý II, III/2026", "2026–2028",
 * "Dec 2026"); null where it names none, as "thường xuyên" does.
 * @param today ISO date of the document: a day or month without a year is the next one after it
 */
export function readDueCell(cell: string, language: Language, today: string | null): DueMatch | null {
  const whole = { start: 0, end: cell.length };
  const said = scanDue(cell, language, today).filter(({ type }) => type === 'dated');
  const [first, ...more] = said;
  if (first !== undefined && covers(first, cell.length)) return first;
  const terse = readTerse(fold(cell, 'case').trim(), today);
  if (terse !== null) return { type: 'dated', span: whole, text: cell, ...terse };
  for (const words of data.times[language as keyof typeof data.times] ?? []) {
    const match = scanDue(words + cell, language, today).find(({ type }) => type === 'dated');
    if (match !== undefined && match.span.end === words.length + cell.length)
      return { ...match, span: whole, text: cell };
  }
  const last = more.at(-1);
  if (first === undefined || last === undefined) return first ?? null;
  return { type: 'dated', span: whole, text: cell, from: first.from, to: last.to };
}

/** The words of a match are all of the cell but a stop or a word or two. */
function covers({ span: { start, end } }: DueMatch, size: number): boolean {
  return start === 0 && size - end <= 2;
}

function readTerse(words: string, today: string | null): Interval | null {
  const [lead, mode] = LEADS.find(([form]) => words.startsWith(`${form} `)) ?? ['', 'within' as Mode];
  const rest = words.slice(lead.length).trim();
  const near = (of: number) => {
    if (today === null) return '';
    const own = Number(today.slice(0, 4));
    return String(of < Number(today.slice(5, 7)) ? own + 1 : own);
  };
  for (const [form, read] of FORMS) {
    const groups = form.exec(rest)?.slice(1);
    const interval = groups === undefined ? null : read(groups, near);
    if (interval !== null) return apply(lead === '' && /前$/u.test(rest) ? 'by' : mode, interval);
  }
  return null;
}
