import type { Language } from '../../kernel/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';

/** The forms of a name by language, the usual one first. */
export type NameForms = Partial<Record<Exclude<Language, 'und'>, readonly string[]>>;

/** What a register says of an entry; which parts it uses its kind decides. Days are ISO dates, also of month or year. */
export interface EntityFields {
  readonly names: NameForms;
  /** Level of a body, type of a mechanism, instrument or place, grade of a gate. */
  readonly type: string | null;
  /** Code of the party it belongs to; null for what both share. */
  readonly party: string | null;
  /** Ids of entries of the same relation. */
  readonly parent: string | null;
  readonly successor: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly signed: string | null;
  readonly expires: string | null;
  /** A gate: what it is called on either side, and which party's side it is. */
  readonly sides: readonly { readonly party: string | null; readonly names: NameForms }[] | null;
  /** Longitude and latitude. */
  readonly coordinates: readonly [number, number] | null;
}

export const ENTITY_FIELD_NAMES = [
  ...(['names', 'type', 'party', 'parent', 'successor', 'from', 'until'] as const),
  ...(['signed', 'expires', 'sides', 'coordinates'] as const),
] as const satisfies readonly (keyof EntityFields)[];

/** Where an entry comes from: the profile shipped with the product, a text that names it, a person. */
export const ENTITY_ORIGINS = ['profile', 'text', 'person'] as const;
export type EntityOrigin = (typeof ENTITY_ORIGINS)[number];

/** Why a proposal is no entry. */
export const ENTITY_REJECT_REASONS = ['no-name', 'wrong-kind', 'not-of-relation', 'other'] as const;
export type EntityRejectReason = (typeof ENTITY_REJECT_REASONS)[number];

/** What can be done to an entry of a register (docs/actions.md, "Entries"). */
export type EntityActionBody =
  /** The profile or the texts give it: first, or again with other fields. */
  | {
      readonly type: 'propose';
      readonly origin: Exclude<EntityOrigin, 'person'>;
      readonly fields: EntityFields;
      readonly unsure: boolean;
    }
  | { readonly type: 'add'; readonly fields: EntityFields }
  | { readonly type: 'confirm' }
  | { readonly type: 'edit'; readonly fields: Partial<EntityFields> }
  | { readonly type: 'reject'; readonly reason: EntityRejectReason; readonly note: string }
  /** It is the same as another entry, whose id is named. */
  | { readonly type: 'merge'; readonly into: string }
  /** A fact read from a text is not so. */
  | { readonly type: 'dismiss'; readonly fact: string }
  /** Takes back the latest decision that still stands. */
  | { readonly type: 'undo'; readonly undoes: string };

export interface EntityAction {
  readonly id: string;
  /** 1-based, without gaps, per entry. */
  readonly sequence: number;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: EntityActionBody;
}

export const ENTITY_DECISIONS = ['undecided', 'confirmed', 'rejected', 'merged'] as const;
export type EntityDecision = (typeof ENTITY_DECISIONS)[number];

/** The present state of an entry. */
export interface EntityState {
  readonly decision: EntityDecision;
  readonly origin: EntityOrigin;
  /** What profile or texts say, without what people changed. */
  readonly base: EntityFields;
  /** What people changed; stands over the base, whatever is proposed later. */
  readonly edits: Partial<EntityFields>;
  readonly fields: EntityFields;
  /** Not checked against a source, and nobody has confirmed it. */
  readonly unsure: boolean;
  readonly mergedInto: string | null;
  /** Keys of facts that people dismissed. */
  readonly dismissed: readonly string[];
  readonly rejectReason: EntityRejectReason | null;
  readonly version: number;
  readonly undoable: string | null;
}

/** Fields with nothing but a name. */
export function namedFields(names: NameForms): EntityFields {
  return {
    names,
    ...{ type: null, party: null, parent: null, successor: null, from: null, until: null },
    ...{ signed: null, expires: null, sides: null, coordinates: null },
  };
}

/** The form to show in a language: its own, else the first there is. */
export function nameIn(names: NameForms, language: string): string {
  const own = names[language as keyof NameForms]?.[0];
  return own ?? Object.values(names).find((forms) => (forms?.length ?? 0) > 0)?.[0] ?? '';
}

/** An entry as rules compare it. */
export interface NamedEntry {
  readonly id: string;
  readonly kind: EntityKind;
  readonly names: NameForms;
}
