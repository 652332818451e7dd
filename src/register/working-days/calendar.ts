import { addDays, dayOf, weekdayOf } from '../../kernel/index.ts';
import type { CountryCalendar } from '../../vocabulary/index.ts';
import { lunarDay, qingming } from './lunar.ts';

/**
 * What a day is. `weekend`: free every week; `announced`: free, or worked at a weekend, as a government said; `computed`: free by
 * the law's rule, not announced for that year; `usual`: worked as any other.
 */
export interface DayNature {
  readonly working: boolean;
  readonly basis: 'usual' | 'weekend' | 'announced' | 'computed';
  /** Id of the holiday; null where it is none. */
  readonly holiday: string | null;
}

/** Says of any day (ISO date) whether it is worked. */
export type WorkCalendar = (day: string) => DayNature;

/** The calendar of one country. Years without an announcement follow the law's rules, and say so. */
export function workCalendar(country: CountryCalendar): WorkCalendar {
  const years = new Map<string, ReadonlyMap<string, DayNature>>();
  const isWeekend = (day: string) => country.weekend.includes(weekdayOf(day));
  return (day) => {
    const year = day.slice(0, 4);
    const special = years.get(year) ?? specialDays(country, Number(year), isWeekend);
    years.set(year, special);
    return (
      special.get(day) ??
      (isWeekend(day)
        ? { working: false, basis: 'weekend', holiday: null }
        : { working: true, basis: 'usual', holiday: null })
    );
  };
}

/** The calendar on which all of several countries work; a day is free with the first of them that is. */
export function together(calendars: readonly WorkCalendar[]): WorkCalendar {
  return (day) => {
    const natures = calendars.map((calendar) => calendar(day));
    return natures.find(({ working }) => !working) ?? natures[0] ?? { working: true, basis: 'usual', holiday: null };
  };
}

function specialDays(
  country: CountryCalendar,
  year: number,
  isWeekend: (day: string) => boolean,
): ReadonlyMap<string, DayNature> {
  const announced = country.years.find((one) => one.year === year);
  if (announced === undefined) return computedDays(country, year, isWeekend);
  const free = announced.free.flatMap(({ id, from, to }) => daysFrom(from, to).map((day) => [day, id] as const));
  return new Map<string, DayNature>([
    ...free.map(([day, holiday]) => [day, { working: false, basis: 'announced', holiday }] as const),
    ...announced.worked.map((day) => [day, { working: true, basis: 'announced', holiday: null }] as const),
  ]);
}

/** The holidays of a year by rule; those on a weekend, or on the day of another, give the next day free where the law says so. */
function computedDays({ holidays, substitute }: CountryCalendar, year: number, isWeekend: (day: string) => boolean) {
  const found = new Map<string, DayNature>();
  const owed: (readonly [string, string])[] = [];
  for (const { id, on, begins = 0, days = 1 } of holidays) {
    const first = on.type === 'date' ? dayOf(year, on.month, on.day) : movable(year, on);
    if (first === null) continue;
    const from = addDays(first, begins);
    for (const day of daysFrom(from, addDays(from, days - 1))) {
      if (isWeekend(day) || found.has(day)) owed.push([day, id]);
      found.set(day, { working: false, basis: 'computed', holiday: id });
    }
  }
  for (const [day, holiday] of substitute ? owed : []) {
    let next = day;
    while (found.has(next) || isWeekend(next)) next = addDays(next, 1);
    found.set(next, { working: false, basis: 'computed', holiday });
  }
  return found;
}

type Movable = Exclude<CountryCalendar['holidays'][number]['on'], { type: 'date' }>;

function movable(year: number, on: Movable): string | null {
  return on.type === 'lunar' ? lunarDay(year, on.month, on.day) : qingming(year);
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
