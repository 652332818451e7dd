/** A run of characters at a place on a page, in points from the lower left corner. */
export interface Glyphs {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

/** One printed line of a column. */
export interface PrintedLine {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Lines of one column share the number; columns are numbered in reading order over the page. */
  readonly column: number;
  /** It is known to be no part of the text. */
  readonly aside?: boolean;
  /** A table stands here; the words are those of its first row. */
  readonly table?: readonly (readonly string[])[];
}

/** A gutter is at least this many letter heights wide, and its columns this many letters. */
const GUTTER = 1;
const COLUMN_LETTERS = 14;
const COLUMN_LINES = 4;

/** The lines of a stretch without columns, from top to bottom. */
export function linesIn(glyphs: readonly Glyphs[]): PrintedLine[] {
  return rows(glyphs.filter((item) => item.words.trim() !== '')).map((row) => setLine(row, 0));
}

/**
 * The lines of a page in reading order: column after column where the page has columns.
 * @param first number of the first column
 */
export function printedLines(glyphs: readonly Glyphs[], first = 0): PrintedLine[] {
  const shown = glyphs.filter((item) => item.words.trim() !== '');
  const lines: PrintedLine[] = [];
  let column = first;
  for (const block of cut(shown)) {
    for (const line of rows(block)) lines.push(setLine(line, column));
    column += 1;
  }
  return lines;
}

/** Cuts a page at its gutters; what stands above and below the columns (a title, a footnote) stays in one piece. */
function cut(glyphs: readonly Glyphs[]): (readonly Glyphs[])[] {
  const size = median(glyphs.map((item) => item.size));
  const gutter = findGutter(glyphs, size * GUTTER);
  if (gutter === null) return [glyphs];
  const crossing = glyphs.filter((item) => item.x < gutter && item.x + item.width > gutter);
  const top = Math.max(...glyphs.map((item) => item.y)) + 1;
  const bounds = [top, ...crossing.map((item) => item.y).sort((a, b) => b - a), -1];
  const blocks: (readonly Glyphs[])[] = [];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const between = glyphs.filter(
      (item) =>
        item.y < (bounds[i] as number) - 1 && item.y > (bounds[i + 1] as number) + 1 && !crossing.includes(item),
    );
    const left = between.filter((item) => item.x < gutter);
    const right = between.filter((item) => item.x >= gutter);
    blocks.push(
      left,
      right,
      glyphs.filter((item) => Math.abs(item.y - (bounds[i + 1] as number)) <= 1),
    );
  }
  return mergeBands(
    blocks.filter((block) => block.length > 0),
    gutter,
  );
}

/** Neighbouring bands that all cross the gutter read as one block. */
function mergeBands(blocks: (readonly Glyphs[])[], gutter: number): (readonly Glyphs[])[] {
  const merged: (readonly Glyphs[])[] = [];
  let open = false;
  for (const block of blocks) {
    const crosses = block.some((item) => item.x < gutter && item.x + item.width > gutter);
    if (crosses && open) merged.push([...(merged.pop() ?? []), ...block]);
    else merged.push(block);
    open = crosses;
  }
  return merged;
}

/** The middle of a strip near the middle of the page that hardly any line crosses and that has text on both sides. */
function findGutter(glyphs: readonly Glyphs[], least: number): number | null {
  if (glyphs.length < COLUMN_LINES * 2) return null;
  const left = Math.min(...glyphs.map((item) => item.x));
  const right = Math.max(...glyphs.map((item) => item.x + item.width));
  let best: number | null = null;
  for (let x = left + (right - left) * 0.35; x < left + (right - left) * 0.65; x += 3) {
    const crossing = glyphs.filter((item) => item.x < x + least && item.x + item.width > x).length;
    if (crossing > glyphs.length * 0.12) continue;
    const sides = [glyphs.filter((item) => item.x + item.width <= x), glyphs.filter((item) => item.x >= x + least)];
    if (sides.every(isColumn)) best ??= x + least / 2;
  }
  return best;
}

function isColumn(glyphs: readonly Glyphs[]): boolean {
  const lines = rows(glyphs);
  const letters = lines.reduce((total, line) => total + line.reduce((sum, item) => sum + item.words.length, 0), 0);
  return lines.length >= COLUMN_LINES && letters / lines.length >= COLUMN_LETTERS;
}

/** Glyphs of one baseline together, from top to bottom and left to right. */
function rows(glyphs: readonly Glyphs[]): Glyphs[][] {
  const sorted = [...glyphs].sort((a, b) => b.y - a.y || a.x - b.x);
  const found: Glyphs[][] = [];
  let baseline = Number.POSITIVE_INFINITY;
  for (const item of sorted) {
    if (baseline - item.y > item.size * 0.45) {
      found.push([]);
      baseline = item.y;
    }
    (found.at(-1) as Glyphs[]).push(item);
  }
  for (const row of found) row.sort((a, b) => a.x - b.x);
  return found;
}

function setLine(row: readonly Glyphs[], column: number): PrintedLine {
  const first = row[0] as Glyphs;
  let words = '';
  let end = first.x;
  for (const item of row) {
    const gap = item.x - end;
    if (gap > item.size * 2.5 && words !== '') words += '   ';
    else if (gap > item.size * 0.15 && !words.endsWith(' ')) words += ' ';
    words += item.words;
    end = item.x + item.width;
  }
  const size = Math.max(...row.map((item) => item.size));
  return { words: words.trim(), left: first.x, right: end, y: first.y, size, column };
}

const HAN = /[\u3000-\u9fff\uff00-\uffef]/;

/** A line with the next one it goes on in; Chinese, with its figures, has no blank between them. */
export function setBelow(words: string, next: string): string {
  const tight =
    (HAN.test(words.at(-1) ?? '') && /^[\d\u3000-\u9fff\uff00-\uffef]/.test(next)) ||
    (/\d$/.test(words) && HAN.test(next.charAt(0)));
  return tight ? words + next : `${words} ${next}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
