import type { Role, Seat } from './model.ts';

/**
 * What can be done in the product, as far as it depends on who does it: read the register; decide in it (commitments, links,
 * entries, texts); bring files in; teach the reading; open a work to the other side or close it; make something
 * public or take it back; keep units; keep people; see what is exchanged with other nodes; let messages leave and settle what
 * contradicts; keep partners, addresses and keys; bring in water data, and enter what was agreed of them.
 */
export const DEEDS = [
  ...(['read', 'decide', 'import', 'teach', 'open-work', 'publish', 'keep-units', 'administer'] as const),
  ...(['see-exchange', 'exchange', 'keep-partners', 'keep-water'] as const),
] as const;
export type Deed = (typeof DEEDS)[number];

const REGISTER: readonly Deed[] = [
  'read',
  'decide',
  'import',
  'teach',
  'open-work',
  'publish',
  'keep-units',
  'see-exchange',
  'exchange',
  'keep-water',
];

/** One list a role (docs/actions.md). Whoever keeps the people does not decide in the register, and the other way round. */
const OF_ROLE: Readonly<Record<Role, readonly Deed[]>> = {
  reader: ['read'],
  reporter: ['read'],
  'unit-head': ['read'],
  secretariat: REGISTER,
  leader: ['read'],
  administrator: ['read', 'keep-units', 'administer', 'see-exchange', 'keep-partners'],
  'duty-officer': ['read', 'keep-water'],
};

/** What a seat may do; the same rule for the API and the pages. A machine without accounts keeps no people. */
export function deedsOf({ role, party }: Pick<Seat, 'role' | 'party'>): readonly Deed[] {
  return party === null ? [...REGISTER, 'keep-partners'] : OF_ROLE[role];
}

export function seatMay(seat: Pick<Seat, 'role' | 'party'>, deed: Deed): boolean {
  return deedsOf(seat).includes(deed);
}

/** Whether a seat follows up for its whole side and not for its own units only: the secretariat, and leaders. */
export function keepsSide({ role }: Pick<Seat, 'role'>): boolean {
  return role === 'secretariat' || role === 'leader';
}

/** Whether a seat follows up for a side among these. */
export function keepsSideOf(seat: Pick<Seat, 'role' | 'party'>, parties: readonly string[]): boolean {
  return seat.party === null || (keepsSide(seat) && parties.includes(seat.party));
}
