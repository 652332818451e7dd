import type { Band } from './band.ts';
import { type Side, WIDEST } from './compile.ts';
import type { Evidence } from './evidence.ts';
import { FEATURES, featureAt, LINE_FEATURES, SHAPES, shapeFeature } from './features.ts';
import { type LengthModel, lengthEvidence } from './lengths.ts';

/** All that scoring a bead needs. */
export interface Scene {
  readonly a: Side;
  readonly b: Side;
  readonly band: Band;
  readonly lengths: LengthModel;
  readonly evidence: Evidence;
}

const LENGTH = featureAt('length');
const FIRST_MARK = LENGTH + 1;
const UNSUPPORTED = featureAt('unsupported');
const SINGLE_UNSUPPORTED = featureAt('single-unsupported');
const OPENS = 2;
const CLOSES = 3;
const MARKS = 7;

/** Sums of `telling` below this are no support. */
const SUPPORT = 1;

function inBand(band: Band, row: number, column: number): boolean {
  return row < band.low.length && column >= (band.low[row] as number) && column <= (band.high[row] as number);
}

function cell(band: Band, row: number, column: number): number {
  return ((band.offset[row] as number) + column - (band.low[row] as number)) * WIDEST;
}

function hasMark(side: Side, from: number, size: number, mark: number): boolean {
  if (mark === OPENS) return side.signatures[from]?.shape[mark] === true;
  if (mark === CLOSES) return side.signatures[from + size - 1]?.shape[mark] === true;
  for (let line = from; line < from + size; line += 1) if (side.signatures[line]?.shape[mark] === true) return true;
  return false;
}

function sum(values: Float64Array, from: number, size: number): number {
  let total = 0;
  for (let at = from; at < from + size; at += 1) total += values[at] as number;
  return total;
}

function sentences(side: Side, from: number, size: number): number {
  let total = 0;
  for (let line = from; line < from + size; line += 1) total += side.signatures[line]?.sentences ?? 1;
  return total;
}

/** Calls `add` with every feature of the bead but those of words. */
function plainFeatures(
  scene: Scene,
  i: number,
  di: number,
  j: number,
  dj: number,
  add: (at: number, value: number) => void,
): void {
  if (di === 0 || dj === 0) {
    add(shapeFeature(di, dj, 0), 1);
    return;
  }
  const { a, b, lengths } = scene;
  add(shapeFeature(di, dj, Math.abs(sentences(a, i, di) - sentences(b, j, dj))), 1);
  const background = lengths.background[dj - 1] as { mean: number; deviation: number };
  add(LENGTH, lengthEvidence(sum(lengths.a, i, di), sum(lengths.b, j, dj), background));
  for (let mark = 0; mark < MARKS; mark += 1) {
    const one = hasMark(a, i, di, mark);
    const other = hasMark(b, j, dj, mark);
    if (one && other) add(FIRST_MARK + mark * 2, 1);
    else if (one !== other) add(FIRST_MARK + mark * 2 + 1, 1);
  }
}

/** Lines of the bead that find nothing on its other side. */
function unsupported(scene: Scene, i: number, di: number, j: number, dj: number): number {
  const { band, evidence } = scene;
  let count = 0;
  if (di > 1 || dj === 1) {
    for (let line = i; line < i + di; line += 1) {
      if ((evidence.forwardFound[cell(band, line, j) + dj - 1] as number) < SUPPORT) count += 1;
    }
  }
  if (dj > 1) {
    for (let line = j; line < j + dj; line += 1) {
      if ((evidence.backwardFound[cell(band, i, line) + di - 1] as number) < SUPPORT) count += 1;
    }
  }
  return count;
}

/** Whether every cell that the bead reads lies in the band. */
export function possible(scene: Scene, i: number, di: number, j: number, dj: number): boolean {
  const { band, a, b } = scene;
  if (i + di > a.lines.length || j + dj > b.lines.length || !inBand(band, i + di, j + dj)) return false;
  if (di === 0 || dj === 0) return true;
  for (let line = i; line < i + di; line += 1) if (!inBand(band, line, j)) return false;
  return inBand(band, i, j + dj - 1);
}

/** The bead's score under the weights: how much likelier its lines are as translations than side by side by chance. */
export function scoreOf(scene: Scene, weights: Float64Array, i: number, di: number, j: number, dj: number): number {
  let score = 0;
  plainFeatures(scene, i, di, j, dj, (at, value) => {
    score += (weights[at] as number) * value;
  });
  if (di === 0 || dj === 0) return score;
  const { band, evidence } = scene;
  for (let line = i; line < i + di; line += 1) score += (evidence.forward[cell(band, line, j) + dj - 1] as number) / 2;
  for (let line = j; line < j + dj; line += 1) score += (evidence.backward[cell(band, i, line) + di - 1] as number) / 2;
  const single = di === 1 && dj === 1;
  return score + (weights[single ? SINGLE_UNSUPPORTED : UNSUPPORTED] as number) * unsupported(scene, i, di, j, dj);
}

function addLine(features: Float32Array | null, at: number, into: Float64Array): void {
  for (let k = 0; k < LINE_FEATURES; k += 1) {
    into[k] = (into[k] as number) + ((features as Float32Array)[at * LINE_FEATURES + k] as number) / 2;
  }
}

/** The features of a bead, for training. */
export function featuresOf(scene: Scene, i: number, di: number, j: number, dj: number): Float64Array {
  const into = new Float64Array(FEATURES.length);
  plainFeatures(scene, i, di, j, dj, (at, value) => {
    into[at] = (into[at] as number) + value;
  });
  if (di === 0 || dj === 0) return into;
  const { band, evidence } = scene;
  for (let line = i; line < i + di; line += 1) addLine(evidence.forwardFeatures, cell(band, line, j) + dj - 1, into);
  for (let line = j; line < j + dj; line += 1) addLine(evidence.backwardFeatures, cell(band, i, line) + di - 1, into);
  into[di === 1 && dj === 1 ? SINGLE_UNSUPPORTED : UNSUPPORTED] = unsupported(scene, i, di, j, dj);
  return into;
}

/** Scores of all beads from every cell, `-Infinity` where a bead is not possible; `fixed` beads are the only ones there. */
export function scoreEdges(scene: Scene, weights: Float64Array, fixed: ReadonlyMap<number, number>): Float32Array {
  const { band, a } = scene;
  const scores = new Float32Array(band.cells * SHAPES.length).fill(Number.NEGATIVE_INFINITY);
  const partners = new Set(fixed.values());
  for (let i = 0; i <= a.lines.length; i += 1) {
    for (let j = band.low[i] as number; j <= (band.high[i] as number); j += 1) {
      const at = ((band.offset[i] as number) + j - (band.low[i] as number)) * SHAPES.length;
      SHAPES.forEach(([di, dj], shape) => {
        if (!possible(scene, i, di, j, dj) || !allowed(fixed, partners, i, di, j, dj)) return;
        scores[at + shape] = scoreOf(scene, weights, i, di, j, dj);
      });
    }
  }
  return scores;
}

function allowed(
  fixed: ReadonlyMap<number, number>,
  partners: ReadonlySet<number>,
  i: number,
  di: number,
  j: number,
  dj: number,
): boolean {
  if (fixed.size === 0) return true;
  for (let line = i; line < i + di; line += 1) {
    const partner = fixed.get(line);
    if (partner !== undefined && (di !== 1 || dj !== 1 || partner !== j)) return false;
  }
  for (let line = j; line < j + dj; line += 1) {
    if (partners.has(line) && (di !== 1 || dj !== 1 || fixed.get(i) !== line)) return false;
  }
  return true;
}
