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

/** The days of a month, year, quarter or half of a calendar (`iso8601`, or `persian` for Solar Hijri). */
export function months(year: number, first: number, count: number, calendar: string): Interval | null {
  if (first < 1 || first + count - 1 > 12) return null;
  const start = Temporal.PlainDate.from({ calendar, year, month: first, day: 1 });
  return { from: iso(start), to: iso(start.add({ months: count }).subtract({ days: 1 })) };
}

/** One day, or null where the month has no such day. */
export function day(year: number, month: number, date: number, calendar: string): Interval | null {
  if (month < 1 || month > 12 || date < 1) return null;
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
