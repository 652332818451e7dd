import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPLETION_STEPS, END_REASONS, LIFECYCLES, TIMELINESS } from '../tasks/index.ts';
import file from './data/scales.json' with { type: 'json' };
import { compareSnapshots, convertRating, endReasons, RATING_SCALES, rankOf, type SnapshotRow } from './index.ts';
import { scalesFileSchema } from './schema.ts';

const rows = fc.uniqueArray(
  fc.record({
    task: fc.integer({ min: 0, max: 30 }).map(String),
    lifecycle: fc.constantFrom(...LIFECYCLES),
    timeliness: fc.constantFrom(...TIMELINESS),
    step: fc.option(fc.constantFrom(...COMPLETION_STEPS)),
    ratings: fc.constant([]),
  }),
  { selector: ({ task }) => task, maxLength: 20 },
);

test('the scales keep to their schema, and every reason a task can end for has a name', () => {
  expect(scalesFileSchema.safeParse(file).error?.issues ?? []).toEqual([]);
  const named = [...endReasons('broken'), ...endReasons('dropped')].map(({ id }) => id);
  expect(END_REASONS.filter((reason) => !named.includes(reason))).toEqual([]);
  expect(RATING_SCALES.find(({ id }) => id === 'completion')?.steps.map(({ id }) => Number(id))).toEqual([
    ...COMPLETION_STEPS,
  ]);
});

test('a stated conversion covers its whole scale and never turns a better value into a worse one', () => {
  for (const { from, to } of file.conversions) {
    const steps = RATING_SCALES.find(({ id }) => id === from)?.steps ?? [];
    const ranks = steps.map(({ id }) => rankOf(to, convertRating(from, id, to) ?? ''));
    expect(ranks).not.toContain(null);
    expect(ranks).toEqual([...ranks].sort((a, b) => (a ?? 0) - (b ?? 0)));
  }
});

test('what is not stated is not converted, least of all backwards', () => {
  expect(convertRating('completion', '5', 'balance')).toBe('+1');
  expect(convertRating('balance', '+1', 'completion')).toBeNull();
  expect(convertRating('grades', 'A', 'balance')).toBeNull();
  expect(convertRating('grades', 'A', 'grades')).toBe('A');
  expect(convertRating('grades', 'F', 'grades')).toBeNull();
});

test('between two snapshots each task has one change, and the sums agree', () => {
  fc.assert(
    fc.property(rows, rows, (old, now) => {
      const { tasks } = compareSnapshots(
        { kind: 'interim', day: '2026-06-30', rows: old },
        { kind: 'final', day: '2026-12-31', rows: now },
      );
      const both =
        tasks.closed.length + tasks.reopened.length + tasks.rose.length + tasks.fell.length + tasks.same.length;
      expect(both + tasks.gone.length).toBe(old.length);
      expect(both + tasks.new.length).toBe(now.length);
      const all = Object.values(tasks).flat();
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

test('two snapshots compared the other way round say the opposite', () => {
  fc.assert(
    fc.property(rows, rows, (old, now) => {
      const a = { kind: 'interim', day: '2026-06-30', rows: old } as const;
      const b = { kind: 'final', day: '2026-12-31', rows: now } as const;
      const [there, back] = [compareSnapshots(a, b).tasks, compareSnapshots(b, a).tasks];
      expect([...there.rose].sort()).toEqual([...back.fell].sort());
      expect([...there.closed].sort()).toEqual([...back.reopened].sort());
      expect([...there.new].sort()).toEqual([...back.gone].sort());
    }),
  );
});

test('ratings are compared by the same rater on the same scale only', () => {
  const row = (ratings: SnapshotRow['ratings']): SnapshotRow => ({
    ...{ task: 't', lifecycle: 'under-way', timeliness: 'in-time', step: 2 },
    ratings,
  });
  const before = row([
    { from: 'secretariat', scale: 'grades', value: 'B' },
    { from: 'other-side', scale: 'balance', value: '0' },
  ]);
  const after = row([
    { from: 'secretariat', scale: 'grades', value: 'D' },
    { from: 'other-side', scale: 'grades', value: 'A' },
  ]);
  const { ratings } = compareSnapshots(
    { kind: 'interim', day: '2026-06-30', rows: [before] },
    { kind: 'final', day: '2026-12-31', rows: [after] },
  );
  expect(ratings).toEqual([
    { task: 't', from: 'secretariat', scale: 'grades', before: 'B', after: 'D', change: 'fell' },
  ]);
});
