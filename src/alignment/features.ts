import { KINDS } from './compile.ts';

/** Beads the aligner considers, the smallest first: lines of side a, lines of side b. */
export const SHAPES: ReadonlyArray<readonly [number, number]> = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
  [2, 3],
  [3, 2],
  [1, 4],
  [4, 1],
];

/** Lines of either side by shape. */
export const LINES_A = Int32Array.from(SHAPES, ([lines]) => lines);
export const LINES_B = Int32Array.from(SHAPES, ([, lines]) => lines);

/** Names of the features in their order; a weight belongs to each (weights.json). */
export const FEATURES: readonly string[] = [
  ...KINDS.flatMap((kind) => [`${kind}:telling`, `${kind}:found`, `${kind}:absent`]),
  'length',
  ...['question', 'exclamation', 'opens', 'closes', 'colon', 'quoted', 'bracket'].flatMap((mark) => [
    `${mark}:both`,
    `${mark}:one`,
  ]),
  ...['1-1/0', '1-1/1', '1-1/2', '1-2/0', '1-2/1', '1-2/2', '1-3/0', '1-3/1', '2-2/0', '2-2/1', '2-3', '1-4', '1-0'],
  'unsupported',
  'single-unsupported',
];

const index = new Map(FEATURES.map((name, at) => [name, at]));

export function featureAt(name: string): number {
  return index.get(name) as number;
}

/** Features of one line against a window of the other side: telling, found and absent of each kind. */
export const LINE_FEATURES = KINDS.length * 3;

const LONE = featureAt('1-0');
const SINGLE = featureAt('1-1/0');
const DOUBLE = featureAt('1-2/0');
const TRIPLE = featureAt('1-3/0');
const TWO_TWO = featureAt('2-2/0');
const TWO_THREE = featureAt('2-3');
const FOURFOLD = featureAt('1-4');

/** The feature that says which shape a bead has and by how many sentences its sides differ. */
export function shapeFeature(linesA: number, linesB: number, sentencesApart: number): number {
  const few = Math.min(linesA, linesB);
  const many = Math.max(linesA, linesB);
  if (few === 0) return LONE;
  if (many === 1) return SINGLE + Math.min(2, sentencesApart);
  if (many === 4) return FOURFOLD;
  if (few === 1) return many === 2 ? DOUBLE + Math.min(2, sentencesApart) : TRIPLE + Math.min(1, sentencesApart);
  return many === 2 ? TWO_TWO + Math.min(1, sentencesApart) : TWO_THREE;
}
