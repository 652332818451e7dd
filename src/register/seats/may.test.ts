import { expect, test } from 'vitest';
import { DEEDS, deedsOf, seatMay } from './may.ts';
import { OPEN_SEAT, ROLES } from './model.ts';

test('every role reads, and only the secretariat decides in the register', () => {
  for (const role of ROLES) {
    expect(seatMay({ role, party: 'XL' }, 'read')).toBe(true);
    expect(seatMay({ role, party: 'XL' }, 'decide')).toBe(role === 'secretariat');
    expect(seatMay({ role, party: 'XL' }, 'open-work')).toBe(role === 'secretariat');
  }
});

test('whoever keeps the people decides nothing in the register', () => {
  expect(deedsOf({ role: 'administrator', party: 'XL' })).toEqual([
    'read',
    'keep-units',
    'administer',
    'see-exchange',
    'keep-partners',
  ]);
});

test('on a machine without accounts one person sees to everything but people', () => {
  expect(DEEDS.filter((deed) => !seatMay(OPEN_SEAT, deed))).toEqual(['administer']);
});
