import type { Span } from '../../../kernel/index.ts';

/** A stretch of a passage whose characters lie under the same commitments. */
export interface Segment extends Span {
  /** Ids of the commitments over it, the shortest quote first. */
  readonly ids: readonly string[];
  /** Ids of those whose quote begins here. */
  readonly opens: readonly string[];
  readonly part: 'text' | 'marker' | 'furniture' | 'bar';
}

interface Marked {
  readonly id: string;
  readonly span: Span;
}

/**
 * Cuts a passage at every begin and end of a quote, of its marker and of furniture that lies inside it. Segments are in
 * order, touch, and cover the passage; quotes may overlap, nest, and reach beyond it.
 * @param bars what parts the cells of a row
 */
export function segmentPassage(
  passage: { readonly span: Span; readonly marker: Span | null },
  marked: readonly Marked[],
  furniture: readonly Span[] = [],
  bars: readonly Span[] = [],
): Segment[] {
  const { start, end } = passage.span;
  const inside = (offset: number) => offset > start && offset < end;
  const spans = [
    ...marked.map((each) => each.span),
    ...furniture,
    ...bars,
    ...(passage.marker ? [passage.marker] : []),
  ];
  const cuts = new Set(spans.flatMap((span) => [span.start, span.end]).filter(inside));
  const edges = [start, ...[...cuts].sort((a, b) => a - b), end];
  const byLength = [...marked].sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    const over = byLength.filter(({ span }) => span.start <= from && span.end >= to);
    return {
      start: from,
      end: to,
      ids: over.map(({ id }) => id),
      opens: over.filter(({ span }) => Math.max(span.start, start) === from).map(({ id }) => id),
      part: partOf(from, to, passage.marker, furniture, bars),
    };
  });
}

function partOf(
  from: number,
  to: number,
  marker: Span | null,
  furniture: readonly Span[],
  bars: readonly Span[],
): Segment['part'] {
  const within = (span: Span) => span.start <= from && span.end >= to;
  if (furniture.some(within)) return 'furniture';
  if (bars.some(within)) return 'bar';
  return marker && within(marker) ? 'marker' : 'text';
}
