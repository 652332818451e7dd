import demonstration from '../../profiles/demonstration/calendar.json' with { type: 'json' };
import vietnamChina from '../../profiles/vietnam-china/calendar.json' with { type: 'json' };
import type { CountryCalendar } from './profile.ts';

const CALENDARS = { demonstration, 'vietnam-china': vietnamChina } as unknown as Readonly<
  Record<string, readonly CountryCalendar[]>
>;

/** The calendars of a relation's countries as its profile writes them; none where the profile has no `calendar.json`. */
export function calendarsOf(relation: string): readonly CountryCalendar[] {
  return CALENDARS[relation] ?? [];
}
