import { type Selectable, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Lifecycle, SnapshotRow, Timeliness } from '../../register/index.ts';
import type { Queries } from '../connect.ts';
import type { SnapshotTable } from '../task-tables.ts';
import { timelinessSql } from './task-stand.ts';

export type SnapshotRecord = Selectable<SnapshotTable>;

/** How far a task is, as one number: what `snapshotMark` says of its lifecycle and step (a test holds both equal). */
const MARK = sql`(case when lifecycle in ('settled', 'closed') then 8 else 0 end) + coalesce(step + 1, 0)`;

/** Freezes how every task of a side stands now, with its timeliness on the snapshot's day; returns how many. */
export async function insertSnapshot(queries: Queries, snapshot: SnapshotRecord): Promise<number> {
  await queries.insertInto('snapshot').values(snapshot).execute();
  const { numAffectedRows } = await sql`
    insert into snapshot_row (snapshot_id, task_id, party, lead, lifecycle, timeliness, step, ratings, mark)
    select ${snapshot.id}, task_id, party, lead, lifecycle, ${timelinessSql(snapshot.day)}, step, ratings, ${MARK}
    from task_state where until is null and party = ${snapshot.party}`.execute(queries);
  return Number(numAffectedRows ?? 0);
}

/** Present tasks that more than one rated, by their ids. */
export async function ratedTasks(
  queries: Queries,
): Promise<(Pick<SnapshotRow, 'task' | 'ratings'> & { readonly title: string })[]> {
  return queries
    .selectFrom('task_state')
    .select(['task_id as task', 'title', 'ratings'])
    .where('until', 'is', null)
    .where(sql<boolean>`jsonb_array_length(ratings) > 1`)
    .orderBy('task_id')
    .execute();
}

/** The snapshots, the latest first. */
export function listedSnapshots(queries: Queries): Promise<SnapshotRecord[]> {
  return queries.selectFrom('snapshot').selectAll().orderBy('day', 'desc').orderBy('taken_at', 'desc').execute();
}

/** @throws Problem `not-found`, also where the seat may not see it */
export function snapshotById(queries: Queries, id: string): Promise<SnapshotRecord> {
  return queries
    .selectFrom('snapshot')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found', { noun: 'snapshot', id }));
}

/** How many tasks stand where, snapshot by snapshot. */
export async function countSnapshots(
  queries: Queries,
): Promise<
  { readonly id: string; readonly lifecycle: Lifecycle; readonly timeliness: Timeliness; readonly count: number }[]
> {
  const { rows } = await sql<{ id: string; lifecycle: Lifecycle; timeliness: Timeliness; count: number }>`
    select snapshot_id as id, lifecycle, timeliness, count(*) as count from snapshot_row group by 1, 2, 3`.execute(
    queries,
  );
  return rows;
}
