import { expect, test } from 'vitest';
import { runsOf, ticks, timeTicks } from './scale.ts';

test('the numbers beside a chart are round and cover it', () => {
  expect(ticks(3.87, 5.42, 4)).toEqual([4, 4.5, 5]);
  expect(ticks(0, 1000, 5)).toEqual([0, 200, 400, 600, 800, 1000]);
});

test('the times below it are whole hours of the clocks named, not of UTC', () => {
  const [from, to] = [Date.parse('2026-03-01T00:20:00Z'), Date.parse('2026-03-02T00:20:00Z')];
  const times = timeTicks(from, to, 6, 420).map((at) => new Date(at).toISOString().slice(11, 16));
  expect(times).toEqual(['05:00', '11:00', '17:00', '23:00']);
});

test('the line breaks at a gap and where the gauge had no value', () => {
  const at = (hour: number, value: number | null) => ({
    instant: new Date(Date.UTC(2026, 2, 1, hour)).toISOString(),
    value,
  });
  const runs = runsOf([at(0, 1), at(1, 2), at(2, null), at(3, 3), at(6, 4)], 60);
  expect(runs.map((run) => run.map(({ value }) => value))).toEqual([[1, 2], [3], [4]]);
});
