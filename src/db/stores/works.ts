import { Problem } from '../../kernel/index.ts';
import type { Queries } from '../connect.ts';
import type { WorkActionBody, WorkTable } from '../tables.ts';

/** Who did what to a work, and when. */
export interface WorkAction {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly body: WorkActionBody;
}

/** Adds a work with the first entry of its log. */
export async function insertWork(queries: Queries, work: Omit<WorkTable, 'version'>, first: WorkAction): Promise<void> {
  await queries
    .insertInto('work')
    .values({ ...work, version: 1 })
    .execute();
  await append(queries, work.id, 1, first);
}

/** Every work that is not withdrawn, the latest first, those without a date last. */
export function listedWorks(queries: Queries): Promise<WorkTable[]> {
  return queries
    .selectFrom('work')
    .selectAll()
    .where('withdrawn', '=', false)
    .orderBy('date', (order) => order.desc().nullsLast())
    .orderBy('title')
    .orderBy('id')
    .execute();
}

/** @throws Problem `not-found` */
export async function workById(queries: Queries, id: string): Promise<WorkTable> {
  const work = await queries.selectFrom('work').selectAll().where('id', '=', id).executeTakeFirst();
  if (work === undefined) throw new Problem('not-found', { noun: 'work', id });
  return work;
}

export async function hasDemonstration(queries: Queries): Promise<boolean> {
  const work = await queries
    .selectFrom('work')
    .select('id')
    .where('demonstration', '=', true)
    .limit(1)
    .executeTakeFirst();
  return work !== undefined;
}

/**
 * Changes a work that still has the version its changer saw, and logs the change.
 * @throws Problem `not-found`, `changed-meanwhile`
 */
export async function changeWorkRow(queries: Queries, id: string, version: number, action: WorkAction): Promise<void> {
  const { body } = action;
  const changes = body.type === 'describe' ? body.fields : { withdrawn: body.type === 'withdraw' };
  const updated = await queries
    .updateTable('work')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) {
    await workById(queries, id);
    throw new Problem('changed-meanwhile', { noun: 'work', id });
  }
  await append(queries, id, version + 1, action);
}

async function append(
  queries: Queries,
  workId: string,
  sequence: number,
  { body, ...action }: WorkAction,
): Promise<void> {
  await queries
    .insertInto('work_action')
    .values({ ...action, work_id: workId, sequence, body: JSON.stringify(body) })
    .execute();
}
