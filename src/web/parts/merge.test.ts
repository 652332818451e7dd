import { expect, test } from 'vitest';
import { fieldsToMerge } from './merge.ts';

test('only what both left different is to be merged, and who alone changed a field is taken unless chosen otherwise', () => {
  const before = { kind: 'commitment', strength: 'study', places: ['Norrin'], due: null, action: 'open the gate' };
  const mine = { ...before, strength: 'deliver', places: ['Norrin', 'Belun'], action: 'open the gates' };
  const theirs = { ...before, strength: 'implement', due: '2026-06-30', action: 'open the gates' };
  const fields = fieldsToMerge(Object.keys(before), before, mine, theirs);
  expect(fields.map(({ name, settled }) => [name, settled])).toEqual([
    ['strength', null],
    ['places', 'mine'],
    ['due', 'theirs'],
  ]);
});
