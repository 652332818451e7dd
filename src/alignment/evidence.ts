import type { Band } from './band.ts';
import { KINDS, LOST_ABSENT, type Side, WIDEST } from './compile.ts';
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
}

interface Pass {
  readonly reader: Side;
  readonly window: Side;
  readonly widest: number;
  readonly sums: Float32Array;
  readonly found: Float32Array;
  /** Lines of the reader that meet a window beginning at `start`, and the cell of such a pair. */
  readonly range: (start: number) => readonly [number, number];
  readonly cell: (line: number, start: number) => number;
}

/** Worth of finding and of missing each type, for each width. */
function worths(side: Side, weights: Float64Array): { hit: Float32Array; miss: Float32Array } {
  const hit = new Float32Array(side.telling.length);
  const miss = new Float32Array(side.telling.length);
  side.telling.forEach((telling, at) => {
    const kind = (side.kinds[Math.floor(at / WIDEST)] as number) * 3;
    hit[at] = telling * (weights[kind] as number) + (weights[kind + 1] as number);
    miss[at] = (side.absent[at] as number) * (weights[kind + 2] as number);
  });
  return { hit, miss };
}

/** Worth of all that a line has and the other side holds nowhere, for each width. */
function lostWorths(side: Side, weights: Float64Array): Float32Array {
  return Float32Array.from({ length: side.lines.length * WIDEST }, (_, at) => {
    const line = Math.floor(at / WIDEST);
    const absent = LOST_ABSENT[at % WIDEST] as number;
    return KINDS.reduce(
      (sum, _kind, kind) =>
        sum + (side.lost[line * KINDS.length + kind] as number) * absent * (weights[kind * 3 + 2] as number),
      0,
    );
  });
}

/** Writes for each key of a window the first width at which it holds it, on top of `base`. */
function stampWindow(window: Side, start: number, widest: number, stamps: Int32Array, base: number): void {
  const last = Math.min(widest, window.lines.length - start);
  for (let width = last - 1; width >= 0; width -= 1) {
    const types = window.lines[start + width] as Int32Array;
    for (let at = 0; at < types.length; at += 1) {
      const keys = window.keys[types[at] as number] as Int32Array;
      for (let key = 0; key < keys.length; key += 1) stamps[keys[key] as number] = base + width;
    }
  }
}

/** First width at which a window stamped from `base` holds one of the keys; `widest` where it holds none. */
function firstWidth(keys: Int32Array, stamps: Int32Array, base: number, widest: number): number {
  let first = widest;
  for (let at = 0; at < keys.length; at += 1) {
    const width = (stamps[keys[at] as number] as number) - base;
    if (width >= 0 && width < first) first = width;
  }
  return first;
}

function fill(pass: Pass, keys: number, weights: Float64Array): void {
  const { reader, window, widest, sums, found } = pass;
  const { hit, miss } = worths(reader, weights);
  const lost = lostWorths(reader, weights);
  const stamps = new Int32Array(keys);
  let base = 0;
  for (let start = 0; start < window.lines.length; start += 1) {
    const [from, to] = pass.range(start);
    if (from > to) continue;
    base += WIDEST;
    stampWindow(window, start, widest, stamps, base);
    for (let line = from; line <= to; line += 1) {
      const cell = pass.cell(line, start) * WIDEST;
      for (let width = 0; width < widest; width += 1) sums[cell + width] = lost[line * WIDEST + width] as number;
      const types = reader.lines[line] as Int32Array;
      for (let index = 0; index < types.length; index += 1) {
        const type = types[index] as number;
        const first = firstWidth(reader.keys[type] as Int32Array, stamps, base, widest);
        const at = type * WIDEST;
        for (let width = 0; width < first; width += 1)
          sums[cell + width] = (sums[cell + width] as number) + (miss[at + width] as number);
        for (let width = first; width < widest; width += 1) {
          sums[cell + width] = (sums[cell + width] as number) + (hit[at + width] as number);
          found[cell + width] = (found[cell + width] as number) + (reader.telling[at + width] as number);
        }
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

/** Reads all evidence of words inside the band, for windows of at most `widest` lines. */
export function gatherEvidence(
  a: Side,
  b: Side,
  keys: number,
  band: Band,
  weights: Float64Array,
  widest: number,
): Evidence {
  const room = (): Float32Array => new Float32Array(band.cells * WIDEST);
  const evidence: Evidence = { forward: room(), backward: room(), forwardFound: room(), backwardFound: room() };
  const cell = (row: number, column: number): number =>
    (band.offset[row] as number) + column - (band.low[row] as number);
  const forward = { reader: a, window: b, widest, sums: evidence.forward, found: evidence.forwardFound };
  fill({ ...forward, range: rowsOf(band, a.lines.length), cell }, keys, weights);
  const backward = { reader: b, window: a, widest, sums: evidence.backward, found: evidence.backwardFound };
  const columns = (row: number): readonly [number, number] => [
    band.low[row] as number,
    Math.min(band.high[row] as number, b.lines.length - 1),
  ];
  fill({ ...backward, range: columns, cell: (column, row) => cell(row, column) }, keys, weights);
  return evidence;
}

/** The features of one line against a window, as the weights see them: for training. */
export function lineFeatures(reader: Side, line: number, window: Side, start: number, width: number): Float64Array {
  const held = new Set<number>();
  for (let at = start; at < start + width; at += 1) {
    for (const type of window.lines[at] as Int32Array) for (const key of window.keys[type] as Int32Array) held.add(key);
  }
  const into = new Float64Array(LINE_FEATURES);
  KINDS.forEach((_, kind) => {
    into[kind * 3 + 2] = (reader.lost[line * KINDS.length + kind] as number) * (LOST_ABSENT[width - 1] as number);
  });
  for (const type of reader.lines[line] as Int32Array) {
    const kind = (reader.kinds[type] as number) * 3;
    const at = type * WIDEST + width - 1;
    if ((reader.keys[type] as Int32Array).some((key) => held.has(key))) {
      into[kind] = (into[kind] as number) + (reader.telling[at] as number);
      into[kind + 1] = (into[kind + 1] as number) + 1;
    } else {
      into[kind + 2] = (into[kind + 2] as number) + (reader.absent[at] as number);
    }
  }
  return into;
}
