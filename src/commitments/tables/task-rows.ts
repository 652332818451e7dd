import { type Document, type Row, tablesOf } from '../../documents/index.ts';
import type { Span } from '../../kernel/index.ts';
import type { Assignment } from '../clause.ts';
import { type Column, columnOf, isDitto, isNothing } from './columns.ts';

/** A row of a table of tasks (`TT | Nội dung | Chủ trì | Phối hợp | Thời hạn`, 任务分工表). */
export interface TaskRow {
  /** The words of the task; null in rows without one (heads, groups of tasks, more lines of the task above). */
  readonly task: Span | null;
  /** What stands in the column of numbers, empty where there is none. */
  readonly number: string;
  /** Who is to do it and when, as the other columns say; null where they say nothing. */
  readonly assignment: Assignment | null;
}

/** Index of the first column of each kind. */
type Heads = ReadonlyMap<Column, number>;

/** Numbers of groups, under which tasks are counted on: `I`, `A`, `一`. */
const GROUP = /^(?:[IVXLC]+|[A-H]|[一二三四五六七八九十]+)[.)、]?$/u;
/** Shorter words for which nobody is named are the title of a group. */
const TITLE = 32;
/** "Chủ trì: …", "Phối hợp: …" in a cell that says both. */
const SAID = /^(?:(?:đơn vị|cơ quan) )?(?:chủ trì|phối hợp|lead|support|牵头(?:单位)?|配合(?:单位)?)\s*[:：]\s*/iu;

const NO_ROWS: ReadonlyMap<number, TaskRow> = new Map();

/**
 * The rows of all tables of tasks in a document, by the index of their provision. A table is one of tasks where its head
 * names a column of tasks and one of who leads or when; its head may take two lines. One cut by a page goes on without it.
 */
export function taskRows(document: Document): ReadonlyMap<number, TaskRow> {
  let found: Map<number, TaskRow> | null = null;
  let before: Table | null = null;
  for (const rows of tablesOf(document)) {
    const head: Head | null = headOf(rows, document) ?? headBefore(before, rows, document);
    before = head && { head, rows };
    if (head === null) continue;
    found ??= new Map();
    for (const [provision, row] of readRows(rows, head, document)) found.set(provision, row);
  }
  return found ?? NO_ROWS;
}

interface Table {
  readonly head: Head;
  readonly rows: readonly Row[];
}

/** The head of the table before one that is its rest: as many columns, and nothing but the edges of a page between them. */
function headBefore(before: Table | null, rows: readonly Row[], { provisions }: Document): Head | null {
  if (before === null) return null;
  const width = (table: readonly Row[]) => Math.max(...table.map(({ cells }) => cells.length));
  const [from, to] = [before.rows.at(-1)?.provision.index ?? 0, rows[0]?.provision.index ?? 0];
  const next = provisions.slice(from + 1, to).every(({ role }) => role === 'furniture');
  return next && width(before.rows) === width(rows) ? { heads: before.head.heads, below: 0 } : null;
}

interface Head {
  readonly heads: Heads;
  /** Index of the first row below it. */
  readonly below: number;
}

/** The head of a table among its first rows, or null where it is none of tasks. */
function headOf(rows: readonly Row[], document: Document): Head | null {
  for (let at = 0; at < Math.min(rows.length, 3); at++) {
    const own = wordsOf(rows[at], document);
    const under = wordsOf(rows[at + 1], document);
    const two = Array.from(
      { length: Math.max(own.length, under.length) },
      (_, column) => under[column] || own[column] || '',
    );
    const heads = headsOf(own);
    if (heads !== null) {
      const more = isHeadLine(under) ? headsOf(two) : null;
      return more === null ? { heads, below: at + 1 } : { heads: more, below: at + 2 };
    }
    const both = headsOf(two);
    if (both !== null) return { heads: both, below: at + 2 };
  }
  return null;
}

/** Below a head of two lines: every cell with words is a head. */
function isHeadLine(words: readonly string[]): boolean {
  const said = words.filter((cell) => !isNothing(cell) && !isDitto(cell));
  return said.length > 0 && said.every((cell) => columnOf(cell) !== null);
}

function headsOf(words: readonly string[]): Heads | null {
  const heads = new Map<Column, number>();
  for (const [column, cell] of words.entries()) {
    const kind = columnOf(cell);
    if (kind !== null && !heads.has(kind)) heads.set(kind, column);
  }
  const assigns = heads.has('lead') || heads.has('units') || heads.has('due');
  return heads.has('task') && assigns && words.length > 2 ? heads : null;
}

function wordsOf(row: Row | undefined, { text }: Document): string[] {
  return row?.cells.map(({ start, end }) => text.slice(start, end)) ?? [];
}

function* readRows(rows: readonly Row[], { heads, below }: Head, document: Document): Generator<[number, TaskRow]> {
  const above = new Map<Column, Span>();
  const head = wordsOf(rows[below - 1], document).join('|');
  for (const [at, row] of rows.entries()) {
    const words = wordsOf(row, document);
    const again = at < below || words.join('|') === head;
    const read = again ? NO_TASK : readRow(row, words, heads, above, document);
    yield [row.provision.index, read];
  }
}

const NO_TASK: TaskRow = { task: null, number: '', assignment: null };

function readRow(
  { cells }: Row,
  words: readonly string[],
  heads: Heads,
  above: Map<Column, Span>,
  { text }: Document,
): TaskRow {
  const cell = (column: Column): Span | null => {
    const at = heads.get(column);
    const own = at === undefined ? undefined : cells[at];
    const said = at === undefined ? '' : (words[at] ?? '');
    if (own !== undefined && isDitto(said)) return above.get(column) ?? null;
    if (own === undefined || isNothing(said)) {
      above.delete(column);
      return null;
    }
    above.set(column, own);
    return own;
  };
  const number = words[heads.get('number') ?? -1] ?? '';
  const own = cells[heads.get('task') ?? -1];
  const said = words[heads.get('task') ?? -1] ?? '';
  const assignment = assignmentOf(cell('lead') ?? cell('units'), cell('helpers'), cell('due'), heads, text);
  const short = said.length < TITLE;
  const group = assignment === null && (GROUP.test(number) || number === '' || cells.length === 1 || short);
  const task = own === undefined || group || isNothing(said) || isDitto(said) ? null : own;
  return { task, number: isDitto(number) ? '' : number, assignment };
}

function assignmentOf(
  lead: Span | null,
  helpers: Span | null,
  due: Span | null,
  heads: Heads,
  text: string,
): Assignment | null {
  if (lead === null && due === null) return null;
  const of = (span: Span | null) => (span === null ? null : text.slice(span.start, span.end));
  const said = of(lead) ?? '';
  const [first = '', ...others] = heads.has('units')
    ? said.split(/[;；]/u).map((part) => part.trim().replace(SAID, ''))
    : [said];
  return {
    lead: first,
    helpers: of(helpers) ?? (others.length > 0 ? others.join(', ') : null),
    span: lead ?? (due as Span),
    due: due === null ? null : { words: of(due) as string, span: due },
    leads: lead !== null,
  };
}
