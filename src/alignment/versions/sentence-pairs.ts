import { align } from '../align.ts';
import type { Pair, Stretch } from './pair.ts';

/** Two sentences are compared where their bead is this sure. */
const SURE = 0.6;
/** Sentences of one side in a bead that is still compared as a whole. */
const MOST = 2;

/** Index of the first sentence that ends after an offset; sentences stand in order. */
function firstAfter(sentences: Stretch['document']['sentences'], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.span.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The sentences of a stretch, each a stretch of its own; the whole where none lies inside it. */
function sentencesOf(stretch: Stretch): Stretch[] {
  const { document, span, lines } = stretch;
  const { sentences } = document;
  const from = firstAfter(sentences, span.start);
  let to = from;
  while ((sentences[to]?.span.start ?? span.end) < span.end) to += 1;
  const inside = sentences.slice(from, to);
  const found = inside.map(({ span: own }) => {
    const part = { start: Math.max(span.start, own.start), end: Math.min(span.end, own.end) };
    return partOf(stretch, part.start, part.end, lines);
  });
  return found.length === 0 ? [stretch] : found;
}

function partOf(stretch: Stretch, start: number, end: number, lines: Stretch['lines']): Stretch {
  const held = lines.filter((line) => line.span.end > start && line.span.start < end);
  return {
    ...stretch,
    lines: held.length === 0 ? lines : held,
    span: { start, end },
    text: stretch.document.text.slice(start, end),
  };
}

function joined(stretch: Stretch, sentences: readonly Stretch[], at: readonly number[]): Stretch {
  const [first, last] = [sentences[at[0] as number] as Stretch, sentences[at.at(-1) as number] as Stretch];
  return partOf(stretch, first.span.start, last.span.end, stretch.lines);
}

/** The sentences of two passages: those that translate each other, and those that stand alone. */
interface Sentences {
  readonly pairs: readonly Pair[];
  readonly alone: Readonly<Record<'a' | 'b', readonly Stretch[]>>;
}

const known = new WeakMap<Pair, Sentences>();

function read(pair: Pair): Sentences {
  const [a, b] = [sentencesOf(pair.a), sentencesOf(pair.b)];
  if (a.length === 1 && b.length === 1) {
    return { pairs: [{ a: a[0] as Stretch, b: b[0] as Stretch }], alone: { a: [], b: [] } };
  }
  const passages = (side: readonly Stretch[]) => side.map(({ text, language }) => ({ text, language }));
  const beads = align(passages(a), passages(b), { withoutReasons: true });
  const bound = beads
    .filter((bead) => bead.score >= SURE && Math.min(bead.a.length, bead.b.length) > 0)
    .filter((bead) => Math.max(bead.a.length, bead.b.length) <= MOST);
  const lone = (side: 'a' | 'b', own: readonly Stretch[]): Stretch[] =>
    beads
      .filter((bead) => bead.a.length + bead.b.length === bead[side].length)
      .flatMap((bead) => bead[side].map((at) => own[at] as Stretch));
  return {
    pairs: bound.map((bead) => ({ a: joined(pair.a, a, bead.a), b: joined(pair.b, b, bead.b) })),
    alone: { a: lone('a', a), b: lone('b', b) },
  };
}

function sentencesIn(pair: Pair): Sentences {
  const before = known.get(pair);
  if (before !== undefined) return before;
  const sentences = read(pair);
  known.set(pair, sentences);
  return sentences;
}

/** The sentences of two passages that translate each other, read once for all checks. */
export function sentencePairs(pair: Pair): readonly Pair[] {
  return sentencesIn(pair).pairs;
}

/** The sentences of one side that no sentence of the other side translates. */
export function sentencesAlone(pair: Pair, side: 'a' | 'b'): readonly Stretch[] {
  return sentencesIn(pair).alone[side];
}
