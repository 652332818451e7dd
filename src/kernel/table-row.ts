import type { Span } from './span.ts';

/** Parts the cells of a row in the text of a document. */
export const BAR = '|';
/** Stands in a cell that is one with the cell above it. */
export const DITTO = '〃';

/** Two bars, or two tabs between words, make a line a row of a table. */
const ROW = /^[^|]*\|[^|]*\||\S\t[^\t]*\t/;
const EDGES = /^\s*\|.*\|\s*$/;

/** Whether a line is a row of a table of three columns and more: cells parted by bars, or by tabs. */
export function isRow(line: string): boolean {
  return (line.includes(BAR) || line.includes('\t')) && ROW.test(line);
}

/**
 * The cells of each row of a table without the blanks around them, in UTF-16 offsets; an empty cell has no length. Where
 * every row begins and ends with a bar, as in marked-up text, these part nothing.
 * @param rows the lines of the table, each with the offset of its first character
 */
export function cellsOf(rows: readonly { readonly line: string; readonly offset: number }[]): Span[][] {
  const edges = rows.every(({ line }) => EDGES.test(line));
  return rows.map(({ line, offset }) => (edges ? cellsIn(line, offset).slice(1, -1) : cellsIn(line, offset)));
}

function cellsIn(line: string, offset: number): Span[] {
  const mark = line.includes(BAR) ? BAR : '\t';
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
  return cells;
}
