import type { Span } from './span.ts';

/** Parts the cells of a row in the text of a document. */
export const BAR = '|';
/** Stands in a cell that is one with the cell above it. */
export const DITTO = '〃';

/** Two bars, or two tabs between words, make a line a row of a table. */
const ROW = /^[^|]*\|[^|]*\||\S\t[^\t]*\t/;
const EDGE = /^\s*\|/;

/** Whether a line is a row of a table of three columns and more: cells parted by bars, or by tabs. */
export function isRow(line: string): boolean {
  return (line.includes(BAR) || line.includes('\t')) && ROW.test(line);
}

/**
 * The cells of a row without the blanks around them, in UTF-16 offsets counted from that of the line; an empty cell has
 * no length. The bars at the edges of marked-up rows part nothing.
 */
export function cellsOf(line: string, offset: number): Span[] {
  const mark = line.includes(BAR) ? BAR : '\t';
  const edges = mark === BAR && EDGE.test(line) && /\|\s*$/.test(line);
  const cells: Span[] = [];
  let from = 0;
  for (const words of line.split(mark)) {
    const start = from + (words.length - words.trimStart().length);
    cells.push({
      start: offset + Math.min(start, from + words.length),
      end: offset + Math.max(start, from + words.trimEnd().length),
    });
    from += words.length + 1;
  }
  return edges ? cells.slice(1, -1) : cells;
}
