import { sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import { appendToLog } from '../chain.ts';
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

/** Every work that is not withdrawn, the latest first, those without a date last; works whose texts went to another have none. */
export function listedWorks(queries: Queries): Promise<WorkTable[]> {
  return queries
    .selectFrom('work')
    .selectAll()
    .where('withdrawn', '=', false)
    .where((row) =>
      row.exists(row.selectFrom('expression').select('expression.id').whereRef('expression.work_id', '=', 'work.id')),
    )
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

/** The party of the seat that is asking; null without a seat. */
export async function seatParty(queries: Queries): Promise<string | null> {
  const { rows } = await sql<{ party: string | null }>`select servanda_party() as party`.execute(queries);
  return rows[0]?.party ?? null;
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
  const changes = changesOf(body);
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

function changesOf(body: WorkActionBody): Partial<WorkTable> {
  if (body.type === 'describe' || body.type === 'undo') return body.fields;
  return body.type === 'withdraw' || body.type === 'restore' ? { withdrawn: body.type === 'withdraw' } : {};
}

/** The log of a work, oldest first. */
export function workActionsOf(queries: Queries, workId: string): Promise<(WorkAction & { sequence: number })[]> {
  return queries
    .selectFrom('work_action')
    .select(['id', 'sequence', 'at', 'by', 'body'])
    .where('work_id', '=', workId)
    .orderBy('sequence')
    .execute();
}

/** The logs of works, each in order. */
export function logsOfWorks(queries: Queries, workIds: readonly string[]) {
  return queries
    .selectFrom('work_action')
    .select(['id', 'work_id', 'sequence', 'at', 'by', 'body'])
    .where('work_id', 'in', [...workIds, ''])
    .orderBy('work_id')
    .orderBy('sequence')
    .execute();
}

/** Puts texts, with what was found in them, under another work. */
export async function moveExpressions(queries: Queries, ids: readonly string[], workId: string): Promise<void> {
  await queries
    .updateTable('expression')
    .set({ work_id: workId })
    .where('id', 'in', [...ids])
    .execute();
  await queries
    .updateTable('commitment')
    .set({ work_id: workId })
    .where('expression_id', 'in', [...ids])
    .execute();
}

async function append(queries: Queries, workId: string, sequence: number, action: WorkAction): Promise<void> {
  await appendToLog(queries, 'work', [{ ...action, work_id: workId, sequence }]);
}
