import { intersectionOverUnion, type Span } from '../../kernel/index.ts';

/** A pair of indices into the two lists, with the intersection over union of their spans. */
export interface Pair {
  readonly gold: number;
  readonly found: number;
  readonly overlap: number;
}

/**
 * Pairs spans one to one, the best overlap first; pairs under `least` are left unpaired.
 * Both lists are sorted here by start, so that only neighbours are compared.
 */
export function matchSpans(gold: readonly Span[], found: readonly Span[], least: number): Pair[] {
  const order = [...found.keys()].sort((a, b) => (found[a] as Span).start - (found[b] as Span).start);
  const pairs: Pair[] = [];
  for (const [index, span] of gold.entries()) {
    for (const candidate of order) {
      const other = found[candidate] as Span;
      if (other.start >= span.end) break;
      if (other.end <= span.start) continue;
      const overlap = intersectionOverUnion(span, other);
      if (overlap >= least) pairs.push({ gold: index, found: candidate, overlap });
    }
  }
  pairs.sort((a, b) => b.overlap - a.overlap || a.gold - b.gold);
  const goldTaken = new Set<number>();
  const foundTaken = new Set<number>();
  return pairs.filter((pair) => {
    if (goldTaken.has(pair.gold) || foundTaken.has(pair.found)) return false;
    goldTaken.add(pair.gold);
    foundTaken.add(pair.found);
    return true;
  });
}
