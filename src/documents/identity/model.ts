import type { Language, Span } from '../../kernel/index.ts';
import type { WorkType } from '../../vocabulary/index.ts';

/** What is told of a work, with the words it was read from. */
export interface Described<Value> {
  readonly value: Value;
  /** Exactly the slice of the text at `span`; empty where nothing in the text says it. */
  readonly words: string;
  /** UTF-16 units of the text. */
  readonly span: Span | null;
  /** 0..1 */
  readonly confidence: number;
  /** The rule that read it; with `identity.why.` before it a message id. */
  readonly why: string;
}

/** Who signed, in what office and for whom; what the text does not say is empty. */
export interface Signatory {
  readonly name: string;
  readonly office: string;
  readonly side: string;
}

/** How a text stands to the words that were agreed on. */
export const RENDERINGS = [
  'original',
  'official-translation',
  'unofficial-translation',
  'translation',
  'machine-translation',
] as const;
export type Rendering = (typeof RENDERINGS)[number];

/** What a text says of itself, each part proposed; null where it says nothing. */
export interface FileDescription {
  readonly type: Described<WorkType>;
  readonly number: Described<string> | null;
  readonly title: Described<string>;
  /** ISO date of signing; of what an office issues, the date of issue. */
  readonly date: Described<string> | null;
  /** ISO date on which a page or paper published it, where that is another day. */
  readonly published: Described<string> | null;
  readonly place: Described<string> | null;
  /** ISO 3166 codes of the states named most. */
  readonly parties: Described<readonly string[]> | null;
  readonly signatories: Described<readonly Signatory[]> | null;
  readonly rendering: Described<Rendering> | null;
}

/** What a document says of itself, values only. */
export interface WorkDescription {
  readonly title: string;
  readonly type: WorkType;
  /** ISO date of the signing or issue; null where the opening names no full date. */
  readonly date: string | null;
  /** ISO 3166 codes of the states that are its parties, the most named first. */
  readonly parties: readonly string[];
}

/** How the first work of a file stands to another in it: a directive annexes a statement, a page reproduces one. */
export const PART_RELATIONS = ['annexes', 'reproduces'] as const;
export type PartRelation = (typeof PART_RELATIONS)[number];

/** A place where a new work begins in a text, and what speaks for it. */
export interface Cut {
  /** Offset of the first character of the new work. */
  readonly at: number;
  readonly relation: PartRelation;
  /** The line the new work begins with. */
  readonly words: string;
  readonly span: Span;
  readonly confidence: number;
  /** Message ids are `identity.cut.<sign>`. */
  readonly signs: readonly string[];
  /** Sure enough to be made at once; a person can take it back. */
  readonly sure: boolean;
}

/** A work inside a file: its stretch of the text, and what it says of itself. */
export interface WorkPart {
  readonly span: Span;
  readonly language: Language;
  readonly description: WorkDescription;
}
