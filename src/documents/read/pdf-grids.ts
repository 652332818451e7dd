import { type Glyphs, linesIn, setBelow } from './pdf-lines.ts';
import type { Rule } from './pdf-rules.ts';
import type { Cell } from './table-cells.ts';

/** A table whose cells are parted by drawn lines. */
export interface Grid {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly (readonly Cell[])[];
  /** What stands in its cells. */
  readonly glyphs: ReadonlySet<Glyphs>;
}

/** In points. */
const NEAR = 3;
/** Fewer rows and columns frame something else; one row alone, which a page may leave of a table, needs a column more. */
const LEAST_COLUMNS = 2;
const LEAST_ROWS = 1;

/** The tables on a page that are drawn with lines, from top to bottom; none where lines only underline or frame. */
export function gridsOf(rules: readonly Rule[], glyphs: readonly Glyphs[]): Grid[] {
  return framesOf(rules).flatMap((frame) => gridOf(frame, glyphs) ?? []);
}

function meet(level: Rule, upright: Rule, near: number): boolean {
  return (
    upright.at >= level.from - near &&
    upright.at <= level.to + near &&
    level.at >= upright.from - near &&
    level.at <= upright.to + near
  );
}

/** Lines that meet, directly or through others. */
function groups(rules: readonly Rule[], near: number): Rule[][] {
  const left = new Set(rules);
  const found: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const one of group) {
      for (const other of left) {
        if (one.upright === other.upright || !meet(one.upright ? other : one, one.upright ? one : other, near))
          continue;
        left.delete(other);
        group.push(other);
      }
    }
    found.push(group);
  }
  return found;
}

/** Places of lines, those near each other as one, in rising order. */
function places(rules: readonly Rule[], near: number): number[] {
  const found: number[] = [];
  for (const { at } of [...rules].sort((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    if (last === undefined || at - last > near) found.push(at);
  }
  return found;
}

/** Whether some line at a place runs past another. */
function runs(rules: readonly Rule[], at: number, past: number, near: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= past && rule.to >= past);
}

/** The cells that drawn lines part, before it is known what stands in them; rows count from the top. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Places of the upright lines from the left, of the level ones from the top. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** The first cell of those that no line parts from this one, going left and then up. */
  home(row: number, column: number): readonly [row: number, column: number];
}

/**
 * The frames that lines draw, from top to bottom; none where lines only underline or go round a page.
 * @param near lines so near each other are one, and meet lines that end so near them
 */
export function framesOf(rules: readonly Rule[], near = NEAR): Frame[] {
  return groups(rules, near)
    .flatMap((group) => frameOf(group, near) ?? [])
    .sort((a, b) => b.top - a.top);
}

function frameOf(rules: readonly Rule[], near: number): Frame | null {
  const upright = rules.filter((rule) => rule.upright);
  const level = rules.filter((rule) => !rule.upright);
  const xs = places(upright, near);
  const ys = places(level, near).reverse();
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < LEAST_ROWS || columns < LEAST_COLUMNS + (rows === LEAST_ROWS ? 1 : 0)) return null;
  const between = (edges: readonly number[], at: number) => ((edges[at] as number) + (edges[at + 1] as number)) / 2;
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)] as [number, number, number, number];
  return {
    ...{ left, right, top, bottom, xs, ys },
    home(row, column) {
      let [r, c] = [row, column];
      while (c > 0 && !runs(upright, xs[c] as number, between(ys, r), near)) c -= 1;
      while (r > 0 && !runs(level, ys[r] as number, between(xs, c), near)) r -= 1;
      return [r, c];
    },
  };
}

/** The cells of a frame row by row; `said` gives the paragraphs of one that is its own. */
export function cellsIn({ xs, ys, home }: Frame, said: (row: number, column: number) => readonly string[]): Cell[][] {
  return Array.from({ length: ys.length - 1 }, (_, row) => {
    const found: Cell[] = [];
    for (let column = 0; column < xs.length - 1; ) {
      let span = 1;
      const [r, c] = home(row, column);
      while (column + span < xs.length - 1 && home(row, column + span)[1] === c) span += 1;
      const paragraphs = r === row && c === column ? said(row, column) : [];
      found.push({ paragraphs, columns: span, continues: r < row });
      column += span;
    }
    return found;
  });
}

/** Two lines drawn close to each other make no row: all of it would belong to the one above. */
export function isRowOfItsOwn(cells: readonly Cell[]): boolean {
  return cells.some(({ continues }) => !continues);
}

function gridOf(frame: Frame, glyphs: readonly Glyphs[]): Grid | null {
  const { left, right, top, bottom, xs, ys } = frame;
  const inside = glyphs.filter((item) => {
    const [x, y] = middle(item);
    return x > left && x < right && y < top && y > bottom;
  });
  if (inside.every(({ words }) => words.trim() === '')) return null;
  const words = new Map<string, Glyphs[]>();
  for (const item of inside) {
    const [x, y] = middle(item);
    const row = ys.findLastIndex((edge) => edge >= y);
    const column = xs.findLastIndex((edge) => edge <= x);
    const key = frame.home(row, column).join();
    const kept = words.get(key) ?? [];
    kept.push(item);
    words.set(key, kept);
  }
  const rows = cellsIn(frame, (row, column) => paragraphs(linesIn(words.get(`${row},${column}`) ?? [])));
  return { top, bottom, rows: rows.filter(isRowOfItsOwn), glyphs: new Set(inside) };
}

function middle({ x, y, width, size }: Glyphs): [number, number] {
  return [x + width / 2, y + size * 0.3];
}

const ENDS = /[.;:。；：]$/u;
const BEGINS = /^(?:[-–•+*]|\d{1,2}[.)]|[a-zđ]\))\s/u;

/** The lines of a cell, put together where they go on. */
export function paragraphs(lines: readonly { readonly words: string }[]): string[] {
  const found: string[] = [];
  for (const { words } of lines) {
    const last = found.at(-1);
    if (last === undefined || ENDS.test(last) || BEGINS.test(words)) found.push(words);
    else found[found.length - 1] = setBelow(last, words);
  }
  return found.map((words) => words.replace(/\s+/g, ' ').trim()).filter(Boolean);
}
