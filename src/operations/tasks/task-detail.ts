import {
  presentTask,
  type Queries,
  type StoredTaskAction,
  type TaskRecord,
  type TaskRow,
  taskActionsOf,
  tasksUnder,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  availableTaskActions,
  reduceTaskSteps,
  reportsOwed,
  type Seat,
  type TaskPart,
  type TaskState,
  taskChanges,
  timelinessOf,
} from '../../register/index.ts';
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
  const steps = reduceTaskSteps(log);
  const whole = steps.at(-1) as TaskState;
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
    history: historyOf(log, steps, hidden),
    above: await tasksAbove(queries, record, day),
    parts: (await tasksUnder(queries, id)).map((one) => timed(one, day)),
  };
}

/** What was done, with what it changed, without what tells of hidden parts. */
function historyOf(
  log: readonly StoredTaskAction[],
  steps: readonly TaskState[],
  hidden: readonly TaskPart[],
): TaskDetail['history'] {
  const seen = steps.map((step) => withoutParts(step, hidden));
  return log
    .map(({ taskId: _, ...action }, index) => {
      const [before, after] = [seen[index - 1], seen[index]];
      return { ...action, changes: before && after ? taskChanges(before, after) : [] };
    })
    .filter(({ body }) => !tellsOf(body.type, hidden));
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
