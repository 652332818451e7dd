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
}
