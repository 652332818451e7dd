import { allUnits, askedBy, taskLogs } from '../../db/index.ts';
import {
  cellsBetween,
  compareLogs,
  dataRow,
  type PlannedRow,
  reduceTask,
  type TaskState,
  taskCells,
} from '../../register/index.ts';
import type { ExportedTask, ReadList } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { faultRow, idsOf, LIST_STRETCH, type ListPlanning, type PlannedList, refusal } from './plan-list-rows.ts';
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
  const planned: PlannedRow[] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at < rows.length; at += LIST_STRETCH) {
    const stretch = rows.slice(at, at + LIST_STRETCH);
    const logs = await taskLogs(queries, idsOf(stretch));
    const kept = stretch.flatMap((one) => ('wrong' in one ? [] : one.state.commitments));
    const there = new Set(kept.length === 0 ? [] : (await askedBy(queries, [...new Set(kept)])).map(({ id }) => id));
    for (const [index, one] of stretch.entries()) {
      const row = at + index + 1;
      const first = 'wrong' in one ? undefined : seen.get(one.row.id);
      if ('wrong' in one) planned.push(faultRow(row, null, 'row-malformed', { place: one.wrong }));
      else if (first !== undefined) planned.push(faultRow(row, null, 'key-twice', { first }));
      else {
        seen.set(one.row.id, row);
        const here = logs.get(one.row.id) ?? [];
        if (!units.has(one.state.lead)) unknown.add(one.state.lead);
        planned.push(planTask(row, one, { here, there, coming }, planning));
      }
    }
    run.view = { ...run.view, done: Math.min(at + LIST_STRETCH, rows.length) };
    await new Promise((turn) => setImmediate(turn));
  }
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
  const standing = compareLogs(here, row.actions);
  if (standing === 'same' || standing === 'behind') {
    return dataRow(number, { of, state: 'same', moved: standing === 'behind' });
  }
  if (standing === 'apart') return dataRow(number, { of, state: 'conflict', fault: { code: 'apart', details: {} } });
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
