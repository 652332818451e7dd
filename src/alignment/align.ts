import { type Checked, checked, type Message } from '../kernel/index.ts';
import { beadsOf } from './beads.ts';
import type { AlignOptions, Bead, Passage } from './model.ts';
import { movedBeads, withMoved } from './moved.ts';
import { runPasses } from './passes.ts';
import { areUnrelated } from './related.ts';

/**
 * Aligns two texts of the same content in any two of vi, en, zh, fa: beads in the order of side a, every passage of
 * both sides in exactly one. Passages that stand elsewhere on the other side are found too. Deterministic; two passes
 * over a banded lattice with weights trained on news sentences, the second knows the words the first has learned.
 */
export function align(a: readonly Passage[], b: readonly Passage[], options: AlignOptions = {}): Bead[] {
  return alignParts(a, b, options).beads;
}

function alignParts(
  a: readonly Passage[],
  b: readonly Passage[],
  options: AlignOptions,
): { beads: Bead[]; moved: number } {
  if (a.length === 0 || b.length === 0) return { beads: lone(a, b), moved: 0 };
  const withReasons = options.withoutReasons !== true;
  const beads = beadsOf(runPasses(a, b), withReasons);
  const moved = movedBeads(a, b, beads, withReasons);
  return { beads: withMoved(beads, moved), moved: moved.length };
}

function lone(a: readonly Passage[], b: readonly Passage[]): Bead[] {
  return [
    ...a.map((_, line) => ({ a: [line], b: [], score: 1, support: 0, why: [] })),
    ...b.map((_, line) => ({ a: [], b: [line], score: 1, support: 0, why: [] })),
  ];
}

/** Share of characters below which a part is missing. */
const WHOLE = 0.75;
/** A bead speaks for a relation where it is this sure and has as many signs. */
const SURE = 0.5;
const SIGNS = 2;

function size(passages: readonly Passage[], lines: readonly number[]): number {
  return lines.reduce((sum, line) => sum + (passages[line]?.text.length ?? 0), 0);
}

function shareBound(passages: readonly Passage[], beads: readonly Bead[], side: 'a' | 'b'): number {
  const bound = beads.filter(
    ({ a, b, score, support }) => a.length > 0 && b.length > 0 && score >= SURE && support >= SIGNS,
  );
  const all = passages.reduce((sum, { text }) => sum + text.length, 0);
  return all === 0 ? 0 : bound.reduce((sum, bead) => sum + size(passages, bead[side]), 0) / all;
}

function same(a: readonly Passage[], b: readonly Passage[]): boolean {
  return a.length > 0 && a.length === b.length && a.every(({ text }, line) => text.trim() === b[line]?.text.trim());
}

/**
 * As `align`, with what a reader should know of the two texts: `alignment.same` (the same file twice),
 * `alignment.unrelated`, `alignment.part` (much of one side has nothing on the other; details: percent, side),
 * `alignment.moved` (passages stand in another order; details: passages).
 */
export function alignChecked(
  a: readonly Passage[],
  b: readonly Passage[],
  options: AlignOptions = {},
): Checked<Bead[]> {
  const { beads, moved } = alignParts(a, b, options);
  const messages: Message[] = [];
  const say = (severity: Message['severity'], id: string, details: Message['details']): void => {
    messages.push({ severity, id: `alignment.${id}`, details });
  };
  if (same(a, b)) say('warning', 'same', {});
  const [boundA, boundB] = [shareBound(a, beads, 'a'), shareBound(b, beads, 'b')];
  if (areUnrelated(a, b, Math.max(boundA, boundB))) say('warning', 'unrelated', {});
  else {
    const percent = (share: number): number => Math.round((1 - share) * 100);
    if (boundA < WHOLE) say('warning', 'part', { percent: percent(boundA), side: 'A' });
    if (boundB < WHOLE) say('warning', 'part', { percent: percent(boundB), side: 'B' });
  }
  if (moved > 0) say('info', 'moved', { passages: moved });
  return checked(beads, messages);
}
