/**
 * Reckoning with days written as ISO dates (`2026-11-22`), in the Gregorian calendar and free of time zones. Days compare as
 * strings. A day that does not exist gives an ISO date all the same (31 April is 1 May), as `Date.UTC` reckons.
 */
function iso(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function instantOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

const DAY = 86_400_000;

/** The day that many days later; earlier where the number is negative. */
export function addDays(day: string, days: number): string {
  return iso(instantOf(day) + days * DAY);
}

/** How many days from one day to another; negative where the second is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / DAY);
}

/** The same day of the month that many months later, or the month's last where it has no such day. */
export function addMonths(day: string, months: number): string {
  const month = Number(day.slice(5, 7)) - 1 + months;
  return dayOf(Number(day.slice(0, 4)), month + 1, Number(day.slice(8, 10)));
}

/** A day of a month, or its last where it is shorter. Months beyond 1–12 count on into other years. */
export function dayOf(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1, Math.min(day, last)));
}

/** Day of the week as ISO 8601 counts: Monday 1 to Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(instantOf(day)).getUTCDay() || 7;
}

/** The last day of a date that may name only its year or its month. */
export function lastDayOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 31) : date;
}
