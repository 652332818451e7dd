import type { PrintedLine } from './pdf-lines.ts';

/** Lines that follow each other: running text, or rows of a table with their cells. */
export interface Stretch {
  readonly lines: readonly PrintedLine[];
  readonly cells: readonly (readonly string[])[] | null;
}

/** Rows of three cells and more make a table from three on; two cells side by side may be signatures, so more are asked for. */
const ROWS = { wide: 3, narrow: 6 };
const GAP = /\s{3,}/;
const LIST_MARK = /^(?:[-–•+*]|\(?[\p{L}\d]{1,4}[.)])$/u;

/** What wide gaps part in a line; a number or dash before a list item is no cell. */
export function cellsOf({ words }: PrintedLine): string[] {
  const cells = words.split(GAP).filter(Boolean);
  return cells.length === 2 && LIST_MARK.test(cells[0] ?? '') ? [words] : cells;
}

/** Parts the rows of tables (lines of one column with wide gaps, as many cells in each) from the text around them. */
export function tablesApart(lines: readonly PrintedLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  let text: PrintedLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const drawn = drawnFrom(lines, i);
    const size = drawn.length > 0 ? drawn.length : rowsFrom(lines, i);
    if (size === 0) text.push(lines[i++] as PrintedLine);
    else {
      const rows = lines.slice(i, i + size);
      if (text.length > 0) stretches.push({ lines: text, cells: null });
      stretches.push({ lines: rows, cells: drawn.length > 0 ? drawn.flat() : rows.map(cellsOf) });
      text = [];
      i += size;
    }
  }
  if (text.length > 0) stretches.push({ lines: text, cells: null });
  return stretches;
}

/** The rows of a drawn table from a line on, as its lines hold them; none where it holds none. */
function drawnFrom(lines: readonly PrintedLine[], start: number): (readonly (readonly string[])[])[] {
  const found: (readonly (readonly string[])[])[] = [];
  const column = lines[start]?.column;
  for (let at = start; lines[at]?.column === column; at++) {
    const table = lines[at]?.table;
    if (table === undefined) break;
    found.push(table);
  }
  return found;
}

/** How many rows of a table begin at a line; 0 where none do. */
function rowsFrom(lines: readonly PrintedLine[], start: number): number {
  const first = lines[start] as PrintedLine;
  const cells = cellsOf(first).length;
  if (cells < 2) return 0;
  let end = start;
  while (
    end < lines.length &&
    lines[end]?.column === first.column &&
    cellsOf(lines[end] as PrintedLine).length === cells
  )
    end += 1;
  return end - start >= (cells > 2 ? ROWS.wide : ROWS.narrow) ? end - start : 0;
}
