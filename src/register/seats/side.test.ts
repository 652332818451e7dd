import { expect, test } from 'vitest';
import { proposedSide } from './side.ts';

test('what both sides signed is open to both, whoever brings it in', () => {
  expect(proposedSide({ type: 'joint-statement', parties: ['XL', 'XT'] }, 'XL')).toBeNull();
  expect(proposedSide({ type: 'communique', parties: ['hill', 'shore'] }, 'XT')).toBeNull();
});

test('a directive belongs to the side whose seat brings it in', () => {
  expect(proposedSide({ type: 'directive', parties: ['XT'] }, 'XL')).toBe('XL');
  expect(proposedSide({ type: 'other', parties: [] }, 'XL')).toBe('XL');
});

test('without a seat a plan belongs to the one party that issued it, and to nobody where that is not known', () => {
  expect(proposedSide({ type: 'plan', parties: ['XL', 'hill'] }, null)).toBe('XL');
  expect(proposedSide({ type: 'plan', parties: ['hill'] }, null)).toBeNull();
  expect(proposedSide({ type: 'minutes', parties: ['XL', 'XT'] }, null)).toBeNull();
});
