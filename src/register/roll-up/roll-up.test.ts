import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../seats/index.ts';
import { LIFECYCLES, TIMELINESS } from '../tasks/index.ts';
import {
  addCounts,
  type Counts,
  countOf,
  countTasks,
  groupTasks,
  leadsUnder,
  NO_COUNTS,
  ratesOf,
  rollUpUnits,
} from './index.ts';

const UNITS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SECTORS = ['transport', 'health', 'energy'];

const tasks = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 999 }).map(String),
    lifecycle: fc.constantFrom(...LIFECYCLES),
    timeliness: fc.constantFrom(...TIMELINESS),
    lead: fc.constantFrom(...UNITS, 'stranger'),
    sectors: fc.array(fc.constantFrom(...SECTORS), { maxLength: 4 }),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);

/** Any links at all between units, rings included. */
const units = fc
  .array(
    fc.record({
      parent: fc.option(fc.constantFrom(...UNITS)),
      successor: fc.option(fc.constantFrom(...UNITS)),
      until: fc.option(fc.constantFrom('2025-06-30', '2027-06-30')),
    }),
    { minLength: UNITS.length, maxLength: UNITS.length },
  )
  .map((links) =>
    links.map((link, index): Unit => {
      const id = UNITS[index] as string;
      return { id, party: 'XL', names: { en: [id] }, from: null, entity: null, ...link };
    }),
  );

function sum(parts: Iterable<Counts>): Counts {
  return [...parts].reduce(addCounts, NO_COUNTS);
}

/** Every cell, so that counts can be compared whatever order they were made in. */
function cells(counts: Counts) {
  const each = LIFECYCLES.flatMap((lifecycle) =>
    TIMELINESS.map((timeliness) => countOf(counts, { lifecycle, timeliness })),
  );
  return [counts.all, ...each];
}

describe('the sum of the parts is the whole', () => {
  test('on both axes', () => {
    fc.assert(
      fc.property(tasks, (rows) => {
        const counts = countTasks(rows);
        expect(counts.all).toBe(rows.length);
        const over = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        expect(over(LIFECYCLES.map((lifecycle) => countOf(counts, { lifecycle })))).toBe(rows.length);
        expect(over(TIMELINESS.map((timeliness) => countOf(counts, { timeliness })))).toBe(rows.length);
      }),
    );
  });

  test('in any grouping, with what stands in several groups said beside it', () => {
    fc.assert(
      fc.property(tasks, (rows) => {
        const { whole, groups, repeated } = groupTasks(rows, ({ sectors }) => sectors);
        expect(cells(whole)).toEqual(cells(countTasks(rows)));
        expect(cells(sum(groups.values()))).toEqual(cells(addCounts(whole, repeated)));
      }),
    );
  });

  test('up any tree of units, whoever succeeded whom: each task once, and each number opens what it counts (M03)', () => {
    fc.assert(
      fc.property(tasks, units, (rows, tree) => {
        const { tops, unknown, whole } = rollUpUnits(rows, tree, '2026-11-22');
        expect(cells(whole)).toEqual(cells(countTasks(rows)));
        expect(cells(sum([...tops.map(({ total }) => total), unknown]))).toEqual(cells(whole));
        const check = (one: (typeof tops)[number]) => {
          const leads = leadsUnder(tree, one.unit, '2026-11-22');
          expect(cells(one.total)).toEqual(cells(countTasks(rows.filter(({ lead }) => leads.includes(lead)))));
          expect(cells(one.total)).toEqual(cells(sum([one.own, ...one.below.map(({ total }) => total)])));
          one.below.forEach(check);
        };
        tops.forEach(check);
      }),
    );
  });
});

test('what a merged province led is counted with its successor, from the day after its end', () => {
  const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
    ...{ id, party: 'XL', names: { en: [id] }, parent: null, from: null, until: null, successor: null, entity: null },
    ...more,
  });
  const tree = [
    unit('south'),
    unit('hill', { until: '2025-06-30', successor: 'south' }),
    unit('hill-roads', { parent: 'hill' }),
  ];
  const row = (id: string, lead: string) => ({ id, lead, lifecycle: 'under-way', timeliness: 'in-time' }) as const;
  const rows = [row('1', 'hill'), row('2', 'south'), row('3', 'hill-roads')];
  const after = rollUpUnits(rows, tree, '2025-07-01').tops;
  expect(after.map(({ unit, own, total }) => [unit, own.all, total.all])).toEqual([['south', 2, 3]]);
  expect(rollUpUnits(rows, tree, '2025-06-30').tops.map(({ unit, total }) => [unit, total.all])).toEqual([
    ['south', 1],
    ['hill', 2],
  ]);
});

test('a percentage names what it is of; of nothing there is none', () => {
  const row = (id: string, timeliness: (typeof TIMELINESS)[number]) =>
    ({ id, lifecycle: 'settled', timeliness }) as const;
  const rows = [row('1', 'done-on-time'), row('2', 'done-late'), row('3', 'overdue'), row('4', 'no-deadline')];
  expect(ratesOf(countTasks(rows))).toEqual({
    onTime: { part: 1, whole: 3, of: 'tasks-due', percent: 33.3 },
    overdue: { part: 1, whole: 3, of: 'tasks-due', percent: 33.3 },
    done: { part: 2, whole: 4, of: 'all-tasks', percent: 50 },
  });
  expect(ratesOf(NO_COUNTS).onTime.percent).toBeNull();
});
