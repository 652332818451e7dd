import type { Reading } from '../../commitments/index.ts';
import type { Document, FlatText } from '../../documents/index.ts';
import type { EntityFact, FactStatus, FactValue } from '../model.ts';
import type { FoundName, Passage } from '../names/found.ts';
import { gateFacts } from './gates.ts';
import { instrumentFacts } from './instruments.ts';
import { sessionFacts } from './sessions.ts';
import { successionFacts } from './successions.ts';

/** What the readers of facts know beside the sentence. */
export interface Surroundings {
  readonly flat: FlatText;
  readonly document: Document;
  readonly reading: Reading;
  readonly sentence: number;
  readonly date: string | null;
}

/** A fact with flat offsets, before its words are cut from the document. */
export interface FoundFact {
  /** Index of the name in the sentence. */
  readonly mention: number;
  readonly value: FactValue;
  readonly status: FactStatus;
  readonly span: { readonly start: number; readonly end: number };
  readonly confidence: number;
}

/** What a sentence says of the names in it: sessions of mechanisms, days of instruments, grade and state of gates. */
export function factsOf(passage: Passage, found: readonly FoundName[], around: Surroundings): EntityFact[] {
  const facts = [
    ...sessionFacts(passage, found, around),
    ...instrumentFacts(passage, found, around),
    ...gateFacts(passage, found, around),
    ...successionFacts(passage, found, around),
  ];
  return facts
    .sort((a, b) => a.span.start - b.span.start)
    .map((fact) => {
      const span = around.flat.raw(fact.span);
      return { ...fact, span, quote: around.document.text.slice(span.start, span.end) };
    });
}
