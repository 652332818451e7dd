import type { Candidate } from '../commitments/index.ts';
import type { Span } from '../kernel/index.ts';
import type { Relation, WorkType } from '../vocabulary/index.ts';

export { RELATIONS, type Relation } from '../vocabulary/index.ts';

/** Who a work binds: the states, or a province, ministry or party body below them. */
export type Level = 'national' | 'local';

/** What lineage reads of a unit of the text; a `Candidate` has all of it, and so has a confirmed commitment. */
export type LineageUnit = Pick<
  Candidate,
  | 'quote'
  | 'span'
  | 'language'
  | 'kind'
  | 'strength'
  | 'sector'
  | 'action'
  | 'actors'
  | 'due'
  | 'instruments'
  | 'mechanisms'
  | 'places'
> & {
  /** What the unit stands in, such as its paragraph's number: neighbours share it. */
  readonly passage: number;
};

/** One agreed or issued document, in one language, with its units in document order. */
export interface LineageWork {
  /** Unique among the works traced. */
  readonly id: string;
  /** Name of the file. */
  readonly doc: string;
  readonly title: string;
  readonly type: WorkType;
  /** ISO date; a work without one is traced after all others. */
  readonly date: string | null;
  readonly level: Level;
  /** ISO 3166 codes of the states concerned; empty where the text does not say. */
  readonly parties: readonly string[];
  /** Of the demonstration: compared only with its like. */
  readonly demonstration?: boolean;
  readonly units: readonly LineageUnit[];
}

/** A unit of a work: its place among the work's units, and its exact words. */
export interface UnitPlace {
  readonly work: string;
  readonly doc: string;
  readonly unit: number;
  readonly quote: string;
  /** UTF-16 units of the file's text. */
  readonly span: Span;
}

/** The rules that give reasons; each has a sentence of its own wherever it is shown. */
export const LINEAGE_RULES = [
  'level',
  'reported-done',
  'under-way',
  'ongoing',
  'used-as-existing',
  'tried-then-used',
  'raised',
  'lowered',
  'strength',
  'due-set',
  'due-lost',
  'due-moved',
  'wider',
  'object-added',
  'object-lost',
  'other-object',
  'same-action',
  'shared',
  'no-forerunner',
  'not-taken-up',
  'told',
] as const;
export type LineageRule = (typeof LINEAGE_RULES)[number];

/** Why a rule decided: its id, and the words or concepts it rests on. */
export interface LineageReason {
  readonly rule: LineageRule;
  readonly words: string;
}

/** A unit of an earlier (or more general) work and what became of it in a later (or more local) one. */
export interface LineageLink {
  readonly a: UnitPlace;
  readonly b: UnitPlace;
  readonly relation: Relation;
  /** 0..1: how likely both are one concern. */
  readonly score: number;
  readonly why: readonly LineageReason[];
}

/**
 * A unit without forerunner in any earlier work (`new`), one that no later work takes up (`dropped`), or one that tells what
 * was done or how far something is and by which no earlier promise is fulfilled (`reported`).
 */
export interface LineageStatus {
  readonly place: UnitPlace;
  readonly status: 'new' | 'dropped' | 'reported';
  readonly why: readonly LineageReason[];
}

/** All that was found between a set of works. */
export interface Lineage {
  readonly links: readonly LineageLink[];
  readonly statuses: readonly LineageStatus[];
}
