import { BAR, DITTO } from '../../kernel/index.ts';

/** A cell as a format gives it, in the order of its row. */
export interface Cell {
  /** The words of its paragraphs; blank ones left out. */
  readonly paragraphs: readonly string[];
  /** How many columns it takes. */
  readonly columns: number;
  /** It belongs to the cell above it, merged downwards. */
  readonly continues: boolean;
}

/** A table with longer cells only lays the page out, unless it is wide: its cells are read as passages. */
const LONGEST_CELL = 600;
/** A letterhead: two columns, at most so many rows. */
const LETTERHEAD_ROWS = 3;
const STOPPED = /[.;:,!?。；：，！？]$/u;
/** A paragraph that goes on with the one before it in a narrow cell ("Đơn vị" over "chủ trì"). */
const GOES_ON = /^[\p{Ll}\d(]/u;

/**
 * Whether a table only lays the page out, as the letterhead and the signatures of a dispatch are: its cells are then
 * read as passages, one after the other.
 * @param rows cells of each row
 */
export function laysOut(rows: readonly (readonly Cell[])[]): boolean {
  const cells = rows.flat();
  if (rows.length < 2 || cells.length <= rows.length) return true;
  const width = Math.max(...rows.map(widthOf));
  if (width > 2) return false;
  if (cells.some((cell) => cell.paragraphs.join(' ').length >= LONGEST_CELL)) return true;
  return rows.length <= LETTERHEAD_ROWS && cells.some(({ paragraphs }) => paragraphs.length > 1);
}

/** Whether a drawn table of one row is the rest of one that a page cut: nothing stands under the column of numbers. */
export function isCutRow(rows: readonly (readonly Cell[])[]): boolean {
  const [row = [], ...more] = rows;
  const said = row.filter(({ paragraphs }) => paragraphs.length > 0);
  return more.length === 0 && row.length > 2 && said.length > 0 && row[0]?.paragraphs.length === 0;
}

/**
 * The words of each cell of a table, one a column: a cell over several columns is followed by empty ones, one merged
 * with the cell above it bears a ditto mark, so that words stay in the column they stand in.
 */
export function columnsOf(rows: readonly (readonly Cell[])[]): string[][] {
  const above: string[] = [];
  return rows.map((row) => {
    const words = row.flatMap(({ paragraphs, columns, continues }) => [
      continues ? DITTO : joined(paragraphs),
      ...Array<string>(Math.max(0, columns - 1)).fill(''),
    ]);
    return words.map((cell, column) => {
      if (cell !== DITTO) above[column] = cell;
      return cell === DITTO && (above[column] ?? '') === '' ? '' : cell;
    });
  });
}

function widthOf(row: readonly Cell[]): number {
  return row.reduce((sum, { columns }) => sum + columns, 0);
}

/** Paragraphs of a cell on one line; a semicolon parts those that stand for themselves. */
function joined(paragraphs: readonly string[]): string {
  let line = '';
  for (const paragraph of paragraphs) {
    const words = paragraph.replaceAll(BAR, '¦').trim();
    if (words === '') continue;
    if (line === '') line = words;
    else line += STOPPED.test(line) || GOES_ON.test(words) ? ` ${words}` : `; ${words}`;
  }
  return line;
}
