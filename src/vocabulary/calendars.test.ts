import { expect, test } from 'vitest';
import { countryCalendarSchema } from './calendar-schema.ts';
import { calendarsOf } from './calendars.ts';
import { PROFILES } from './profiles.ts';

const CALENDARS = PROFILES.flatMap(({ id, parties }) => calendarsOf(id).map((calendar) => ({ calendar, parties })));

test('every calendar keeps to the schema and belongs to a party of its relation', () => {
  expect(CALENDARS.length).toBeGreaterThan(3);
  for (const { calendar, parties } of CALENDARS) {
    expect(countryCalendarSchema.safeParse(calendar).error?.issues ?? []).toEqual([]);
    expect(parties.map(({ code }) => code)).toContain(calendar.party);
  }
});

test('an announced year names only its own days and known holidays, and works only on weekends', () => {
  for (const { calendar } of CALENDARS) {
    const known = calendar.holidays.map(({ id }) => id);
    for (const { year, free, worked } of calendar.years) {
      const days = [...free.flatMap(({ from, to }) => [from, to]), ...worked];
      expect(days.filter((day) => !day.startsWith(`${year}-`))).toEqual([]);
      expect(free.filter(({ id, from, to }) => !known.includes(id) || to < from)).toEqual([]);
      const weekday = (day: string) => new Date(day).getUTCDay() || 7;
      expect(worked.filter((day) => !calendar.weekend.includes(weekday(day)))).toEqual([]);
      expect(worked.filter((day) => free.some(({ from, to }) => from <= day && day <= to))).toEqual([]);
    }
  }
});
