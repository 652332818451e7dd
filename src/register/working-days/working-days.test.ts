import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/index.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  relationCalendar,
  workingDayFrom,
  workingDaysBetween,
  workingDayUntil,
} from './index.ts';

const VIETNAM = relationCalendar('vietnam-china', 'VN');
const CHINA = relationCalendar('vietnam-china', 'CN');
const BOTH = relationCalendar('vietnam-china', null);
const day = fc.integer({ min: 0, max: 3650 }).map((count) => addDays('2023-01-01', count));
const calendar = fc.constantFrom(VIETNAM, CHINA, BOTH, relationCalendar('demonstration', null));

describe('working days', () => {
  test('added and subtracted lead back, and are counted as they were added', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: -60, max: 60 }), (work, any, count) => {
        const from = workingDayFrom(work, any);
        const to = addWorkingDays(work, from, count);
        expect(isWorkingDay(work, to)).toBe(true);
        expect(addWorkingDays(work, to, -count)).toBe(from);
        if (count >= 0) expect(workingDaysBetween(work, from, to)).toBe(count);
      }),
    );
  });

  test('between the nearest before and the nearest after a day nobody works', () => {
    fc.assert(
      fc.property(calendar, day, (work, any) => {
        const [before, after] = [workingDayUntil(work, any), workingDayFrom(work, any)];
        expect(before <= any && any <= after).toBe(true);
        for (let at = addDays(before, 1); at < after; at = addDays(at, 1)) expect(isWorkingDay(work, at)).toBe(false);
      }),
    );
  });

  test('of two countries together are those on which both work', () => {
    fc.assert(
      fc.property(day, (any) => {
        expect(isWorkingDay(BOTH, any)).toBe(isWorkingDay(VIETNAM, any) && isWorkingDay(CHINA, any));
      }),
    );
  });
});

test('an announced year says which days are free and which Saturdays are worked', () => {
  expect(VIETNAM('2025-01-29')).toEqual({ working: false, basis: 'announced', holiday: 'tet' });
  expect(VIETNAM('2025-04-26')).toMatchObject({ working: true, basis: 'announced' });
  expect(CHINA('2025-10-08')).toMatchObject({ working: false, holiday: 'national-day' });
  expect(nextWorkingDay(BOTH, '2025-01-24')).toBe('2025-02-05');
});

test('a year nobody announced follows the rules of the law and the lunar year, and says that it is computed', () => {
  expect(VIETNAM('2028-01-26')).toEqual({ working: false, basis: 'computed', holiday: 'tet' });
  expect(CHINA('2028-01-26')).toEqual({ working: false, basis: 'computed', holiday: 'spring-festival' });
  expect(CHINA('2027-04-05')).toMatchObject({ basis: 'computed', holiday: 'qingming' });
  expect(CHINA('2027-09-15').holiday).toBe('mid-autumn');
});

test('a legal holiday at a weekend gives the next working day, where the law says so', () => {
  expect(VIETNAM('2027-05-03')).toEqual({ working: false, basis: 'computed', holiday: 'labour-day' });
  const tavoria = relationCalendar('demonstration', 'XT');
  expect([tavoria('2025-10-12').working, tavoria('2025-10-13').working]).toEqual([false, true]);
});

test('a relation without a calendar works every day', () => {
  expect(isWorkingDay(relationCalendar('unheard-of', null), '2026-11-22')).toBe(true);
});
