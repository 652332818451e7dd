import { findQuote } from '../find-quote.ts';
import type { PassageCitation, VersionPassage } from './model.ts';

/** Characters of context kept on each side of a passage. */
const CONTEXT = 32;

/** A passage by its exact words and those around it. */
export function citePassage(text: string, { span }: Pick<VersionPassage, 'span'>): PassageCitation {
  return {
    span,
    quote: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start).toWellFormed(),
    suffix: text.slice(span.end, span.end + CONTEXT).toWellFormed(),
  };
}

/** Finds passages of a text again by their words; null where they are not in it, or nothing tells several apart. */
export function passageFinder(
  text: string,
  passages: readonly Pick<VersionPassage, 'span'>[],
): (citation: PassageCitation) => number | null {
  const byWords = new Map<string, number[]>();
  for (const [index, { span }] of passages.entries()) {
    const words = text.slice(span.start, span.end);
    byWords.set(words, [...(byWords.get(words) ?? []), index]);
  }
  const startingAt = new Map(passages.map(({ span }, index) => [span.start, index]));
  return (citation) => {
    const same = byWords.get(citation.quote) ?? [];
    if (same.length === 1) return same[0] as number;
    const unmoved = startingAt.get(citation.span.start);
    if (unmoved !== undefined && same.includes(unmoved) && isAround(text, citation)) return unmoved;
    const found = findQuote(text, citation);
    if (found === null) return null;
    const index = passages.findIndex(({ span }) => span.start <= found.start && found.end <= span.end);
    return index < 0 ? null : index;
  };
}

function isAround(text: string, { span, prefix, suffix }: PassageCitation): boolean {
  return text.slice(0, span.start).endsWith(prefix) && text.startsWith(suffix, span.end);
}
