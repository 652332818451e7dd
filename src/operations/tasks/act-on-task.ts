import { appendTaskActions, lockTask, type Queries, taskActionsOf } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { checkTaskAction, reduceTask, type Seat, type TaskActionBody } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import type { TaskDetail } from './results.ts';
import { taskDetail } from './task-detail.ts';
import { assertFilesThere } from './task-files.ts';
import { keepTask, servedBy } from './task-record.ts';

/** An action on a task that stands, naming the version it saw. */
export interface TaskDeed {
  readonly id: string;
  readonly version: number;
  readonly body: Exclude<TaskActionBody, { type: 'assign' }>;
}

/** The id of the action that began a task. */
export async function firstActionOf(queries: Queries, id: string): Promise<string> {
  return (await taskActionsOf(queries, id))[0]?.id ?? '';
}

type Hand = Pick<Context, 'clock' | 'newId'>;

/**
 * Does something to a task and returns it as it then stands.
 * @throws Problem `not-found`, `changed-meanwhile` (another version), `action-not-allowed`, `task-rule`; `not-found` also for a file
 */
export function actOnTask(context: Context, deed: TaskDeed, seat: Seat): Promise<TaskDetail> {
  return context.database.write(async (queries) => {
    await appendDeed(queries, context, deed, seat);
    return taskDetail(queries, deed.id, seat, momentOf(context.clock, undefined));
  });
}

/** The same inside a transaction that does more; the id of the action. @throws Problem as `actOnTask` */
export async function appendDeed(
  queries: Queries,
  { clock, newId }: Hand,
  deed: TaskDeed,
  seat: Seat,
): Promise<string> {
  const { id, version, body } = deed;
  if ((await lockTask(queries, id)) !== version) throw new Problem('changed-meanwhile', { noun: 'task', id });
  const log = await taskActionsOf(queries, id);
  const before = reduceTask(log);
  const facts = await servedBy(queries, before.commitments);
  checkTaskAction(before, body, seat, facts);
  await assertFilesThere(queries, id, body);
  const at = clock.now();
  const action = { id: newId(), taskId: id, sequence: version + 1, at, by: seat.hand, body };
  const state = reduceTask([...log, action]);
  await appendTaskActions(queries, [action]);
  const served = state.commitments === before.commitments ? facts : await servedBy(queries, state.commitments);
  await keepTask(queries, id, state, served, at);
  return action.id;
}
