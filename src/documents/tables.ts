import type { Span } from '../kernel/index.ts';
import type { Document, Provision } from './model.ts';

/** Parts the cells of a row in the text of a document. */
export const BAR = '|';
/** Stands in a cell that is one with the cell above it. */
export const DITTO = '〃';

/** One line of a table: its cells in the order of the columns, blanks around them left out; an empty cell has no length. */
export interface Row {
  readonly provision: Provision;
  readonly cells: readonly Span[];
}

/** Two bars, or two tabs between words, make a line a row of a table. */
const ROW = /^[^|]*\|[^|]*\||\S\t[^\t]*\t/;
const EDGE = /^\s*\|/;

/** Whether a line is a row of a table of three columns and more: cells parted by bars, or by tabs. */
export function isRow(line: string): boolean {
  return (line.includes(BAR) || line.includes('\t')) && ROW.test(line);
}

/**
 * The tables in the text of a document, as runs of lines below each other that begin and go on with rows of cells, as the
 * readers write them (`a | b | | d`), as they stand in marked-up text (`| a | b |`), or as they were pasted from a sheet,
 * with tabs. A line without a bar among them is a row of one cell.
 */
export function* tablesOf({ text, provisions, lines }: Document): Generator<Row[]> {
  if (!text.includes(BAR) && !text.includes('\t')) return;
  const at = new Map(provisions.flatMap((provision) => provision.lines.map((line) => [line, provision] as const)));
  let rows: Row[] = [];
  let previous = Number.NaN;
  for (const { number, span } of lines) {
    const line = text.slice(span.start, span.end);
    const row = isRow(line);
    if (rows.length > 0 && (number !== previous + 1 || (!row && line.includes('\t')))) {
      yield rows;
      rows = [];
    }
    const provision = at.get(number);
    if (provision !== undefined && (row || rows.length > 0)) rows.push({ provision, cells: cellsOf(line, span.start) });
    previous = number;
  }
  if (rows.length > 0) yield rows;
}

/** The cells of a line; the bars at the edges of marked-up rows part nothing. */
function cellsOf(line: string, offset: number): Span[] {
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
