import { type Selectable, sql } from 'kysely';
import type { Lifecycle, SnapshotRow, Timeliness } from '../../register/index.ts';
import type { Queries } from '../connect.ts';
import type { SnapshotTable } from '../task-tables.ts';
import { timelinessSql } from './task-list.ts';

export type SnapshotRecord = Selectable<SnapshotTable>;

/** Freezes how every task of a side stands now, with its timeliness on the snapshot's day; returns how many. */
export async function insertSnapshot(queries: Queries, snapshot: SnapshotRecord): Promise<number> {
  await queries.insertInto('snapshot').values(snapshot).execute();
  const { numAffectedRows } = await sql`
    insert into snapshot_row (snapshot_id, task_id, lifecycle, timeliness, step, ratings)
    select ${snapshot.id}, task_id, lifecycle, ${timelinessSql(snapshot.day)}, step, ratings
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

/** The tasks of a snapshot, with the titles they have now. */
export async function snapshotRows(
  queries: Queries,
  id: string,
): Promise<(SnapshotRow & { readonly title: string })[]> {
  return queries
    .selectFrom('snapshot_row as r')
    .innerJoin('task_state as s', (join) => join.onRef('s.task_id', '=', 'r.task_id').on('s.until', 'is', null))
    .select(['r.task_id as task', 'r.lifecycle', 'r.timeliness', 'r.step', 'r.ratings', 's.title'])
    .where('r.snapshot_id', '=', id)
    .orderBy('r.task_id')
    .execute();
}
