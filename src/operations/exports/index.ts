import { actionLogs, type EntityFilter, listTasks, presentText, taskLogs } from '../../db/index.ts';
import { formatDate, formatInterval, hasMessage, type MessageId, translate } from '../../i18n/index.ts';
import { codePointSpan, type Locale } from '../../kernel/index.ts';
import {
  type CellValue,
  nameIn,
  reduce,
  reduceTask,
  type Seat,
  type SeriesSession,
  type SheetColumn,
  type SheetTable,
  type TaskAction,
} from '../../register/index.ts';
import type { ExportedCommitment, ExportedList, ExportedTask } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { entityBatches } from '../entities/index.ts';
import { type CommitmentQuery, commitmentBatches } from '../register.ts';
import { seriesOf } from '../sessions/index.ts';
import { commitmentSheet } from '../sheets/commitment-sheet.ts';
import { MOST_ROWS, taskSheet } from '../sheets/task-sheet.ts';
import { compareTwoSnapshots } from '../snapshots/index.ts';
import { hiddenParts, tellsOf } from '../tasks/hidden-parts.ts';
import { filterOf, type TaskQuery } from '../tasks/list-tasks.ts';
import { termsOf } from '../terms/index.ts';

/** What a list is asked for with; the filters are those of its page. */
export type ListAsked =
  | { readonly list: 'commitments'; readonly query: CommitmentQuery }
  | { readonly list: 'tasks'; readonly query: TaskQuery }
  | { readonly list: 'sessions' | 'terms'; readonly query: { readonly id?: readonly string[] | undefined } }
  | { readonly list: 'entities'; readonly query: EntityFilter }
  | {
      readonly list: 'evaluations';
      readonly query: { readonly before: string; readonly after: string; readonly show?: string | undefined };
    };

/**
 * A list exactly as its page shows it to the seat: filter, order and day are the page's.
 * @param logs whether the actions of commitments and tasks are wanted: for data, not for tables
 */
export async function exportList(
  context: Context,
  asked: ListAsked,
  seat: Seat,
  { locale, logs }: { readonly locale: Locale; readonly logs: boolean },
): Promise<ExportedList> {
  const at = context.clock.now();
  const day = asked.list === 'tasks' ? (asked.query.asOf ?? at.slice(0, 10)) : at.slice(0, 10);
  const filter = Object.fromEntries(Object.entries(asked.query).filter(([, value]) => value !== undefined));
  const plain = { list: asked.list, at, day, filter, commitments: [], tasks: [], rows: [] };
  switch (asked.list) {
    case 'commitments':
      return {
        ...plain,
        table: await commitmentSheet(context, asked.query, seat, locale),
        commitments: logs ? await commitmentsOfQuery(context, asked.query) : [],
      };
    case 'tasks':
      return {
        ...plain,
        table: await taskSheet(context, asked.query, seat, locale),
        tasks: logs ? await tasksOfQuery(context, asked.query, seat) : [],
      };
    case 'sessions': {
      const rows = shown((await seriesOf(context)).rows, asked.query.id);
      return { ...plain, rows, table: seriesTable(rows, locale, day) };
    }
    case 'terms': {
      const rows = shown((await termsOf(context)).rows, asked.query.id);
      return { ...plain, rows, table: termTable(rows, locale, day) };
    }
    case 'entities': {
      const rows = (await Array.fromAsync(entityBatches(context, asked.query))).flat();
      return { ...plain, rows, table: entityTable(rows, locale, day) };
    }
    case 'evaluations': {
      const { before, after, show } = asked.query;
      const comparison = await compareTwoSnapshots(context, before, after);
      const rows = Object.entries(comparison.tasks).flatMap(([change, tasks]) =>
        (show === undefined || show === change ? tasks : []).map((task) => ({
          task,
          change,
          title: comparison.titles[task] ?? task,
        })),
      );
      return { ...plain, rows, table: evaluationTable(rows, locale, day) };
    }
  }
}

/** The rows a page shows, in its order; all where it names none. */
function shown<Row extends { readonly id: string }>(
  rows: readonly Row[],
  ids: readonly string[] | undefined,
): readonly Row[] {
  if (ids === undefined) return rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Characters around a quote by which it is found again. */
const AROUND = 32;

async function commitmentsOfQuery(context: Context, query: CommitmentQuery): Promise<ExportedCommitment[]> {
  const { queries } = context.database;
  const found: ExportedCommitment[] = [];
  const texts = new Map<string, string>();
  for await (const batch of commitmentBatches(context, query)) {
    const logs = await actionLogs(
      queries,
      batch.map(({ id }) => id),
    );
    for (const row of batch) {
      const text = texts.get(row.expressionId) ?? (await presentText(queries, row.expressionId)).text;
      texts.set(row.expressionId, text);
      const actions = (logs.get(row.id) ?? []).map(({ commitmentId: _, ...action }) => action);
      const { span, anchored, quote } = reduce(actions);
      found.push({
        ...{ id: row.id, path: row.path, page: row.page, quote, actions },
        text: {
          ...{ id: row.expressionId, language: row.language, file: row.source.file, sha256: row.source.sha256 },
          ...{ work: row.workId, workTitle: row.workTitle, date: row.workDate },
        },
        prefix: anchored ? text.slice(Math.max(0, span.start - AROUND), span.start) : '',
        suffix: anchored ? text.slice(span.end, span.end + AROUND) : '',
        utf16: anchored ? { start: span.start, end: span.end } : null,
        codePoints: anchored ? codePointSpan(text, span) : null,
      });
    }
  }
  return found;
}

async function tasksOfQuery(context: Context, query: TaskQuery, seat: Seat): Promise<ExportedTask[]> {
  const { database } = context;
  const { offset = 0, limit = MOST_ROWS } = query;
  const { filter, moment } = await filterOf(context, query);
  const rows = await listTasks(database.queries, filter, moment, { offset, limit });
  const found: ExportedTask[] = [];
  for (let from = 0; from < rows.length; from += 500) {
    const stretch = rows.slice(from, from + 500);
    const logs = await taskLogs(
      database.queries,
      stretch.map(({ task_id }) => task_id),
    );
    for (const row of stretch) {
      const log = (logs.get(row.task_id) ?? []).slice(0, row.version);
      const hidden = hiddenParts(reduceTask(log), seat);
      const seen = seenLog(log, hidden);
      const { title, commitments, lead } = row;
      const state = reduceTask(seen);
      found.push({
        ...{ id: row.task_id, title, commitments, lead, due: state.due, lifecycle: state.lifecycle },
        timeliness: row.timeliness,
        actions: seen,
      });
    }
  }
  return found;
}

/** A log without its hidden actions, and without what took them back; its numbers close up, so that it leads to a state by itself. */
function seenLog(
  log: readonly (TaskAction & { readonly taskId: string })[],
  hidden: Parameters<typeof tellsOf>[1],
): TaskAction[] {
  const gone = new Set(log.filter(({ body }) => tellsOf(body.type, hidden)).map(({ id }) => id));
  return log
    .filter(({ id, body }) => !gone.has(id) && !(body.type === 'undo' && gone.has(body.undoes)))
    .map(({ taskId: _, ...action }, index) => ({ ...action, sequence: index + 1 }));
}

type Cells<Row> = readonly (readonly [
  id: string,
  kind: 'text' | 'day' | 'number',
  width: number,
  read: (row: Row) => CellValue,
])[];

function tableOf<Row>(
  title: MessageId,
  rows: readonly Row[],
  cells: Cells<Row>,
  locale: Locale,
  day: string,
): SheetTable {
  const columns: SheetColumn[] = cells.map(([id, kind, width]) => ({
    ...{ id, kind, width, choices: [], editable: false, title: translate(locale, `sheet-column.${id}` as MessageId) },
  }));
  return {
    ...{ form: null, title: translate(locale, title), columns },
    note: translate(locale, 'sheet.note-past', { day: formatDate(locale, day), count: rows.length }),
    rows: rows.map((row) => ({ key: null, cells: cells.map(([, , , read]) => read(row)) })),
  };
}

/** A whole day, or null where only the year or month is known. */
const whole = (day: string | null) => (day?.length === 10 ? day : null);

function sessionWords(session: SeriesSession | null, locale: Locale): string {
  if (session === null) return '';
  const date = session.date === null ? '' : formatInterval(locale, session.date, session.date);
  return [session.ordinal ?? '', date, session.host ?? ''].filter((part) => part !== '').join(' · ');
}

function seriesTable(rows: Awaited<ReturnType<typeof seriesOf>>['rows'], locale: Locale, day: string): SheetTable {
  return tableOf(
    'sheet.sessions',
    rows,
    [
      ['name', 'text', 50, ({ names }) => nameIn(names, locale)],
      ['last', 'text', 30, ({ last }) => sessionWords(last, locale)],
      ['next', 'text', 30, ({ next }) => sessionWords(next, locale)],
      ['open-items', 'number', 10, ({ unclosed }) => unclosed],
      ['leaning', 'number', 10, ({ commitments }) => commitments],
      ['shown', 'day', 12, ({ shown }) => whole(shown)],
    ],
    locale,
    day,
  );
}

function termTable(rows: Awaited<ReturnType<typeof termsOf>>['rows'], locale: Locale, day: string): SheetTable {
  return tableOf(
    'sheet.terms',
    rows,
    [
      ['name', 'text', 60, ({ names }) => nameIn(names, locale)],
      ['parties', 'text', 20, ({ parties }) => parties.join('; ')],
      ['signed', 'text', 12, ({ signed }) => signed],
      ['expires', 'text', 12, ({ expires }) => expires],
      ['successor', 'text', 40, ({ successor }) => (successor === null ? null : nameIn(successor.names, locale))],
      ['leaning', 'number', 10, ({ commitments }) => commitments],
    ],
    locale,
    day,
  );
}

type Entities = Awaited<ReturnType<typeof entityBatches>> extends AsyncGenerator<infer Rows> ? Rows : never;

function entityTable(rows: Entities, locale: Locale, day: string): SheetTable {
  const typeName = ({ kind, fields }: Entities[number]) => {
    const id = `entity-type.${kind}.${fields.type}`;
    return hasMessage(id) ? translate(locale, id) : (fields.type ?? '');
  };
  const forms = (language: 'vi' | 'en' | 'zh') => (row: Entities[number]) =>
    (row.fields.names[language] ?? []).join('; ');
  return tableOf(
    'sheet.entities',
    rows,
    [
      ['name-vi', 'text', 36, forms('vi')],
      ['name-en', 'text', 36, forms('en')],
      ['name-zh', 'text', 36, forms('zh')],
      ['type', 'text', 22, typeName],
      ['from', 'text', 12, ({ fields }) => fields.from],
      ['until', 'text', 12, ({ fields }) => fields.until],
      ['mentions', 'number', 10, ({ mentions }) => mentions],
      ['leaning', 'number', 10, ({ commitments }) => commitments],
    ],
    locale,
    day,
  );
}

function evaluationTable(
  rows: readonly { readonly title: string; readonly change: string }[],
  locale: Locale,
  day: string,
): SheetTable {
  return tableOf(
    'sheet.evaluations',
    rows,
    [
      ['title', 'text', 60, ({ title }) => title],
      ['change', 'text', 20, ({ change }) => translate(locale, `snapshot-change.${change}` as MessageId)],
    ],
    locale,
    day,
  );
}
