import { BAR, cellsOf, isRow, type Span } from '../kernel/index.ts';
import type { Document, Provision } from './model.ts';

/** One line of a table: its cells in the order of the columns, blanks around them left out; an empty cell has no length. */
export interface Row {
  readonly provision: Provision;
  readonly cells: readonly Span[];
}

/**
 * The tables in the text of a document, as runs of lines below each other that begin and go on with rows of cells, as the
 * readers write them (`a | b | | d`), as they stand in marked-up text (`| a | b |`), or as they were pasted from a sheet,
 * with tabs. A line without a bar among them is a row of one cell.
 */
export function* tablesOf({ text, provisions, lines }: Document): Generator<Row[]> {
  if (!text.includes(BAR) && !text.includes('\t')) return;
  // Made with the first row: most long texts have none.
  let at: ReadonlyMap<number, Provision> | null = null;
  let rows: Line[] = [];
  let previous = Number.NaN;
  for (const { number, span } of lines) {
    const line = text.slice(span.start, span.end);
    const row = isRow(line);
    if (rows.length > 0 && (number !== previous + 1 || (!row && line.includes('\t')))) {
      yield withCells(rows);
      rows = [];
    }
    if (row || rows.length > 0) {
      at ??= new Map(provisions.flatMap((provision) => provision.lines.map((line) => [line, provision] as const)));
      const provision = at.get(number);
      if (provision !== undefined) rows.push({ provision, line, offset: span.start });
    }
    previous = number;
  }
  if (rows.length > 0) yield withCells(rows);
}

interface Line {
  readonly provision: Provision;
  readonly line: string;
  readonly offset: number;
}

function withCells(lines: readonly Line[]): Row[] {
  const cells = cellsOf(lines);
  return lines.map(({ provision }, index) => ({ provision, cells: cells[index] as Span[] }));
}
