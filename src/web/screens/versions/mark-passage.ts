import type { Span } from '../../../kernel/index.ts';
import type { Finding, Side } from '../../data/versions.ts';

/** A stretch of a passage under the same findings. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly findings: readonly Finding[];
}

/** A finding about more than this share of a passage is about the passage: it is shown beside it, not under its words. */
const WHOLE = 0.9;

export interface MarkedPassage {
  readonly stretches: readonly Stretch[];
  /** Findings about the whole passage. */
  readonly whole: readonly Finding[];
}

/** Cuts a passage where the words of findings begin and end. */
export function markPassage(passage: Span, findings: readonly Finding[], side: Side): MarkedPassage {
  const length = Math.max(1, passage.end - passage.start);
  const touching = findings.flatMap((finding) => {
    const span = finding[side]?.span;
    if (!span || !finding.found || span.start >= passage.end || span.end <= passage.start) return [];
    const inside = { start: Math.max(span.start, passage.start), end: Math.min(span.end, passage.end) };
    return [{ finding, ...inside, whole: inside.end - inside.start > length * WHOLE }];
  });
  const words = touching.filter(({ whole }) => !whole);
  const cuts = new Set([passage.start, passage.end, ...words.flatMap(({ start, end }) => [start, end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  const stretches = edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] as number;
    const over = words.filter((one) => one.start <= start && one.end >= end);
    return { start, end, findings: over.map(({ finding }) => finding) };
  });
  return { stretches, whole: touching.filter(({ whole }) => whole).map(({ finding }) => finding) };
}
