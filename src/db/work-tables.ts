import type { Cut, FileDescription, Oddity, PartRelation } from '../documents/index.ts';
import type { Json, WorkFields } from './tables.ts';

/** What can be done to a work; the log keeps one after the other. */
export type WorkActionBody =
  | { readonly type: 'describe'; readonly fields: Partial<WorkFields>; readonly more?: Partial<MoreFields> }
  /** What the rules read of a text is right, field by field. */
  | { readonly type: 'confirm'; readonly expression: string; readonly values: Readonly<Record<string, unknown>> }
  /** An oddity is as in the original, and known; `known` false takes that back. */
  | {
      readonly type: 'mark-oddity';
      readonly expression: string;
      readonly key: string;
      readonly known: boolean;
      readonly note: string;
    }
  /** Takes the action of that sequence back; `fields` are what the work is again. */
  | { readonly type: 'undo'; readonly of: number; readonly fields: Partial<WorkFields> }
  /** A work that stood in a text of this one became a work of its own; `merge` makes them one again. */
  | { readonly type: 'split'; readonly expression: string; readonly into: string; readonly relation: PartRelation }
  | { readonly type: 'merge'; readonly expression: string; readonly from: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'restore' }
  /** Texts of another work became language versions of this one; `leave` is the entry in the other's log. */
  | { readonly type: 'join'; readonly expressions: readonly string[]; readonly from: string }
  | { readonly type: 'leave'; readonly expressions: readonly string[]; readonly to: string }
  /** The rules take a text of this work for a language version of another; a person declined. */
  | {
      readonly type: 'propose-version';
      readonly expression: string;
      readonly other: string;
      readonly confidence: number;
    }
  | { readonly type: 'decline-version'; readonly expression: string; readonly other: string };

/** What is known of a work beside what every list shows. */
export interface MoreFields {
  readonly number: string | null;
  readonly place: string | null;
  readonly published: string | null;
  readonly signatories: readonly { readonly name: string; readonly office: string; readonly side: string }[];
  readonly rendering: string | null;
}

/** What the rules read of a text. */
export interface TextDescriptionTable {
  expression_id: string;
  manifestation_id: string;
  fields: Json<FileDescription>;
  cuts: Json<readonly Cut[]>;
  oddities: Json<readonly Oddity[]>;
  /** Id of the relation it is of; null where it was read before this was kept. */
  relation: string | null;
}

/** A work that came with another in one file. */
export interface WorkLinkTable {
  work_id: string;
  other_id: string;
  relation: PartRelation;
}
