import type { Rule } from '../pdf-rules.ts';
import type { Raster } from './raster.ts';

/** Darker than this is a line, where the paper is white. */
const DARK = 190;
/** A line is at least this many letters long; leaning ones come in pieces, a row each, at least so long. */
const LETTERS = 3;
const PIECE = 1.7;
/** The longest lines tell how a page leans. */
const LONGEST = 12;
/** Breaks in a line, in pixels. */
const BREAK = 2;
/** A line is at most this thick, in pixels. */
const THICK = 12;

interface Stroke {
  from: number;
  to: number;
  first: number;
  last: number;
  /** Where it is in the first and in the last row it was seen in, by its ends. */
  start: readonly [along: number, across: number];
  end: readonly [along: number, across: number];
}

/** Level and upright lines drawn on a page, in pixels from the lower left corner, and how the page leans. */
export interface DrawnLines {
  readonly rules: readonly Rule[];
  /** Pixels a line goes down for each it goes to the right. */
  readonly slope: number;
}

/**
 * Finds the lines drawn on a scanned page, which may lean a little.
 * @param letter height of its letters in pixels
 */
export function drawnLines({ width, height, grey }: Raster, letter: number): DrawnLines {
  const [least, piece] = [letter * LETTERS, letter * PIECE];
  const level = strokes(height, width, (row, x) => (grey[row * width + x] as number) < DARK, piece, least);
  const upright = strokes(width, height, (column, y) => (grey[y * width + column] as number) < DARK, piece, least);
  const longest = [...level].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, LONGEST);
  const [down, along] = [1, 0].map((side) =>
    longest.reduce((sum, { start, end }) => sum + (end[side] as number) - (start[side] as number), 0),
  ) as [number, number];
  const slope = along === 0 ? 0 : down / along;
  // A place on the straightened page: turned about its middle.
  const rules = [
    ...level.map(({ from, to, first, last }): Rule => {
      const middle = (first + last) / 2;
      const shift = slope * (middle - height / 2);
      return {
        upright: false,
        at: height - (middle - slope * ((from + to) / 2 - width / 2)),
        from: from + shift,
        to: to + shift,
      };
    }),
    ...upright.map(({ from, to, first, last }): Rule => {
      const middle = (first + last) / 2;
      const shift = slope * (middle - width / 2);
      const at = middle + slope * ((from + to) / 2 - height / 2);
      return { upright: true, at, from: height - (to - shift), to: height - (from - shift) };
    }),
  ];
  return { rules, slope };
}

/**
 * Dark runs row by row, those that touch from row to row as one stroke; too short and too thick ones are none.
 * @param piece length of a run at least
 * @param least length of a stroke at least
 */
function strokes(
  rows: number,
  length: number,
  dark: (row: number, at: number) => boolean,
  piece: number,
  least: number,
): Stroke[] {
  let open: Stroke[] = [];
  const found: Stroke[] = [];
  for (let row = 0; row < rows; row++) {
    const next: Stroke[] = [];
    for (const [from, to] of runs(length, (at) => dark(row, at), piece)) {
      const touching = open.filter(
        (stroke) => stroke.last === row - 1 && stroke.from <= to + 1 && stroke.to >= from - 1,
      );
      const joined = touching[0];
      if (joined === undefined) next.push({ from, to, first: row, last: row, start: [from, row], end: [to, row] });
      else {
        if (from < joined.start[0]) joined.start = [from, row];
        if (to > joined.end[0]) joined.end = [to, row];
        joined.from = Math.min(joined.from, from);
        joined.to = Math.max(joined.to, to);
        joined.last = row;
      }
    }
    found.push(...open.filter((stroke) => stroke.last < row - 1));
    open = [...open.filter((stroke) => stroke.last >= row - 1), ...next];
  }
  return [...found, ...open].filter(
    ({ first, last, from, to }) => to - from >= least && last - first <= Math.max(THICK, (to - from) / 20),
  );
}

function* runs(length: number, dark: (at: number) => boolean, least: number): Generator<[number, number]> {
  let from = -1;
  let last = -1;
  for (let at = 0; at <= length; at++) {
    if (at < length && dark(at)) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && (at - last > BREAK || at === length)) {
      if (last - from >= least) yield [from, last];
      from = -1;
    }
  }
}
