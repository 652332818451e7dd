import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPLETION_STEPS, type CompletionStep, END_REASONS, LIFECYCLES, type Lifecycle } from '../tasks/index.ts';
import file from './data/scales.json' with { type: 'json' };
import {
  convertRating,
  endReasons,
  RATING_SCALES,
  rankOf,
  ratingMoves,
  SNAPSHOT_MARKS,
  snapshotChange,
  snapshotMark,
} from './index.ts';
import { scalesFileSchema } from './schema.ts';

const mark = fc.option(
  fc
    .record({ lifecycle: fc.constantFrom(...LIFECYCLES), step: fc.option(fc.constantFrom(...COMPLETION_STEPS)) })
    .map(snapshotMark),
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

test('what changed between two snapshots is the opposite the other way round', () => {
  const opposite = {
    new: 'gone',
    gone: 'new',
    closed: 'reopened',
    reopened: 'closed',
    rose: 'fell',
    fell: 'rose',
    same: 'same',
  };
  fc.assert(
    fc.property(mark, mark, (old, now) => {
      fc.pre(old !== null || now !== null);
      expect(opposite[snapshotChange(old, now)]).toBe(snapshotChange(now, old));
    }),
  );
});

test('a task is closed whatever its step, and moves by its step otherwise', () => {
  const at = (lifecycle: Lifecycle, step: CompletionStep | null) => snapshotMark({ lifecycle, step });
  expect(snapshotChange(at('under-way', 3), at('settled', 3))).toBe('closed');
  expect(snapshotChange(at('closed', 5), at('under-way', 5))).toBe('reopened');
  expect(snapshotChange(at('accepted', null), at('under-way', 0))).toBe('rose');
  expect(snapshotChange(at('settled', 4), at('closed', 4))).toBe('same');
  expect(snapshotChange(at('under-way', 2), at('under-way', 1))).toBe('fell');
  expect(LIFECYCLES.flatMap((one) => [null, ...COMPLETION_STEPS].map((step) => at(one, step))).sort()).toEqual(
    LIFECYCLES.flatMap((one) => SNAPSHOT_MARKS.filter((is) => is >= 8 === (at(one, null) === 8))).sort(),
  );
});

test('ratings are compared by the same rater on the same scale only', () => {
  const before = [
    { from: 'secretariat', scale: 'grades', value: 'B' },
    { from: 'other-side', scale: 'balance', value: '0' },
  ] as const;
  const after = [
    { from: 'secretariat', scale: 'grades', value: 'D' },
    { from: 'other-side', scale: 'grades', value: 'A' },
  ] as const;
  expect(ratingMoves(before, after)).toEqual([
    { from: 'secretariat', scale: 'grades', before: 'B', after: 'D', change: 'fell' },
  ]);
});
