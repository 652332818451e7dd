import { appendTaskActions, insertTask, presentTask, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type Assignment, checkAssignment, mayAssign, reduceTask, type Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { keepTask, servedBy } from './task-record.ts';

type Hand = Pick<Context, 'clock' | 'newId'>;

/**
 * Gives tasks, all of them or none; returns their ids in order. A part of another task serves that task's commitments.
 * @throws Problem `not-found` (commitment, parent), `action-not-allowed` (not for this seat to give), `task-rule`
 */
export function assignTasks(context: Context, assignments: readonly Assignment[], seat: Seat): Promise<string[]> {
  return context.database.write(async (queries) => {
    const ids: string[] = [];
    for (const one of assignments) ids.push(await assignTask(queries, context, one, seat));
    return ids;
  });
}

/** The same for one task inside a transaction that does more. @throws Problem as `assignTasks` */
export async function assignTask(
  queries: Queries,
  { clock, newId }: Hand,
  given: Assignment,
  seat: Seat,
): Promise<string> {
  const parent = given.parent === null ? null : await presentTask(queries, given.parent);
  if (parent === undefined) throw new Problem('not-found', { noun: 'task', id: given.parent ?? '' });
  if (!mayAssign(seat, given.party, given.lead, parent)) {
    throw new Problem('action-not-allowed', { action: 'assign', state: 'none' });
  }
  const commitments = given.commitments.length > 0 || parent === null ? given.commitments : parent.commitments;
  const assignment = { ...given, commitments };
  checkAssignment(assignment);
  const served = await servedBy(queries, commitments);
  const [id, at] = [newId(), clock.now()];
  const action = {
    ...{ id: newId(), taskId: id, sequence: 1, at, by: seat.hand },
    body: { type: 'assign', ...assignment } as const,
  };
  await insertTask(queries, id, given.party);
  await keepTask(queries, id, reduceTask([action]), served, at);
  await appendTaskActions(queries, [action]);
  return id;
}
