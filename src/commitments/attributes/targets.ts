import type { Span } from '../../kernel/index.ts';
import { readQuantities } from '../../vocabulary/index.ts';
import type { Clause } from '../clause.ts';
import type { Target } from '../model.ts';

/** Numbers with a unit inside the clause (`5 tỷ USD`, `200 scholarships`, `20 %`), and where each stands in the document. */
export function readTargets({ sentence, span }: Clause): {
  readonly targets: readonly Target[];
  readonly spans: readonly Span[];
} {
  const found = readQuantities(sentence.text.slice(span.start, span.end));
  return {
    targets: found.map(({ text, value, unit }) => ({ text, value, unit })),
    spans: found.map(({ start, end }) => sentence.raw({ start: span.start + start, end: span.start + end })),
  };
}
