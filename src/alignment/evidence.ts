import type { Band } from './band.ts';
import { type Side, WIDEST } from './compile.ts';
import { LINE_FEATURES } from './features.ts';

/**
 * For each cell of the band and each window of 1…WIDEST lines that begins there, what a line finds in the window.
 * `forward`: line of side a, window of side b; `backward`: line of side b, window of side a.
 */
export interface Evidence {
  /** Weighted sum of the line features. */
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  /** Sum of `telling` of all kinds: 0 where nothing was found. */
  readonly forwardFound: Float32Array;
  readonly backwardFound: Float32Array;
  /** The features themselves, for training only. */
  readonly forwardFeatures: Float32Array | null;
  readonly backwardFeatures: Float32Array | null;
}

/** Features of one line against the keys stamped with `stamp`; returns the sum of `telling`. */
function read(side: Side, line: number, stamps: Int32Array, stamp: number, width: number, into: Float32Array): number {
  into.fill(0);
  let found = 0;
  for (const id of side.lines[line] as Int32Array) {
    const type = side.types[id] as Side['types'][number];
    const at = type.kind * 3;
    let hit = false;
    for (const key of type.keys) {
      if (stamps[key] === stamp) {
        hit = true;
        break;
      }
    }
    if (hit) {
      const telling = type.telling[width] as number;
      into[at] = (into[at] as number) + telling;
      into[at + 1] = (into[at + 1] as number) + 1;
      found += telling;
    } else {
      into[at + 2] = (into[at + 2] as number) + (type.absent[width] as number);
    }
  }
  return found;
}

interface Pass {
  readonly reader: Side;
  readonly window: Side;
  readonly sums: Float32Array;
  readonly found: Float32Array;
  readonly features: Float32Array | null;
  /** Lines of the reader that meet a window beginning at `start`, and the cell of such a pair. */
  readonly range: (start: number) => readonly [number, number];
  readonly cell: (line: number, start: number) => number;
}

function fill(pass: Pass, keys: number, weights: Float64Array): void {
  const { reader, window } = pass;
  const stamps = new Int32Array(keys);
  const into = new Float32Array(LINE_FEATURES);
  let stamp = 0;
  for (let start = 0; start < window.lines.length; start += 1) {
    const [from, to] = pass.range(start);
    stamp += 1;
    for (let width = 0; width < WIDEST && start + width < window.lines.length; width += 1) {
      for (const id of window.lines[start + width] as Int32Array) {
        for (const key of (window.types[id] as Side['types'][number]).keys) stamps[key] = stamp;
      }
      for (let line = from; line <= to; line += 1) {
        const cell = pass.cell(line, start) * WIDEST + width;
        pass.found[cell] = read(reader, line, stamps, stamp, width, into);
        let sum = 0;
        for (let at = 0; at < LINE_FEATURES; at += 1) sum += (into[at] as number) * (weights[at] as number);
        pass.sums[cell] = sum;
        pass.features?.set(into, cell * LINE_FEATURES);
      }
    }
  }
}

/** Rows of the band whose columns hold `column`; low and high only grow. */
function rowsOf(band: Band, rows: number): (column: number) => readonly [number, number] {
  let first = 0;
  let last = -1;
  return (column) => {
    while (first < rows && (band.high[first] as number) < column) first += 1;
    while (last + 1 < rows && (band.low[last + 1] as number) <= column) last += 1;
    return [first, last];
  };
}

/** Reads all evidence of words inside the band. */
export function gatherEvidence(
  a: Side,
  b: Side,
  keys: number,
  band: Band,
  weights: Float64Array,
  withFeatures = false,
): Evidence {
  const size = band.cells * WIDEST;
  const room = (): Float32Array => new Float32Array(size);
  const featureRoom = (): Float32Array | null => (withFeatures ? new Float32Array(size * LINE_FEATURES) : null);
  const evidence: Evidence = {
    ...{ forward: room(), backward: room(), forwardFound: room(), backwardFound: room() },
    ...{ forwardFeatures: featureRoom(), backwardFeatures: featureRoom() },
  };
  const cellAt = (row: number, column: number): number =>
    (band.offset[row] as number) + column - (band.low[row] as number);
  fill(
    {
      ...{ reader: a, window: b, sums: evidence.forward, found: evidence.forwardFound },
      ...{ features: evidence.forwardFeatures, range: rowsOf(band, a.lines.length), cell: cellAt },
    },
    keys,
    weights,
  );
  fill(
    {
      ...{ reader: b, window: a, sums: evidence.backward, found: evidence.backwardFound },
      features: evidence.backwardFeatures,
      range: (row) => [band.low[row] as number, Math.min(band.high[row] as number, b.lines.length - 1)],
      cell: (column, row) => cellAt(row, column),
    },
    keys,
    weights,
  );
  return evidence;
}
