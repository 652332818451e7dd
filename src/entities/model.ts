import type { Reason } from '../commitments/index.ts';
import type { Language, Span } from '../kernel/index.ts';
import type { EntityKind } from '../vocabulary/index.ts';

/** A name of a body, mechanism, instrument, gate or place where it stands in a text. */
export interface EntityMention {
  readonly kind: EntityKind;
  /** UTF-16 offsets in the document's text. */
  readonly span: Span;
  /** Exactly the slice of the document's text. */
  readonly text: string;
  /** The name in one line, as a register writes it. */
  readonly name: string;
  readonly language: Language;
  /** Index of the sentence it stands in. */
  readonly sentence: number;
  /** Ids in the relation's profile: one; several where the words mean the bodies of both sides; none where unknown. */
  readonly entries: readonly string[];
  /** 0..1 */
  readonly confidence: number;
  readonly why: readonly Reason[];
  /** A gate of no register: the names of its two sides as the text gives them. */
  readonly sides?: readonly [string, string];
}

/** Whether something has happened, is agreed or is only said to be so. */
export type FactStatus = 'done' | 'planned' | 'stated';

export const GATE_CHANGES = ['upgrade', 'open', 'restore', 'smart', 'extend', 'build'] as const;
export type GateChange = (typeof GATE_CHANGES)[number];

export const GATE_GRADES = ['international', 'bilateral', 'auxiliary', 'opening'] as const;
export type GateGrade = (typeof GATE_GRADES)[number];

/** What a text says of an entity beside its name. Days are ISO dates. */
export type FactValue =
  /** One meeting of a series; `ordinal` null where only `the next` is told. */
  | {
      readonly type: 'session';
      readonly ordinal: number | null;
      readonly from: string | null;
      readonly to: string | null;
      readonly host: string | null;
    }
  | { readonly type: 'signed'; readonly from: string | null; readonly to: string | null }
  | { readonly type: 'in-force'; readonly from: string | null; readonly to: string | null }
  /** `to` is the last day; null where a length is told, not an end. */
  | {
      readonly type: 'term';
      readonly from: string | null;
      readonly to: string | null;
      readonly years: number | null;
    }
  | { readonly type: 'parties'; readonly names: readonly string[] }
  /** One body or place became part of another. */
  | {
      readonly type: 'succession';
      readonly into: string;
      readonly entries: readonly string[];
      readonly from: string | null;
    }
  | { readonly type: 'grade'; readonly grade: GateGrade }
  | { readonly type: 'change'; readonly change: GateChange; readonly grade: GateGrade | null };

export const FACT_TYPES = [
  'session',
  'signed',
  'in-force',
  'term',
  'parties',
  'succession',
  'grade',
  'change',
] as const;

/** A fact about the entity a mention names, with the words that say it. */
export interface EntityFact {
  /** Index of the mention in the same reading. */
  readonly mention: number;
  readonly value: FactValue;
  readonly status: FactStatus;
  readonly span: Span;
  /** Exactly the slice of the document's text. */
  readonly quote: string;
  readonly confidence: number;
}

/** What was read of the registers in one document. */
export interface EntityReading {
  /** Id of the relation: the profile's, or the parties' codes. */
  readonly relation: string;
  readonly profile: string | null;
  /** ISO date of the document, by which validity is judged; null where it has none. */
  readonly date: string | null;
  /** In document order. */
  readonly mentions: readonly EntityMention[];
  readonly facts: readonly EntityFact[];
}
