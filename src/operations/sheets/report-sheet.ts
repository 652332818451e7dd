import { type TaskRecord, taskLogs, tasksWanting } from '../../db/index.ts';
import { formatDate, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import {
  type CellValue,
  type OwedReport,
  type Reporting,
  reduceTask,
  reportsOwed,
  type Seat,
  type SheetRow,
  type SheetTable,
  sheetColumns,
  type TaskState,
  taskCells,
  writeKey,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { rulesFor } from '../tasks/rules-for.ts';
import { basisOf, unitNames } from './rows.ts';

/** Tasks of one form. */
const LIMIT = 2_000;

/**
 * The form a unit reports with where it has no connection: one row for each report it owes and each part it has to give, filled in with
 * what it reported the last time. Brought back it becomes drafts.
 * @param unit one unit; null for all the seat reports for
 */
export async function reportSheet(
  { database, clock }: Context,
  seat: Seat,
  unit: string | null,
  locale: Locale,
): Promise<SheetTable> {
  const day = clock.now().slice(0, 10);
  const { queries } = database;
  const records = await tasksWanting(queries, { units: seat.party === null ? null : seat.units, keeps: false }, LIMIT);
  const logs = await taskLogs(
    queries,
    records.map(({ task_id }) => task_id),
  );
  const basis = await basisOf(queries, records, locale);
  const name = await unitNames(queries, locale);
  const belongs = (one: string) => (unit === null ? seat.party === null || seat.units.includes(one) : one === unit);
  const rows: SheetRow[] = [];
  for (const record of records) {
    const log = logs.get(record.task_id);
    if (log === undefined) continue;
    const state = reduceTask(log);
    for (const { reporting, submit } of reportingsOf(record, state, belongs, day)) {
      rows.push(
        rowOf(record, state, { reporting, submit, basis: basis.get(record.task_id), locale, number: rows.length + 1 }),
      );
    }
  }
  const whose = unit ?? seat.unit;
  return {
    form: 'reports',
    title: translate(locale, 'sheet.reports', { unit: whose === null ? 'Servanda' : name(whose) }),
    note: translate(locale, 'sheet.note-reports', { day: formatDate(locale, day), count: rows.length }),
    columns: sheetColumns('reports', locale),
    rows,
  };
}

interface Owing {
  readonly reporting: Reporting;
  readonly submit: string | null;
}

/** The reports a task wants of these units: the lead's that are not handed in (or one out of turn), and parts not given. */
function reportingsOf(record: TaskRecord, state: TaskState, belongs: (unit: string) => boolean, day: string): Owing[] {
  if (['assigned', 'sent-back', 'reported-done', 'disputed'].includes(state.lifecycle)) return [];
  const { periods, calendar } = rulesFor(record.relation ?? '', record.party);
  const owed = reportsOwed(state, periods, calendar, day).filter(isOpen);
  const ofLead = owed.length === 0 ? [{ period: null, submit: null }] : owed;
  return [
    ...(belongs(state.lead)
      ? ofLead.map(({ period, submit }) => ({ reporting: { unit: state.lead, period }, submit }))
      : []),
    ...state.coordinators
      .filter(({ unit, given }) => !given && belongs(unit))
      .map(({ unit, due }) => ({ reporting: { unit, period: null }, submit: due })),
  ];
}

function isOpen({ standing }: OwedReport): boolean {
  return standing !== 'in-time' && standing !== 'in-late';
}

interface Shown extends Owing {
  readonly basis: { readonly words: string; readonly source: string } | undefined;
  readonly locale: Locale;
  readonly number: number;
}

function rowOf(record: TaskRecord, state: TaskState, { reporting, submit, basis, locale, number }: Shown): SheetRow {
  const { period, unit } = reporting;
  const cells = taskCells(state, reporting);
  const own: Readonly<Record<string, CellValue>> = {
    ...{ number, title: record.title, words: basis?.words ?? '', source: basis?.source ?? '', due: state.due, submit },
    period:
      period === null
        ? translate(locale, 'owed.out-of-turn')
        : `${formatDate(locale, period.from)} – ${formatDate(locale, period.to)}`,
  };
  const key = writeKey({ noun: 'report', id: record.task_id, version: state.version, unit, period });
  return { key, cells: sheetColumns('reports', locale).map(({ id }) => own[id] ?? cells.get(id) ?? null) };
}
