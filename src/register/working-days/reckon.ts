import { addDays } from '../../kernel/index.ts';
import { calendarsOf } from '../../vocabulary/index.ts';
import { together, type WorkCalendar, workCalendar } from './calendar.ts';

/**
 * The calendar of a relation: of one party, or (null) of all its parties together. A relation without calendars works every day.
 */
export function relationCalendar(relation: string, party: string | null): WorkCalendar {
  const countries = calendarsOf(relation).filter((one) => party === null || one.party === party);
  return together(countries.map(workCalendar));
}

export function isWorkingDay(calendar: WorkCalendar, day: string): boolean {
  return calendar(day).working;
}

/** The day itself where it is worked, else the next that is. */
export function workingDayFrom(calendar: WorkCalendar, day: string): string {
  return nearest(calendar, day, 1);
}

/** The day itself where it is worked, else the last before it that is. */
export function workingDayUntil(calendar: WorkCalendar, day: string): string {
  return nearest(calendar, day, -1);
}

/** The next working day after a day. */
export function nextWorkingDay(calendar: WorkCalendar, day: string): string {
  return addWorkingDays(calendar, day, 1);
}

/** The n-th working day after a day, or before it where the number is negative; the day itself for 0. */
export function addWorkingDays(calendar: WorkCalendar, day: string, count: number): string {
  const way = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; left -= 1) at = nearest(calendar, addDays(at, way), way);
  return at;
}

/** How many working days lie after the first day, up to and with the second; negative where the second is the earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let at = addDays(from, 1); at <= to; ) {
    const next = at.endsWith('-01') ? monthAfter(at) : null;
    if (next !== null && next <= to) {
      count += workedInMonth(calendar, at, next);
      at = next;
    } else {
      count += calendar(at).working ? 1 : 0;
      at = addDays(at, 1);
    }
  }
  return count;
}

/** Working days of whole months, counted once for each calendar: an urging without a reply may be years old. */
const months = new WeakMap<WorkCalendar, Map<string, number>>();

/** @param first the first day of the month; `next` that of the next */
function workedInMonth(calendar: WorkCalendar, first: string, next: string): number {
  const known = months.get(calendar) ?? new Map<string, number>();
  months.set(calendar, known);
  let count = known.get(first);
  if (count === undefined) {
    count = 0;
    for (let at = first; at < next; at = addDays(at, 1)) count += calendar(at).working ? 1 : 0;
    known.set(first, count);
  }
  return count;
}

function monthAfter(first: string): string {
  return `${addDays(first, 31).slice(0, 7)}-01`;
}

function nearest(calendar: WorkCalendar, day: string, way: number): string {
  let at = day;
  while (!calendar(at).working) at = addDays(at, way);
  return at;
}
