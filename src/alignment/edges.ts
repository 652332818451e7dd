import type { Band } from './band.ts';
import type { KeyNumbers, Side } from './compile.ts';
import { type Evidence, lineFeatures } from './evidence.ts';
import { FEATURES, featureAt, LINE_FEATURES, LINES_A, LINES_B, SHAPES, shapeFeature } from './features.ts';
import type { EdgeScores } from './lattice.ts';
import { type LengthModel, lengthEvidence } from './lengths.ts';

/** All that scoring a bead needs. */
export interface Scene {
  readonly a: Side;
  readonly b: Side;
  readonly numbers: KeyNumbers;
  readonly band: Band;
  readonly lengths: LengthModel;
  readonly evidence: Evidence;
  /** Most lines a bead has on one side. */
  readonly widest: number;
}

const LENGTH = featureAt('length');
const FIRST_MARK = LENGTH + 1;
const UNSUPPORTED = featureAt('unsupported');
const SINGLE_UNSUPPORTED = featureAt('single-unsupported');
const MARKS = 7;
/** Bits of the marks that count at the first and at the last line of a run only. */
const OPENS = 1 << 2;
const CLOSES = 1 << 3;

function inBand(band: Band, row: number, column: number): boolean {
  return row < band.low.length && column >= (band.low[row] as number) && column <= (band.high[row] as number);
}

function cellAt(band: Band, row: number, column: number): number {
  return (band.offset[row] as number) + column - (band.low[row] as number);
}

function shapeOf(side: Side, from: number, size: number): number {
  const first = side.shapes[from] as number;
  if (size === 1) return first;
  let bits = first;
  for (let line = from + 1; line < from + size; line += 1) bits |= side.shapes[line] as number;
  return (bits & ~(OPENS | CLOSES)) | (first & OPENS) | ((side.shapes[from + size - 1] as number) & CLOSES);
}

function sentencesOf(side: Side, from: number, size: number): number {
  return (side.sentences[from + size] as number) - (side.sentences[from] as number);
}

/** Where the features of marks of a bead lie: `both` where the two sides agree, `one` where they differ. */
function markWeight(weights: Float64Array, both: number, one: number): number {
  let sum = 0;
  for (let mark = 0; mark < MARKS; mark += 1) {
    if ((both >> mark) & 1) sum += weights[FIRST_MARK + mark * 2] as number;
    else if ((one >> mark) & 1) sum += weights[FIRST_MARK + mark * 2 + 1] as number;
  }
  return sum;
}

function lengthOf(scene: Scene, i: number, di: number, j: number, dj: number): number {
  const { a, b, background } = scene.lengths;
  const lines = background[dj - 1] as { mean: number; deviation: number };
  return lengthEvidence((a[i + di] as number) - (a[i] as number), (b[j + dj] as number) - (b[j] as number), lines);
}

/** Lines of the bead that find nothing on its other side. */
function unsupported(scene: Scene, i: number, di: number, j: number, dj: number): number {
  const { band, evidence } = scene;
  let count = 0;
  if (di > 1 || dj === 1) {
    for (let line = i; line < i + di; line += 1) {
      if ((((evidence.forwardFound[cellAt(band, line, j)] as number) >> (dj - 1)) & 1) === 0) count += 1;
    }
  }
  if (dj > 1) {
    for (let line = j; line < j + dj; line += 1) {
      if ((((evidence.backwardFound[cellAt(band, i, line)] as number) >> (di - 1)) & 1) === 0) count += 1;
    }
  }
  return count;
}

/** Whether every cell that the bead reads lies in the band. */
export function possible(scene: Scene, i: number, di: number, j: number, dj: number): boolean {
  const { band, a, b } = scene;
  if (i + di > a.count || j + dj > b.count || !inBand(band, i + di, j + dj)) return false;
  if (di === 0 || dj === 0) return true;
  for (let line = i + 1; line < i + di; line += 1) if (!inBand(band, line, j)) return false;
  return inBand(band, i, j + dj - 1);
}

/** The bead's score under the weights: how much likelier its lines are as translations than side by side by chance. */
export function scoreOf(scene: Scene, weights: Float64Array, i: number, di: number, j: number, dj: number): number {
  if (di === 0 || dj === 0) return weights[shapeFeature(di, dj, 0)] as number;
  const { a, b, band, evidence, widest } = scene;
  const apart = Math.abs(sentencesOf(a, i, di) - sentencesOf(b, j, dj));
  let score = weights[shapeFeature(di, dj, apart)] as number;
  score += (weights[LENGTH] as number) * lengthOf(scene, i, di, j, dj);
  const [shapeA, shapeB] = [shapeOf(a, i, di), shapeOf(b, j, dj)];
  score += markWeight(weights, shapeA & shapeB, shapeA ^ shapeB);
  let words = 0;
  for (let line = i; line < i + di; line += 1)
    words += evidence.forward[cellAt(band, line, j) * widest + dj - 1] as number;
  for (let line = j; line < j + dj; line += 1)
    words += evidence.backward[cellAt(band, i, line) * widest + di - 1] as number;
  const single = di === 1 && dj === 1;
  const support = weights[single ? SINGLE_UNSUPPORTED : UNSUPPORTED] as number;
  return score + words / 2 + support * unsupported(scene, i, di, j, dj);
}

/** The features of a bead, for training: `scoreOf` is their product with the weights. */
export function featuresOf(scene: Scene, i: number, di: number, j: number, dj: number): Float64Array {
  const into = new Float64Array(FEATURES.length);
  if (di === 0 || dj === 0) {
    into[shapeFeature(di, dj, 0)] = 1;
    return into;
  }
  const { a, b } = scene;
  into[shapeFeature(di, dj, Math.abs(sentencesOf(a, i, di) - sentencesOf(b, j, dj)))] = 1;
  into[LENGTH] = lengthOf(scene, i, di, j, dj);
  const [shapeA, shapeB] = [shapeOf(a, i, di), shapeOf(b, j, dj)];
  for (let mark = 0; mark < MARKS; mark += 1) {
    into[FIRST_MARK + mark * 2] = ((shapeA & shapeB) >> mark) & 1;
    into[FIRST_MARK + mark * 2 + 1] = ((shapeA ^ shapeB) >> mark) & 1;
  }
  const addLine = (features: Float64Array): void => {
    for (let at = 0; at < LINE_FEATURES; at += 1) into[at] = (into[at] as number) + (features[at] as number) / 2;
  };
  for (let line = i; line < i + di; line += 1) addLine(lineFeatures(a, line, b, j, dj));
  for (let line = j; line < j + dj; line += 1) addLine(lineFeatures(b, line, a, i, di));
  into[di === 1 && dj === 1 ? SINGLE_UNSUPPORTED : UNSUPPORTED] = unsupported(scene, i, di, j, dj);
  return into;
}

/** Lines that are bound already: partner of each line, or -1. */
export interface Bound {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

function free(lines: Int32Array, from: number, size: number): boolean {
  for (let line = from; line < from + size; line += 1) if (lines[line] !== -1) return false;
  return true;
}

/** How many of the shapes a scene knows: the first of `SHAPES`, which are ordered by size. */
function shapesOf(widest: number): number {
  return SHAPES.filter(([di, dj]) => di <= widest && dj <= widest && (widest > 2 || di + dj < 4)).length;
}

/** Scores of all beads from every cell, `-Infinity` where a bead is not possible or a line is bound elsewhere. */
export function scoreEdges(scene: Scene, weights: Float64Array, bound: Bound): EdgeScores {
  const { band, a, widest } = scene;
  const shapes = shapesOf(widest);
  const values = new Float32Array(band.cells * shapes).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i <= a.count; i += 1) {
    for (let j = band.low[i] as number; j <= (band.high[i] as number); j += 1) {
      const at = cellAt(band, i, j) * shapes;
      for (let shape = 0; shape < shapes; shape += 1) {
        const di = LINES_A[shape] as number;
        const dj = LINES_B[shape] as number;
        if (!possible(scene, i, di, j, dj)) continue;
        const together = shape === 0 && bound.a[i] === j;
        if (!together && (!free(bound.a, i, di) || !free(bound.b, j, dj))) continue;
        values[at + shape] = scoreOf(scene, weights, i, di, j, dj);
      }
    }
  }
  return { shapes, values };
}
