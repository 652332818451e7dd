import { beadsOf } from './beads.ts';
import type { Bead, Passage } from './model.ts';
import { runPasses } from './passes.ts';

/** Lines that stay alone on both sides before it is worth looking for passages that changed their place. */
const FEWEST = 3;
/** A moved passage must be this sure and rest on as many signs. */
const SURE = 0.9;
const SIGNS = 3;

/**
 * Passages that stand elsewhere on the other side (swapped sections): the lines each side has alone are aligned with
 * one another once more. Returns the beads found, with the numbers of the whole texts.
 */
export function movedBeads(
  a: readonly Passage[],
  b: readonly Passage[],
  beads: readonly Bead[],
  withReasons: boolean,
): Bead[] {
  const loneA = beads.filter((bead) => bead.b.length === 0).flatMap((bead) => bead.a);
  const loneB = beads.filter((bead) => bead.a.length === 0).flatMap((bead) => bead.b);
  if (loneA.length < FEWEST || loneB.length < FEWEST) return [];
  const outcome = runPasses(
    loneA.map((line) => a[line] as Passage),
    loneB.map((line) => b[line] as Passage),
  );
  return beadsOf(outcome, withReasons)
    .filter((bead) => bead.a.length > 0 && bead.b.length > 0 && bead.score >= SURE && bead.support >= SIGNS)
    .map((bead) => ({
      ...bead,
      a: bead.a.map((line) => loneA[line] as number),
      b: bead.b.map((line) => loneB[line] as number),
    }))
    .filter((bead) => together(bead.a) && together(bead.b));
}

function together(lines: readonly number[]): boolean {
  return lines.every((line, index) => index === 0 || line === (lines[index - 1] as number) + 1);
}

/** The beads with moved ones in place of the lone lines they bind, in the order of side a, then side b. */
export function withMoved(beads: readonly Bead[], moved: readonly Bead[]): Bead[] {
  if (moved.length === 0) return [...beads];
  const boundA = new Map(moved.flatMap((bead) => bead.a.map((line) => [line, bead] as const)));
  const boundB = new Set(moved.flatMap((bead) => bead.b));
  return beads.flatMap((bead) => {
    if (bead.a.length === 0) return bead.b.some((line) => boundB.has(line)) ? [] : [bead];
    const other = bead.b.length === 0 ? boundA.get(bead.a[0] as number) : undefined;
    if (other === undefined) return [bead];
    return other.a[0] === bead.a[0] ? [other] : [];
  });
}
