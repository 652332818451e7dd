import type { Language, Span } from '../kernel/index.ts';
import type { Kind, Sector, Strength } from '../vocabulary/index.ts';

/** When an action is due: the words, and the interval they name (ISO dates, both null for `sớm` and its like). */
export interface Due {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Why a rule decided as it did: the rule's name and the words that made it fire. */
export interface Reason {
  /** Id of the rule or data entry, such as `frame:vi/hai-ben-nhat-tri`; also a message id under `why.`. */
  readonly rule: string;
  readonly words: string;
  readonly span: Span | null;
}

/** A number with its unit that a clause sets as an aim (`5 tỷ USD`, `200 scholarships`, `20 %`). */
export interface Target {
  /** As written, the number with its unit. */
  readonly text: string;
  readonly value: number;
  readonly unit: string;
}

/** The fields of a candidate that a person can correct. */
export interface CommitmentFields {
  readonly kind: Kind;
  readonly actors: readonly string[];
  readonly action: string;
  readonly strength: Strength;
  readonly due: Due | null;
  readonly sector: Sector;
  readonly instruments: readonly string[];
  readonly mechanisms: readonly string[];
  readonly places: readonly string[];
  /** Numbers with a unit that the clause sets as an aim. */
  readonly targets: readonly Target[];
  /** Directives only: who leads, who coordinates, to whom and how often to report; as the text has it. */
  readonly lead: string | null;
  readonly coordinators: readonly string[];
  readonly report: { readonly period: string; readonly recipients: readonly string[] } | null;
}

export type FieldName = keyof CommitmentFields;

/** A commitment as the rules propose it. */
export interface Candidate extends CommitmentFields {
  readonly span: Span;
  /** Exactly the slice of the document's text. */
  readonly quote: string;
  readonly language: Language;
  /** Label of the provision it stands in, such as `4.3(2)`. */
  readonly path: string;
  /** Index of the sentence it begins in. */
  readonly sentence: number;
  /** 0..1 */
  readonly confidence: number;
  readonly why: readonly Reason[];
  /** For each field, the spans of the words it was read from (which may lie outside the quote). */
  readonly evidence: Readonly<Partial<Record<FieldName, readonly Span[]>>>;
}

/** What became of a sentence: the kind of the strongest unit in it, `none` with a reason, or `unread` (no rules for it). */
export type CoverageState = Kind | 'none' | 'unread';

export interface SentenceCoverage {
  readonly sentence: number;
  readonly state: CoverageState;
  /** Rule id that says why, such as `none:no-action` or `unread:language`. */
  readonly reason: string;
}

/** What a text calls a body that no register knows, by the id made up for it. */
export interface BodyName {
  readonly id: string;
  readonly language: Language;
  /** As first written, one blank between words. */
  readonly words: string;
}

/** All that was read in one document. */
export interface Reading {
  /** Of bodies that act, lead or help in a candidate and stand in no register. */
  readonly names: readonly BodyName[];
  readonly candidates: readonly Candidate[];
  readonly coverage: readonly SentenceCoverage[];
}
