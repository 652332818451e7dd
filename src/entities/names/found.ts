import type { NameMention } from '../../commitments/index.ts';
import type { Language, Span } from '../../kernel/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';

/** A name found in the flat text of a sentence, before it becomes a mention of the document. */
export interface FoundName {
  readonly kind: EntityKind;
  /** Flat offsets. */
  readonly span: Span;
  readonly entries: readonly string[];
  readonly confidence: number;
  /** Rule that found it, a message id under `why.`. */
  readonly rule: string;
  readonly sides?: readonly [string, string];
}

/** A sentence as the readers of names see it. */
export interface Passage {
  /** Flat text. */
  readonly text: string;
  readonly language: Language;
  /** What the name patterns of commitments find. */
  readonly names: readonly NameMention[];
}

/** True where two spans share a character. */
export function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where a name of this kind is found there already. */
export function isTaken(found: readonly FoundName[], kind: EntityKind, span: Span): boolean {
  return found.some((one) => one.kind === kind && touches(one.span, span));
}
