import { presentTask, type Queries, type TaskRecord, type TaskRow, taskActionsOf, tasksUnder } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { availableTaskActions, reduceTask, reportsOwed, type Seat, timelinessOf } from '../../register/index.ts';
import { hiddenParts, tellsOf, withoutParts } from './hidden-parts.ts';
import type { TaskDetail } from './results.ts';
import { rulesFor } from './rules-for.ts';
import { evidenceFiles } from './task-files.ts';
import { aheadOf } from './urged.ts';

/** @throws Problem `not-found`, also where the seat may not see the task */
export async function taskDetail(queries: Queries, id: string, seat: Seat, day: string): Promise<TaskDetail> {
  const record = await presentTask(queries, id);
  if (record === undefined) throw new Problem('not-found', { noun: 'task', id });
  const log = await taskActionsOf(queries, id);
  const whole = reduceTask(log);
  const hidden = hiddenParts(whole, seat);
  const state = withoutParts(whole, hidden);
  const rules = rulesFor(record.relation ?? '', record.party);
  return {
    id,
    state,
    timeliness: timelinessOf({ ...state, owed: record.owed }, day),
    strength: record.strength,
    files: hidden.includes('reports') ? [] : await evidenceFiles(queries, id),
    owed: reportsOwed(state, rules.periods, rules.calendar, day),
    ahead: await aheadOf(queries, record, state, day),
    actions: availableTaskActions(whole, seat),
    history: log.filter(({ body }) => !tellsOf(body.type, hidden)).map(({ taskId: _, ...action }) => action),
    above: await tasksAbove(queries, record, day),
    parts: (await tasksUnder(queries, id)).map((one) => timed(one, day)),
  };
}

async function tasksAbove(queries: Queries, record: TaskRecord, day: string): Promise<TaskRow[]> {
  const above: TaskRow[] = [];
  for (let at = record.parent_id; at !== null; ) {
    const parent = await presentTask(queries, at);
    if (parent === undefined || above.some(({ task_id }) => task_id === parent.task_id)) break;
    above.push(timed(parent, day));
    at = parent.parent_id;
  }
  return above;
}

/** A row with its timeliness on a day. */
export function timed(record: TaskRecord, day: string): TaskRow {
  const { due, owed, waiting, outcome, ended } = record;
  const settlement = outcome === null || ended === null ? null : { outcome, day: ended };
  return { ...record, timeliness: timelinessOf({ due, owed, waiting: waiting ? {} : null, settlement }, day) };
}
