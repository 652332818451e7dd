import { calendarOf, day, type Interval, type Mode, months } from './calendar.ts';

/** One way a language writes a date: its pattern over folded text, and what the groups say. */
export interface DateForm {
  readonly pattern: string;
  readonly read: (groups: readonly string[], today: string | null) => Interval | null;
}

/** A language's words for when something is due. Patterns run over case-folded text (small letters, ASCII digits). */
export interface DueGrammar {
  /** Longest first: words before a date. */
  readonly leads: readonly (readonly [pattern: string, mode: Mode])[];
  /** Longest first: words after a date (`2026年底前`). */
  readonly tails: readonly (readonly [pattern: string, mode: Mode])[];
  /** Longest first. */
  readonly dates: readonly DateForm[];
  /** Words of which, where it has no digit, every date holds one. A pattern without groups that is quick to look for. */
  readonly dateNeeds: string;
  /** The same for `undated` and `haste`. */
  readonly undatedNeeds: string;
  /** A date with neither lead nor tail counts. */
  readonly bare: boolean;
  /** Dates that count with neither, in a language where others do not (`next year`). */
  readonly alone?: RegExp;
  /** Urgent or near time without a date. */
  readonly undated: string;
  /** Manner of haste: a due time only of an act that is done once (`promptly sign`). */
  readonly haste: string;
  /** Words up to a date that make it that of what they name, not of the act: right before it (`the programme for`), or farther away, where `needs` stands (an anniversary ahead). */
  readonly named?: { readonly before: RegExp; readonly farther?: { readonly needs: string; readonly ahead: RegExp } };
  /** Words before a date that tell of the past (`signed in`). */
  readonly past: string;
}

export function year(text: string | undefined): Interval | null {
  const number = Number(text);
  return months(number, 1, 12, calendarOf(number));
}

export function half(text: string | undefined, which: 1 | 2): Interval | null {
  const number = Number(text);
  return months(number, which === 1 ? 1 : 7, 6, calendarOf(number));
}

export function quarter(text: string | undefined, which: number): Interval | null {
  const number = Number(text);
  return which >= 1 && which <= 4 ? months(number, which * 3 - 2, 3, calendarOf(number)) : null;
}

/** Beginning (first three months), middle (May to August) or end (last three months) of a year. */
export function part(text: string | undefined, which: 'early' | 'middle' | 'late'): Interval | null {
  const number = Number(text);
  const [first, count] = which === 'early' ? [1, 3] : which === 'middle' ? [5, 4] : [10, 3];
  return months(number, first, count, calendarOf(number));
}

/** The end of a year is its last day: what is due by it may be done on that day. */
export function endOf(text: string | undefined): Interval | null {
  const whole = year(text);
  return whole && { from: whole.to, to: whole.to };
}

export function month(text: string | undefined, which: number): Interval | null {
  const number = Number(text);
  return months(number, which, 1, calendarOf(number));
}

export function date(text: string | undefined, which: number, number: string | undefined): Interval | null {
  const of = Number(text);
  return day(of, which, Number(number), calendarOf(of));
}

/** From the beginning of one year to the end of another. */
export function span(first: string | undefined, last: string | undefined): Interval | null {
  const [from, to] = [year(first), year(last)];
  return from?.from && to?.to && from.from <= to.to ? { from: from.from, to: to.to } : null;
}

/** The year of a day, moved by some years, as text; the empty string where the day is not known. */
export function yearOf(today: string | null, moved: number): string {
  return today === null ? '' : String(Number(today.slice(0, 4)) + moved);
}

/** A year counted from the day of the document, or an open interval where that is not known. */
export function relativeYear(today: string | null, moved: number): Interval {
  return (today === null ? null : year(yearOf(today, moved))) ?? { from: null, to: null };
}

/** A month named without its year, or a day of it: the next one on or after the day of the document; null where that day is not known. */
export function comingMonth(today: string | null, which: number, number?: string): Interval | null {
  if (today === null) return null;
  const passed = which < Number(today.slice(5, 7));
  const text = yearOf(today, passed ? 1 : 0);
  return number === undefined ? month(text, which) : date(text, which, number);
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

export function ordinal(text: string | undefined): number {
  return ROMAN[text ?? ''] ?? Number(text);
}
