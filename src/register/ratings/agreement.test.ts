import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf, cohensKappa, type RatedTwice } from './index.ts';

const pairs = (counts: readonly (readonly [string, string, number])[]): RatedTwice =>
  counts.flatMap(([one, other, count]) => Array.from({ length: count }, () => [one, other] as const));

test('two raters agree as far as Cohen counts it, beyond what chance gives (M09)', () => {
  const table = pairs([
    ['yes', 'yes', 20],
    ['yes', 'no', 5],
    ['no', 'yes', 10],
    ['no', 'no', 15],
  ]);
  expect(cohensKappa(table)).toBeCloseTo(0.4, 10);
  expect(
    cohensKappa(
      pairs([
        ['a', 'a', 3],
        ['b', 'b', 4],
      ]),
    ),
  ).toBe(1);
  expect(
    cohensKappa(
      pairs([
        ['a', 'b', 2],
        ['b', 'a', 2],
      ]),
    ),
  ).toBe(-1);
  expect([cohensKappa([]), cohensKappa(pairs([['a', 'a', 9]]))]).toEqual([null, null]);
});

test('agreement lies between −1 and 1, is 1 only where all is the same, and does not depend on who is named first', () => {
  const value = fc.constantFrom('A', 'B', 'C');
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (rated) => {
      const kappa = cohensKappa(rated);
      if (kappa === null) return;
      expect(kappa).toBeGreaterThanOrEqual(-1 - 1e-9);
      expect(kappa).toBeLessThanOrEqual(1 + 1e-9);
      expect(Math.abs(kappa - 1) < 1e-9).toBe(rated.every(([one, other]) => one === other));
      expect(cohensKappa(rated.map(([one, other]) => [other, one]))).toBeCloseTo(kappa, 10);
    }),
  );
});

test('the latest rating of each rater counts, ratings on two scales are never compared, and differing tasks are named', () => {
  const rating = (from: 'self' | 'secretariat' | 'other-side', value: string, scale = 'grades') => ({
    from,
    scale,
    value,
  });
  const found = agreementOf([
    { task: 'a', ratings: [rating('self', 'A'), rating('secretariat', 'C'), rating('secretariat', 'A')] },
    { task: 'b', ratings: [rating('self', 'A'), rating('secretariat', 'B'), rating('other-side', '1', 'signs')] },
    { task: 'c', ratings: [rating('self', 'B')] },
  ]);
  expect(found).toEqual([
    {
      ...{ raters: ['self', 'secretariat'], scale: 'grades', rated: 2, same: 1, kappa: 0 },
      differing: [{ task: 'b', values: ['A', 'B'] }],
    },
  ]);
});
