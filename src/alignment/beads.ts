import { SHAPES } from './features.ts';
import type { Bead } from './model.ts';
import type { Outcome } from './passes.ts';
import { keyFrequencies, reasonsFor } from './reasons.ts';

function range(from: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => from + index);
}

/** The beads of an outcome, with reasons where wanted. */
export function beadsOf({ scene, steps, fixed }: Outcome, withReasons: boolean): Bead[] {
  const identical = new Map(fixed.map(({ a, b }) => [a, b]));
  const frequencies = withReasons ? keyFrequencies(scene.b) : new Map<string, number>();
  return steps.map(({ i, j, shape, probability }) => {
    const [di, dj] = SHAPES[shape] as readonly [number, number];
    const lines = { a: range(i, di), b: range(j, dj) };
    const score = Math.round(probability * 1000) / 1000;
    if (!withReasons || di === 0 || dj === 0) return { ...lines, score, why: [] };
    if (identical.get(i) === j) return { ...lines, score, why: [{ sign: 'identical', a: '', b: '' }] };
    return { ...lines, score, why: reasonsFor(scene, lines, frequencies) };
  });
}
