import {
  type Queries,
  type StoredTaskAction,
  type TaskRecord,
  type TaskRow,
  taskActionsOf,
  tasksUnder,
  taskThen,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  availableTaskActions,
  historyOf,
  reduceTaskSteps,
  reportsOwed,
  type Seat,
  type TaskPart,
  type TaskState,
  taskChanges,
  timelinessOf,
} from '../../register/index.ts';
import { enteredBy, type Moment } from '../moment.ts';
import { hiddenParts, tellsOf, withoutParts } from './hidden-parts.ts';
import type { TaskDetail } from './results.ts';
import { rulesFor } from './rules-for.ts';
import { evidenceFiles } from './task-files.ts';
import { aheadOf } from './urged.ts';

/**
 * A task of a moment: what the seat may see of it today, as it was then.
 * @throws Problem `not-found`, also where the seat may not see the task
 */
export async function taskDetail(queries: Queries, id: string, seat: Seat, { day, at }: Moment): Promise<TaskDetail> {
  const record = await taskThen(queries, id, at);
  if (record === undefined) throw new Problem('not-found', { noun: 'task', id });
  const log = await taskActionsOf(queries, id);
  const today = reduceTaskSteps(log);
  const steps = today.slice(0, enteredBy(log, at).length);
  const hidden = hiddenParts(today.at(-1) as TaskState, seat);
  const state = withoutParts(steps.at(-1) as TaskState, hidden);
  const rules = rulesFor(record.relation ?? '', record.party);
  return {
    id,
    state,
    timeliness: timelinessOf({ ...state, owed: record.owed }, day),
    strength: record.strength,
    files: hidden.includes('reports')
      ? []
      : (await evidenceFiles(queries, id)).filter(({ added_at }) => at === null || added_at <= at),
    owed: reportsOwed(state, rules.periods, rules.calendar, day),
    ahead: await aheadOf(queries, record, state, day),
    actions: at === null ? availableTaskActions(today.at(-1) as TaskState, seat) : [],
    history: readHistory(log.slice(0, steps.length), steps, hidden),
    above: await tasksAbove(queries, record, { day, at }),
    parts: (await tasksUnder(queries, id, at)).map((one) => timed(one, day)),
  };
}

/** What was done, with what it changed, without what tells of hidden parts. */
function readHistory(
  log: readonly StoredTaskAction[],
  steps: readonly TaskState[],
  hidden: readonly TaskPart[],
): TaskDetail['history'] {
  const seen = steps.map((step) => withoutParts(step, hidden));
  return historyOf(log, seen, taskChanges)
    .map((step, index) => ({ ...step, body: (log[index] as StoredTaskAction).body }))
    .filter(({ type }) => !tellsOf(type, hidden));
}

async function tasksAbove(queries: Queries, record: TaskRecord, { day, at }: Moment): Promise<TaskRow[]> {
  const above: TaskRow[] = [];
  for (let next = record.parent_id; next !== null; ) {
    const parent = await taskThen(queries, next, at);
    if (parent === undefined || above.some(({ task_id }) => task_id === parent.task_id)) break;
    above.push(timed(parent, day));
    next = parent.parent_id;
  }
  return above;
}

/** A row with its timeliness on a day. */
export function timed(record: TaskRecord, day: string): TaskRow {
  const { due, owed, waiting, outcome, ended } = record;
  const settlement = outcome === null || ended === null ? null : { outcome, day: ended };
  return { ...record, timeliness: timelinessOf({ due, owed, waiting: waiting ? {} : null, settlement }, day) };
}
