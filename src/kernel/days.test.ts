import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, lastDayOf, weekdayOf } from './days.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));

test('days are added and counted back, over leap years and years’ ends', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -9999, max: 9999 }), (from, count) => {
      const to = addDays(from, count);
      expect(daysBetween(from, to)).toBe(count);
      expect(to > from).toBe(count > 0);
      expect((weekdayOf(to) - weekdayOf(from) - count) % 7).toBeCloseTo(0);
    }),
  );
});

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2026-03-15', -12)).toBe('2025-03-15');
  expect(dayOf(2026, 14, 31)).toBe('2027-02-28');
});

test('a year or a month ends with its last day', () => {
  expect([lastDayOf('2026'), lastDayOf('2024-02'), lastDayOf('2026-05-04')]).toEqual([
    '2026-12-31',
    '2024-02-29',
    '2026-05-04',
  ]);
});
