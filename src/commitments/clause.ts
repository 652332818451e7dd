import type { Document, FlatText } from '../documents/index.ts';
import type { Language, Span } from '../kernel/index.ts';
import type { Kind, Strength } from '../vocabulary/index.ts';

/** Words that name who acts, with their place in the document (null where inherited from data, never guessed). */
export interface Subject {
  readonly text: string;
  readonly span: Span | null;
  /** `own`: in the clause; `frame`: of the introducing words of its sentence; `inherited`: from an earlier sentence of its passage. */
  readonly from: 'own' | 'frame' | 'inherited';
}

/** What is said beside a task about who does it: in brackets after it, in lines below it, or in the columns of its row. */
export interface Assignment {
  /** Who leads, or is to do it, in the words of the text; empty where only a time is said. */
  readonly lead: string;
  readonly helpers: string | null;
  /** The words that assign. */
  readonly span: Span;
  /** Where a time may stand. */
  readonly due: { readonly words: string; readonly span: Span } | null;
  /** A column of its own names who leads. */
  readonly leads?: boolean;
}

/**
 * One unit as the detector found it, before its attributes are read. Offsets here are of the flat text of its
 * sentence; `sentence.raw(span)` leads back to the document.
 */
export interface Clause {
  readonly document: Document;
  readonly language: Language;
  readonly sentence: FlatText;
  readonly sentenceIndex: number;
  readonly provision: number;
  /** The quote. */
  readonly span: Span;
  /** The head verb or verbs. */
  readonly action: Span;
  /** The introducing words (`Hai bên nhất trí`, `Both sides agreed to`), or null. */
  readonly frame: Span | null;
  readonly subject: Subject | null;
  readonly kind: Kind;
  readonly strength: Strength;
  /** What the columns of its row say, where it stands in a table of tasks. */
  readonly assigned: Assignment | null;
}
