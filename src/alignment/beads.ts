import { SHAPES } from './features.ts';
import type { Bead } from './model.ts';
import type { Outcome } from './passes.ts';
import { keyFrequencies, reasonsFor, signsInCommon } from './reasons.ts';

function range(from: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => from + index);
}

/** The signs in common of a line that is the same on both sides: as many as the strictest rule asks for. */
const IDENTICAL = 8;

/** The beads of an outcome, with reasons where wanted. */
export function beadsOf({ scene, steps, fixed }: Outcome, withReasons: boolean): Bead[] {
  const identical = new Map(fixed.map(({ a, b }) => [a, b]));
  const frequencies = withReasons ? keyFrequencies(scene.b) : new Map<string, number>();
  const supportOf = signsInCommon(scene);
  return steps.map(({ i, j, shape, probability }) => {
    const [di, dj] = SHAPES[shape] as readonly [number, number];
    const lines = { a: range(i, di), b: range(j, dj) };
    const score = Math.round(probability * 1000) / 1000;
    if (di === 0 || dj === 0) return { ...lines, score, support: 0, why: [] };
    const same = identical.get(i) === j;
    const support = same ? IDENTICAL : supportOf(lines);
    if (!withReasons) return { ...lines, score, support, why: [] };
    if (same) return { ...lines, score, support, why: [{ sign: 'identical', a: '', b: '' }] };
    return { ...lines, score, support, why: reasonsFor(scene, lines, frequencies) };
  });
}
