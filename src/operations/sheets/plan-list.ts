import { holdings } from '../../db/index.ts';
import type { Seat } from '../../register/index.ts';
import type { ReadList } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { countStates } from './counts.ts';
import { planCommitmentList } from './plan-commitment-list.ts';
import { planTaskList } from './plan-task-list.ts';
import type { RunningSheet } from './run.ts';

/** Works out what a list as data would do: rows that are new, histories that go on, and those that went another way. */
export async function planList(context: Context, run: RunningSheet, list: ReadList, seat: Seat): Promise<void> {
  run.view = { ...run.view, form: list.list, sheet: 'JSON', state: 'planning', total: list.rows.length };
  const hands = new Set((await holdings(context.whole.queries)).map(({ id }) => id));
  const planning = { seat, hands };
  const { rows, notes } =
    list.list === 'tasks'
      ? await planTaskList(context, run, list.rows, planning)
      : await planCommitmentList(context, run, list, planning);
  run.rows = rows;
  run.view = { ...run.view, state: 'ready', notes, counts: countStates(rows) };
}
