/** A stretch of days, ISO dates, both ends in it; null where it is open. */
export interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

/** What the word before a date makes of it. */
export type Mode = 'within' | 'by' | 'before' | 'from';

function iso(date: Temporal.PlainDate): string {
  return date.withCalendar('iso8601').toString();
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (MONTH_DAYS[month - 1] as number);
}

/** A day of the Gregorian calendar; most dates are, and `Temporal` takes fifty times as long. */
function gregorian(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The days of a month, year, quarter or half of a calendar (`iso8601`, or `persian` for Solar Hijri). */
export function months(year: number, first: number, count: number, calendar: string): Interval | null {
  if (first < 1 || first + count - 1 > 12) return null;
  if (calendar === 'iso8601') {
    const last = first + count - 1;
    return { from: gregorian(year, first, 1), to: gregorian(year, last, daysIn(year, last)) };
  }
  const start = Temporal.PlainDate.from({ calendar, year, month: first, day: 1 });
  return { from: iso(start), to: iso(start.add({ months: count }).subtract({ days: 1 })) };
}

/** One day, or null where the month has no such day. */
export function day(year: number, month: number, date: number, calendar: string): Interval | null {
  if (month < 1 || month > 12 || date < 1) return null;
  if (calendar === 'iso8601') {
    const there = gregorian(year, month, date);
    return date > daysIn(year, month) ? null : { from: there, to: there };
  }
  const first = Temporal.PlainDate.from({ calendar, year, month, day: 1 });
  if (date > first.daysInMonth) return null;
  const there = iso(first.add({ days: date - 1 }));
  return { from: there, to: there };
}

/** Years before 1700 are Solar Hijri; no document of this kind names a Gregorian one so old. */
export function calendarOf(year: number): 'iso8601' | 'persian' {
  return year < 1700 ? 'persian' : 'iso8601';
}

/** The interval a date names after a word such as `by`, `before`, `from`. */
export function apply(mode: Mode, date: Interval): Interval {
  if (mode === 'from') return { from: date.from, to: null };
  if (mode === 'by') return { from: null, to: date.to };
  if (mode === 'within' || date.from === null) return date;
  if (date.from === date.to) return { from: null, to: date.to };
  return { from: null, to: Temporal.PlainDate.from(date.from).subtract({ days: 1 }).toString() };
}

/** A length of time counted from a day: `within six months` of 14 April 2026 ends on 14 October 2026. */
export function lasting(today: string | null, count: number, unit: 'days' | 'weeks' | 'months' | 'years'): Interval {
  if (today === null) return { from: null, to: null };
  return {
    from: today,
    to: Temporal.PlainDate.from(today)
      .add({ [unit]: count })
      .toString(),
  };
}
