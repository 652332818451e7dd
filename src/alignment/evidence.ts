import type { Band } from './band.ts';
import { KINDS, type Lists, LOST_ABSENT, listAt, type Side, WIDEST } from './compile.ts';
import { LINE_FEATURES } from './features.ts';

/**
 * For each cell of the band and each window of 1…`widest` lines that begins there, what a line finds in the window.
 * `forward`: line of side a, window of side b; `backward`: line of side b, window of side a.
 */
export interface Evidence {
  /** Weighted sum of the line features (`cell * widest + width`). */
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  /** For each cell one bit a width: the line finds enough in the window to be supported by it. */
  readonly forwardFound: Uint8Array;
  readonly backwardFound: Uint8Array;
}

/** Sums of `telling` below this are no support. */
const SUPPORT = 1;

interface Pass {
  readonly reader: Side;
  readonly window: Side;
  readonly widest: number;
  readonly sums: Float32Array;
  readonly found: Uint8Array;
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
  const worths = new Float32Array(side.count * WIDEST);
  for (let line = 0; line < side.count; line += 1) {
    let sum = 0;
    for (let kind = 0; kind < KINDS.length; kind += 1) {
      sum += (side.lost[line * KINDS.length + kind] as number) * (weights[kind * 3 + 2] as number);
    }
    for (let width = 0; width < WIDEST; width += 1)
      worths[line * WIDEST + width] = sum * (LOST_ABSENT[width] as number);
  }
  return worths;
}

/** Writes for each key of a window the first width at which it holds it, on top of `base`. */
function stampWindow(window: Side, start: number, widest: number, stamps: Int32Array, base: number): void {
  const { lines, keys } = window;
  const last = Math.min(widest, window.count - start);
  for (let width = last - 1; width >= 0; width -= 1) {
    const to = lines.start[start + width + 1] as number;
    for (let at = lines.start[start + width] as number; at < to; at += 1) {
      const type = lines.items[at] as number;
      const end = keys.start[type + 1] as number;
      for (let key = keys.start[type] as number; key < end; key += 1) stamps[keys.items[key] as number] = base + width;
    }
  }
}

/** First width at which a window stamped from `base` holds a key of the type; `widest` where it holds none. */
function firstWidth({ start, items }: Lists, type: number, stamps: Int32Array, base: number, widest: number): number {
  let first = widest;
  const to = start[type + 1] as number;
  for (let at = start[type] as number; at < to; at += 1) {
    const width = (stamps[items[at] as number] as number) - base;
    if (width >= 0 && width < first) first = width;
  }
  return first;
}

interface Worths {
  readonly hit: Float32Array;
  readonly miss: Float32Array;
  readonly lost: Float32Array;
}

/** Reads one line against the window stamped from `base` into the pass at a cell; `told` is room for the widths. */
function readLine(
  pass: Pass,
  worth: Worths,
  line: number,
  cell: number,
  stamped: { readonly stamps: Int32Array; readonly base: number; readonly told: Float64Array },
): void {
  const { reader, widest, sums } = pass;
  const { stamps, base, told } = stamped;
  const { hit, miss, lost } = worth;
  const at = cell * widest;
  for (let width = 0; width < widest; width += 1) {
    sums[at + width] = lost[line * WIDEST + width] as number;
    told[width] = 0;
  }
  const to = reader.lines.start[line + 1] as number;
  for (let index = reader.lines.start[line] as number; index < to; index += 1) {
    const type = reader.lines.items[index] as number;
    const first = firstWidth(reader.keys, type, stamps, base, widest);
    const own = type * WIDEST;
    for (let width = 0; width < first; width += 1)
      sums[at + width] = (sums[at + width] as number) + (miss[own + width] as number);
    for (let width = first; width < widest; width += 1) {
      sums[at + width] = (sums[at + width] as number) + (hit[own + width] as number);
      told[width] = (told[width] as number) + (reader.telling[own + width] as number);
    }
  }
  let bits = 0;
  for (let width = 0; width < widest; width += 1) if ((told[width] as number) >= SUPPORT) bits |= 1 << width;
  pass.found[cell] = bits;
}

function fill(pass: Pass, keys: number, weights: Float64Array): void {
  const worth = { ...worths(pass.reader, weights), lost: lostWorths(pass.reader, weights) };
  const stamps = new Int32Array(keys);
  const told = new Float64Array(WIDEST);
  let base = 0;
  for (let start = 0; start < pass.window.count; start += 1) {
    const [from, to] = pass.range(start);
    if (from > to) continue;
    base += WIDEST;
    stampWindow(pass.window, start, pass.widest, stamps, base);
    const stamped = { stamps, base, told };
    for (let line = from; line <= to; line += 1) readLine(pass, worth, line, pass.cell(line, start), stamped);
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
  const room = (): Float32Array => new Float32Array(band.cells * widest);
  const bits = (): Uint8Array => new Uint8Array(band.cells);
  const evidence: Evidence = { forward: room(), backward: room(), forwardFound: bits(), backwardFound: bits() };
  const cell = (row: number, column: number): number =>
    (band.offset[row] as number) + column - (band.low[row] as number);
  const forward = { reader: a, window: b, widest, sums: evidence.forward, found: evidence.forwardFound };
  fill({ ...forward, range: rowsOf(band, a.count), cell }, keys, weights);
  const backward = { reader: b, window: a, widest, sums: evidence.backward, found: evidence.backwardFound };
  const columns = (row: number): readonly [number, number] => [
    band.low[row] as number,
    Math.min(band.high[row] as number, b.count - 1),
  ];
  fill({ ...backward, range: columns, cell: (column, row) => cell(row, column) }, keys, weights);
  return evidence;
}

/** The features of one line against a window, as the weights see them: for training. */
export function lineFeatures(reader: Side, line: number, window: Side, start: number, width: number): Float64Array {
  const held = new Set<number>();
  for (let at = start; at < start + width; at += 1) {
    for (const type of listAt(window.lines, at)) for (const key of listAt(window.keys, type)) held.add(key);
  }
  const into = new Float64Array(LINE_FEATURES);
  KINDS.forEach((_, kind) => {
    into[kind * 3 + 2] = (reader.lost[line * KINDS.length + kind] as number) * (LOST_ABSENT[width - 1] as number);
  });
  for (const type of listAt(reader.lines, line)) {
    const kind = (reader.kinds[type] as number) * 3;
    const at = type * WIDEST + width - 1;
    if (listAt(reader.keys, type).some((key) => held.has(key))) {
      into[kind] = (into[kind] as number) + (reader.telling[at] as number);
      into[kind + 1] = (into[kind + 1] as number) + 1;
    } else {
      into[kind + 2] = (into[kind + 2] as number) + (reader.absent[at] as number);
    }
  }
  return into;
}
