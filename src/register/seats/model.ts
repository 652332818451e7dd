import type { NameForms } from '../entities/index.ts';

/**
 * What a seat may do (docs/actions.md): read; report for its unit; head its unit; keep the register of its side; lead its side;
 * administer people and units; stand by for notices.
 */
export const ROLES = [
  'reader',
  'reporter',
  'unit-head',
  'secretariat',
  'leader',
  'administrator',
  'duty-officer',
] as const;
export type Role = (typeof ROLES)[number];

/** An organisation of a party that can owe something: a ministry, a province, a department, a commune. */
export interface Unit {
  readonly id: string;
  /** ISO 3166 code of its party. */
  readonly party: string;
  readonly names: NameForms;
  /** The unit above it, of the same party; null at the top. */
  readonly parent: string | null;
  /** ISO dates of its existence, both inclusive; null where open. */
  readonly from: string | null;
  readonly until: string | null;
  /** The unit that took over what it owed. */
  readonly successor: string | null;
  /** The body of the registers it is, where it is one. */
  readonly entity: string | null;
}

/** A post: a unit and a role. People hold it one after the other, and what was done from it stays with it. */
export interface Post {
  readonly id: string;
  readonly unit: string;
  readonly role: Role;
}

/** A person in a post, from one day to another (both inclusive). Its id is the hand that the logs name. */
export interface Holding {
  readonly id: string;
  readonly post: string;
  readonly account: string;
  readonly from: string;
  readonly until: string | null;
}

/** Who acts: a person in a post, as the rules need to know them. */
export interface Seat {
  /** What the logs keep: the id of the holding, `officer` on a machine without accounts. */
  readonly hand: string;
  readonly role: Role;
  /** The outermost wall; null on a machine without accounts, where one person sees to everything. */
  readonly party: string | null;
  /** Null only together with the party. */
  readonly unit: string | null;
  /** The seat's unit, the units under it, and those that all of them succeed. */
  readonly units: readonly string[];
}

/** The one seat of a machine without accounts: the secretariat of every side. */
export const OPEN_SEAT: Seat = { hand: 'officer', role: 'secretariat', party: null, unit: null, units: [] };
