import type { Band } from './band.ts';
import { LINES_A, LINES_B } from './features.ts';

/** A bead on the way through the lattice: where it begins and which shape it has. */
export interface Step {
  readonly i: number;
  readonly j: number;
  readonly shape: number;
  /** Probability of this bead given both texts. */
  readonly probability: number;
}

/** What a bead must be worth to be chosen: half the F1 expected, which makes the choice best for F1. */
const WORTH = 0.45;

function logAdd(one: number, other: number): number {
  if (one === Number.NEGATIVE_INFINITY) return other;
  if (other === Number.NEGATIVE_INFINITY) return one;
  return one > other ? one + Math.log1p(Math.exp(other - one)) : other + Math.log1p(Math.exp(one - other));
}

function cellOf(band: Band, i: number, j: number): number {
  return (band.offset[i] as number) + j - (band.low[i] as number);
}

/** A number for each bead of the lattice (`cell * shapes + shape`); `-Infinity` where the bead is not possible. */
export interface EdgeScores {
  /** How many shapes of beads there are: the first ones of `SHAPES`. */
  readonly shapes: number;
  readonly values: Float32Array;
}

/** Visits every possible bead, in the order of the lattice or against it. */
function eachEdge(
  band: Band,
  { shapes, values }: EdgeScores,
  reversed: boolean,
  visit: (cell: number, next: number, edge: number, shape: number) => void,
): void {
  const rows = band.low.length;
  for (let row = 0; row < rows; row += 1) {
    const i = reversed ? rows - 1 - row : row;
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    for (let column = 0; column <= high - low; column += 1) {
      const j = reversed ? high - column : low + column;
      const cell = cellOf(band, i, j);
      for (let shape = 0; shape < shapes; shape += 1) {
        const edge = cell * shapes + shape;
        if (values[edge] === Number.NEGATIVE_INFINITY) continue;
        visit(cell, cellOf(band, i + (LINES_A[shape] as number), j + (LINES_B[shape] as number)), edge, shape);
      }
    }
  }
}

/** Probabilities of all beads (forward and backward sums over all alignments), written over their scores. */
export function posteriors(band: Band, scores: EdgeScores): EdgeScores {
  const { values } = scores;
  const forward = new Float64Array(band.cells).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(band.cells).fill(Number.NEGATIVE_INFINITY);
  forward[0] = 0;
  backward[band.cells - 1] = 0;
  eachEdge(band, scores, false, (cell, next, edge) => {
    forward[next] = logAdd(forward[next] as number, (forward[cell] as number) + (values[edge] as number));
  });
  eachEdge(band, scores, true, (cell, next, edge) => {
    backward[cell] = logAdd(backward[cell] as number, (backward[next] as number) + (values[edge] as number));
  });
  const total = forward[band.cells - 1] as number;
  eachEdge(band, scores, false, (cell, next, edge) => {
    const log = (forward[cell] as number) + (values[edge] as number) + (backward[next] as number) - total;
    values[edge] = Math.exp(Math.min(0, log));
  });
  return scores;
}

/** The alignment with the most right beads to be expected (minimum Bayes risk), in order. */
export function bestPath(band: Band, probabilities: EdgeScores): Step[] {
  const rows = band.low.length;
  const { shapes, values } = probabilities;
  const best = new Float64Array(band.cells).fill(Number.NEGATIVE_INFINITY);
  const choice = new Int8Array(band.cells).fill(-1);
  best[band.cells - 1] = 0;
  eachEdge(band, probabilities, true, (cell, next, edge, shape) => {
    const value = (best[next] as number) + (values[edge] as number) - WORTH;
    if (value > (best[cell] as number)) {
      best[cell] = value;
      choice[cell] = shape;
    }
  });
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < rows - 1 || j < (band.high[rows - 1] as number)) {
    const cell = cellOf(band, i, j);
    const shape = choice[cell] as number;
    if (shape < 0) break;
    steps.push({ i, j, shape, probability: values[cell * shapes + shape] as number });
    i += LINES_A[shape] as number;
    j += LINES_B[shape] as number;
  }
  return steps;
}
