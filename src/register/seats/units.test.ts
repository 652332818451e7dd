import { expect, test } from 'vitest';
import type { Unit } from './model.ts';
import { answersOn, unitsAbove, unitsOf } from './units.ts';

function unit(id: string, more: Partial<Unit> = {}): Unit {
  return {
    id,
    party: 'XL',
    names: { en: [id] },
    parent: null,
    from: null,
    until: null,
    successor: null,
    entity: null,
    ...more,
  };
}

const UNITS = [
  unit('government'),
  unit('south-province', { parent: 'government' }),
  unit('hill-province', { parent: 'government', until: '2025-06-30', successor: 'south-province' }),
  unit('hill-health', { parent: 'hill-province', until: '2025-06-30', successor: 'south-health' }),
  unit('south-health', { parent: 'south-province' }),
];
const BY_ID = new Map(UNITS.map((one) => [one.id, one]));

test('what a merged province owed is answered for by its successor from the day after its end (M16)', () => {
  expect(answersOn(BY_ID, 'hill-province', '2025-06-30')).toBe('hill-province');
  expect(answersOn(BY_ID, 'hill-province', '2025-07-01')).toBe('south-province');
  expect(answersOn(BY_ID, 'south-province', '2025-07-01')).toBe('south-province');
});

test('a unit sees what is owed by the units under it and by those they succeed', () => {
  expect(unitsOf(UNITS, 'south-province').sort()).toEqual([
    'hill-health',
    'hill-province',
    'south-health',
    'south-province',
  ]);
  expect(unitsOf(UNITS, 'south-health').sort()).toEqual(['hill-health', 'south-health']);
});

test('units that succeed each other in a ring end nowhere, and nothing hangs', () => {
  const ring = [unit('a', { until: '2020-01-01', successor: 'b' }), unit('b', { until: '2020-01-01', successor: 'a' })];
  expect(['a', 'b']).toContain(answersOn(new Map(ring.map((one) => [one.id, one])), 'a', '2026-01-01'));
  expect(unitsOf(ring, 'a').sort()).toEqual(['a', 'b']);
});

test('the units above are named nearest first', () => {
  expect(unitsAbove(BY_ID, 'south-health')).toEqual(['south-province', 'government']);
});
