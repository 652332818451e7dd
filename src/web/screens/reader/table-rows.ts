import { cellsOf, isRow, type Span } from '../../../kernel/index.ts';

/** How a passage that is a row of a table is laid out. */
export interface RowShape {
  /** What parts its cells (bars, tabs and the blanks around them); not shown. */
  readonly bars: readonly Span[];
  /** Of the whole table, for `grid-template-columns`. */
  readonly columns: string;
  /** `group`: a line of one or two cells among the rows ("II | Transport"), the title of those below it. */
  readonly kind: 'head' | 'row' | 'group';
}

interface Line {
  readonly index: number;
  readonly span: Span;
}

/** Widths of columns are in proportion to their words, between these. */
const LEAST = 4;
const MOST = 48;

/** The rows of tables among the passages of a text, by the index of the passage. */
export function rowShapes(text: string, passages: readonly Line[]): ReadonlyMap<number, RowShape> {
  const shapes = new Map<number, RowShape>();
  let rows: { passage: Line; line: string; offset: number }[] = [];
  const lay = () => {
    const all = cellsOf(rows);
    const columns = widths(text, all);
    for (const [at, { passage: line }] of rows.entries()) {
      const cells = all[at] ?? [];
      const kind = at === 0 ? 'head' : isGroup(cells) ? 'group' : 'row';
      shapes.set(line.index, { bars: between(line.span, cells), columns, kind });
    }
    rows = [];
  };
  let reach = -1;
  for (const line of passages) {
    const words = text.slice(line.span.start, line.span.end);
    const row = isRow(words);
    if (rows.length > 0 && !/^\n?$/.test(text.slice(reach, line.span.start).replace(/[ \t\r]/g, ''))) lay();
    if (row || rows.length > 0) rows.push({ passage: line, line: words, offset: line.span.start });
    reach = line.span.end;
  }
  lay();
  return shapes;
}

/** At most a number and a title. */
function isGroup(cells: readonly Span[]): boolean {
  return cells.slice(2).every(({ start, end }) => start === end);
}

/** What stands before, between and after the cells of a row. */
function between({ start, end }: Span, cells: readonly Span[]): Span[] {
  const edges = [start, ...cells.flatMap((cell) => [cell.start, cell.end]), end];
  const gaps: Span[] = [];
  for (let at = 0; at < edges.length; at += 2) gaps.push({ start: edges[at] as number, end: edges[at + 1] as number });
  return gaps.filter((gap) => gap.end > gap.start);
}

/** The least width of a column is that of its longest word, up to so many letters: a longer one is broken. */
const WORD = 11;

function widths(text: string, rows: readonly (readonly Span[])[]): string {
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  return Array.from({ length: columns }, (_, column) => {
    const cells = rows.flatMap((row) => (row[column] ? [text.slice(row[column].start, row[column].end)] : []));
    const mean = cells.reduce((sum, words) => sum + words.length, 0) / Math.max(1, cells.length);
    const longest = Math.max(
      2,
      ...cells.flatMap((words) => words.split(/[\s/–-]|(?<=\p{Script=Han})/u).map((word) => word.length)),
    );
    return `minmax(${Math.min(WORD, longest)}ch, ${Math.round(Math.min(MOST, Math.max(LEAST, mean)))}fr)`;
  }).join(' ');
}
