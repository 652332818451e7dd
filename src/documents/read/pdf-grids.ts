import { type Glyphs, linesIn } from './pdf-lines.ts';
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

/** Lines so near each other are one, and meet lines that end so near them. In points. */
const NEAR = 3;
const LEAST_COLUMNS = 2;
const LEAST_ROWS = 2;

/** The tables on a page that are drawn with lines, from top to bottom; none where lines only underline or frame. */
export function gridsOf(rules: readonly Rule[], glyphs: readonly Glyphs[]): Grid[] {
  return groups(rules)
    .flatMap((group) => gridOf(group, glyphs) ?? [])
    .sort((a, b) => b.top - a.top);
}

function meet(level: Rule, upright: Rule): boolean {
  return (
    upright.at >= level.from - NEAR &&
    upright.at <= level.to + NEAR &&
    level.at >= upright.from - NEAR &&
    level.at <= upright.to + NEAR
  );
}

/** Lines that meet, directly or through others. */
function groups(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const found: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const one of group) {
      for (const other of left) {
        if (one.upright === other.upright || !meet(one.upright ? other : one, one.upright ? one : other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    found.push(group);
  }
  return found;
}

/** Places of lines, those near each other as one, in rising order. */
function places(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const { at } of [...rules].sort((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    if (last === undefined || at - last > NEAR) found.push(at);
  }
  return found;
}

/** Whether some line at a place runs past another. */
function runs(rules: readonly Rule[], at: number, past: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= past && rule.to >= past);
}

function gridOf(rules: readonly Rule[], glyphs: readonly Glyphs[]): Grid | null {
  const upright = rules.filter((rule) => rule.upright);
  const level = rules.filter((rule) => !rule.upright);
  const xs = places(upright);
  const ys = places(level).reverse();
  if (xs.length <= LEAST_COLUMNS || ys.length <= LEAST_ROWS) return null;
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)] as [number, number, number, number];
  const columnAt = (x: number) => xs.findLastIndex((edge) => edge <= x);
  const rowAt = (y: number) => ys.findLastIndex((edge) => edge >= y);
  const inside = glyphs.filter((item) => {
    const [x, y] = middle(item);
    return x > left && x < right && y < top && y > bottom;
  });
  if (inside.every(({ words }) => words.trim() === '')) return null;
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const between = (edges: readonly number[], at: number) => ((edges[at] as number) + (edges[at + 1] as number)) / 2;
  /** The cell a place belongs to: the first of those that no line parts from it, going left and then up. */
  const home = (row: number, column: number): [number, number] => {
    let [r, c] = [row, column];
    while (c > 0 && !runs(upright, xs[c] as number, between(ys, r))) c -= 1;
    while (r > 0 && !runs(level, ys[r] as number, between(xs, c))) r -= 1;
    return [r, c];
  };
  const words = new Map<string, Glyphs[]>();
  for (const item of inside) {
    const [x, y] = middle(item);
    const key = home(rowAt(y), columnAt(x)).join();
    const kept = words.get(key) ?? [];
    kept.push(item);
    words.set(key, kept);
  }
  const cells = Array.from({ length: rows }, (_, row) => {
    const found: Cell[] = [];
    for (let column = 0; column < columns; ) {
      let span = 1;
      while (column + span < columns && !runs(upright, xs[column + span] as number, between(ys, row))) span += 1;
      const [r, c] = home(row, column);
      const own = r === row && c === column;
      found.push({
        paragraphs: own ? paragraphs(words.get(`${row},${column}`) ?? []) : [],
        columns: span,
        continues: r < row,
      });
      column += span;
    }
    return found;
  });
  return { top, bottom, rows: cells, glyphs: new Set(inside) };
}

function middle({ x, y, width, size }: Glyphs): [number, number] {
  return [x + width / 2, y + size * 0.3];
}

const ENDS = /[.;:。；：]$/u;
const BEGINS = /^(?:[-–•+*]|\d{1,2}[.)]|[a-zđ]\))\s/u;
const HAN = /[\u3000-\u9fff\uff00-\uffef]/;

/** The lines of a cell, put together where they go on. */
function paragraphs(glyphs: readonly Glyphs[]): string[] {
  const found: string[] = [];
  for (const { words } of linesIn(glyphs)) {
    const last = found.at(-1);
    if (last === undefined || ENDS.test(last) || BEGINS.test(words)) found.push(words);
    else {
      const tight = HAN.test(last.at(-1) ?? '') && HAN.test(words.charAt(0));
      found[found.length - 1] = tight ? last + words : `${last} ${words}`;
    }
  }
  return found.map((words) => words.replace(/\s+/g, ' ').trim()).filter(Boolean);
}
