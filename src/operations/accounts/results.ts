import type { NameForms, Role, Seat } from '../../register/index.ts';

/** A person in a post, as pages show it. */
export interface HoldingView {
  readonly id: string;
  readonly role: Role;
  readonly party: string;
  readonly unit: string;
  readonly unitNames: NameForms;
  readonly person: string;
  readonly account: string;
  readonly from: string;
  readonly until: string | null;
}

/** Who is signed in. */
export interface SignedIn {
  readonly account: string;
  readonly name: string;
  readonly mail: string;
  readonly totp: boolean;
  readonly demonstration: boolean;
  /** What a form has to bring along. */
  readonly csrf: string;
  /** The seat acted from; null where the person has none today. */
  readonly seat: Seat | null;
  /** Every post the person holds today. */
  readonly seats: readonly HoldingView[];
}

/** A new sign-in: the token goes into the cookie and is kept nowhere. */
export interface SignIn {
  readonly token: string;
}

/** A unit as pages show it. */
export interface UnitView {
  readonly id: string;
  readonly party: string;
  readonly names: NameForms;
  readonly parent: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly successor: string | null;
  readonly entity: string | null;
  readonly code: string | null;
  readonly version: number;
}

/** Somebody who has an account. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly disabled: boolean;
  readonly demonstration: boolean;
  /** False until the one-time link was used. */
  readonly ready: boolean;
  readonly totp: boolean;
  readonly holdings: readonly HoldingView[];
}
