import { allUnits, askedBy, taskLogs } from '../../db/index.ts';
import { cellsBetween, dataRow, type PlannedRow, reduceTask, type TaskState, taskCells } from '../../register/index.ts';
import type { ExportedTask, ReadList } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import {
  faultRow,
  idsOf,
  type ListPlanning,
  type PlannedList,
  planRows,
  refusal,
  standingRow,
} from './plan-list-rows.ts';
import type { RunningSheet } from './run.ts';

type Came = Extract<ReadList, { list: 'tasks' }>;

/** Works out what a list of tasks would do. */
export async function planTaskList(
  context: Context,
  run: RunningSheet,
  rows: Came['rows'],
  planning: ListPlanning,
): Promise<PlannedList> {
  const { queries } = context.database;
  const units = new Set((await allUnits(queries)).map(({ id }) => id));
  const unknown = new Set<string>();
  const coming = new Set(idsOf(rows));
  const planned = await planRows(run, rows, async (stretch) => {
    const logs = await taskLogs(queries, idsOf(stretch));
    const kept = stretch.flatMap((one) => ('wrong' in one ? [] : one.state.commitments));
    const there = new Set(kept.length === 0 ? [] : (await askedBy(queries, [...new Set(kept)])).map(({ id }) => id));
    return (row, one) => {
      if (!units.has(one.state.lead)) unknown.add(one.state.lead);
      return planTask(row, one, { here: logs.get(one.row.id) ?? [], there, coming }, planning);
    };
  });
  const note = { code: 'units-unknown', details: { units: [...unknown].join(', ').slice(0, 300) } } as const;
  return { rows: planned, notes: unknown.size === 0 ? [] : [note] };
}

interface KnownOfTask {
  readonly here: readonly Parameters<typeof reduceTask>[0][number][];
  readonly there: ReadonlySet<string>;
  readonly coming: ReadonlySet<string>;
}

function planTask(
  number: number,
  { row, state }: { readonly row: ExportedTask; readonly state: TaskState },
  { here, there, coming }: KnownOfTask,
  planning: ListPlanning,
): PlannedRow {
  const of = { noun: 'task', id: row.id, title: row.title } as const;
  const standing = standingRow(number, of, here, row.actions);
  if (standing !== null) return standing;
  const missing = state.commitments.find((id) => !there.has(id));
  const parentless = state.parent !== null && here.length === 0 && !coming.has(state.parent);
  if (missing !== undefined || parentless) {
    return faultRow(number, of, 'task-without', { id: missing ?? state.parent ?? '' });
  }
  const { party } = planning.seat;
  if (party !== null && party !== state.party)
    return faultRow(number, of, 'seat-may-not', { action: 'assign', state: '' });
  const actions = row.actions.slice(here.length);
  const refused = refusal(actions, planning);
  if (refused !== null) return faultRow(number, of, ...refused);
  return dataRow(number, {
    ...{ of, state: 'change', version: here.length },
    cells: cellsBetween(here.length === 0 ? new Map() : cellsOf(reduceTask(here)), cellsOf(state)),
    deeds: [{ noun: 'task-log', id: row.id, actions }],
  });
}

function cellsOf(state: TaskState) {
  return taskCells(state, { unit: state.lead, period: null });
}
