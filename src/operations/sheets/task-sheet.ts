import { listTasks, type TaskRow, taskLogs } from '../../db/index.ts';
import { formatDate, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import {
  type CellValue,
  nextReport,
  reduceTask,
  type Seat,
  type SheetRow,
  type SheetTable,
  sheetColumns,
  type TaskAction,
  taskCells,
  writeKey,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { hiddenParts, withoutParts } from '../tasks/hidden-parts.ts';
import { filterOf, type TaskQuery } from '../tasks/list-tasks.ts';
import { rulesFor } from '../tasks/rules-for.ts';
import { type Basis, basisOf, unitNames } from './rows.ts';

/** Rows of one sheet. */
export const MOST_ROWS = 50_000;
const STRETCH = 500;

/**
 * The progress annex: the tasks of a query, in its order and as of its day, with the words that bind and what was reported. Of today it can
 * be filled in and brought back; of a past day it only goes out.
 */
export async function taskSheet(context: Context, query: TaskQuery, seat: Seat, locale: Locale): Promise<SheetTable> {
  const { offset = 0, limit = MOST_ROWS } = query;
  const { queries } = context.database;
  const { filter, moment } = await filterOf(context, query);
  const records = await listTasks(queries, filter, moment, { offset, limit });
  const name = await unitNames(queries, locale);
  const rows: SheetRow[] = [];
  for (let from = 0; from < records.length; from += STRETCH) {
    const stretch = records.slice(from, from + STRETCH);
    const logs = await taskLogs(
      queries,
      stretch.map(({ task_id }) => task_id),
    );
    const basis = await basisOf(queries, stretch, locale);
    for (const record of stretch) {
      const log = (logs.get(record.task_id) ?? []).slice(0, record.version);
      rows.push(rowOf(record, log, { basis: basis.get(record.task_id), seat, name, locale, number: rows.length + 1 }));
    }
  }
  const today = moment.at === null;
  return {
    form: today ? 'tasks' : null,
    title: translate(locale, 'sheet.tasks'),
    note: translate(locale, today ? 'sheet.note-open' : 'sheet.note-past', {
      day: formatDate(locale, moment.day),
      count: rows.length,
    }),
    columns: sheetColumns('tasks', locale),
    rows,
  };
}

interface Shown {
  readonly basis: Basis | undefined;
  readonly seat: Seat;
  readonly name: (unit: string) => string;
  readonly locale: Locale;
  readonly number: number;
}

function rowOf(record: TaskRow, log: readonly TaskAction[], { basis, seat, name, locale, number }: Shown): SheetRow {
  const whole = reduceTask(log);
  const state = withoutParts(whole, hiddenParts(whole, seat));
  const { periods, calendar } = rulesFor(record.relation ?? '', record.party);
  // A report that is begun is gone on with; else the next one that is owed.
  const begun = whole.reports.findLast(
    ({ unit, stage }) => unit === whole.lead && (stage === 'draft' || stage === 'returned'),
  );
  const period = begun === undefined ? (nextReport(whole, periods, calendar)?.period ?? null) : begun.period;
  const reporting = { unit: state.lead, period };
  const cells = taskCells(state, reporting);
  const own: Readonly<Record<string, CellValue>> = {
    ...{ number, title: record.title, words: basis?.words ?? '', source: basis?.source ?? '', lead: name(record.lead) },
    ...{
      coordinators: state.coordinators
        .map(({ unit }) => name(unit))
        .concat(state.unresolved)
        .join('; '),
    },
    ...{ product: state.plan?.product ?? null, timeliness: translate(locale, `timeliness.${record.timeliness}`) },
  };
  const key = writeKey({ noun: 'task', id: record.task_id, version: record.version, ...reporting });
  return { key, cells: sheetColumns('tasks', locale).map(({ id }) => own[id] ?? cells.get(id) ?? null) };
}
