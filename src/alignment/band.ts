/** Which pairs of positions the lattice holds: for each position of side a the first and last position of side b. */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where the cells of each row begin. */
  readonly offset: Int32Array;
  readonly cells: number;
}

/** Two lines that surely belong together. */
export interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** Cells one stretch between anchors may have before it is cut to a strip along its diagonal of this many columns. */
const LARGEST_STRETCH = 60_000;
const STRIP = 60;

function widen(low: Int32Array, high: Int32Array): Band {
  const rows = low.length;
  for (let row = 1; row < rows; row += 1) high[row] = Math.max(high[row] as number, high[row - 1] as number);
  for (let row = rows - 2; row >= 0; row -= 1) low[row] = Math.min(low[row] as number, low[row + 1] as number);
  const offset = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) {
    offset[row + 1] = (offset[row] as number) + (high[row] as number) - (low[row] as number) + 1;
  }
  return { low, high, offset, cells: offset[rows] as number };
}

/**
 * The band around a chain of anchors: each stretch between two of them whole and `margin` lines beyond; stretches too
 * large are cut to a strip of their diagonal.
 */
export function bandAround(lengthA: number, lengthB: number, anchors: readonly Anchor[], margin: number): Band {
  const low = new Int32Array(lengthA + 1).fill(lengthB);
  const high = new Int32Array(lengthA + 1).fill(0);
  const ends = [...anchors, { a: lengthA, b: lengthB }];
  let from = { a: 0, b: 0 };
  for (const to of ends) {
    const rows = to.a - from.a + 1;
    const columns = to.b - from.b + 1;
    const whole = rows * columns <= LARGEST_STRETCH;
    const half = Math.ceil(Math.max(STRIP, LARGEST_STRETCH / rows) / 2);
    for (let row = from.a; row <= to.a; row += 1) {
      const middle = from.b + ((row - from.a) / Math.max(1, rows - 1)) * (columns - 1);
      const first = whole ? from.b : Math.max(from.b, Math.floor(middle) - half);
      const last = whole ? to.b : Math.min(to.b, Math.ceil(middle) + half);
      low[row] = Math.max(0, Math.min(low[row] as number, first - margin));
      high[row] = Math.min(lengthB, Math.max(high[row] as number, last + margin));
    }
    from = to;
  }
  return widen(low, high);
}
