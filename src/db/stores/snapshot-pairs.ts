import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SnapshotRow } from '../../register/index.ts';
import type { Queries } from '../connect.ts';

/** The ids of two snapshots of one side. */
export interface SnapshotPair {
  readonly before: string;
  readonly after: string;
}

/** How many tasks of a unit stood at the same mark in both; null where they stand in one only. The unit led them in the later one. */
export interface MarkedTasks {
  readonly lead: string;
  readonly was: number | null;
  readonly is: number | null;
  readonly count: number;
}

/** The tasks of both snapshots counted by unit and by how far they were in each. */
export async function countMarks(queries: Queries, { before, after }: SnapshotPair): Promise<MarkedTasks[]> {
  const { rows } = await sql<MarkedTasks>`
    select coalesce(a.lead, b.lead) as lead, b.mark as was, a.mark as is, count(*)::integer as count
    from ${rowsOf(before)} b full join ${rowsOf(after)} a on a.task_id = b.task_id group by 1, 2, 3`.execute(queries);
  return rows;
}

/** Which tasks of two snapshots are listed: by their marks in both, of one unit or all. All are `new`, or none is. */
export interface MarkFilter {
  readonly marks: readonly { readonly was: number | null; readonly is: number | null }[];
  readonly unit?: string | undefined;
}

/** A task of two snapshots, with the title it has now. */
export interface MarkedTask {
  readonly task: string;
  readonly title: string;
}

/** Tasks of both snapshots, some of them from a place on, by their ids: read in that order, no further than the stretch goes. */
export async function tasksOfPair(
  queries: Queries,
  { before, after }: SnapshotPair,
  { marks, unit }: MarkFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number | null },
): Promise<MarkedTask[]> {
  // A mark that is missing counts as one below all.
  const asked = marks.map(({ was, is }) => (was ?? -1) * MARKS + (is ?? -1));
  const isNew = marks.every(({ was }) => was === null);
  const [first, other] = isNew ? [after, before] : [before, after];
  const [was, is] = isNew ? [sql`o.mark`, sql`f.mark`] : [sql`f.mark`, sql`o.mark`];
  const led = isNew ? sql`f.lead` : sql`coalesce(o.lead, f.lead)`;
  const ofUnit = unit === undefined ? sql<SqlBool>`true` : sql<SqlBool>`${led} = ${unit}`;
  const { rows } = await sql<MarkedTask>`
    select c.task, s.title from (
      select f.task_id as task from ${rowsOf(first)} f
        left join ${rowsOf(other)} o on o.task_id = f.task_id
      where coalesce(${was}, -1) * ${sql.lit(MARKS)} + coalesce(${is}, -1) = any (${asked}::int[]) and ${ofUnit}
      order by f.task_id offset ${offset} limit ${limit}
    ) c join task_state s on md5(s.task_id) = md5(c.task) and s.task_id = c.task and s.until is null order by c.task`.execute(
    queries,
  );
  return rows;
}

/** More than there are. */
const MARKS = 64;

function rowsOf(id: string): RawBuilder<unknown> {
  return sql`(select task_id, lead, mark from snapshot_row where snapshot_id = ${id})`;
}

/** The ratings of a task in both snapshots. */
export interface RatedTwice {
  readonly task: string;
  readonly title: string;
  readonly was: SnapshotRow['ratings'];
  readonly is: SnapshotRow['ratings'];
}

/** The tasks rated in both snapshots, and not the same in both; by their ids. */
export async function ratedInBoth(queries: Queries, { before, after }: SnapshotPair): Promise<RatedTwice[]> {
  const { rows } = await sql<RatedTwice>`
    select b.task_id as task, s.title, b.ratings as was, a.ratings as is
    from snapshot_row b join snapshot_row a on a.task_id = b.task_id
    join task_state s on md5(s.task_id) = md5(b.task_id) and s.task_id = b.task_id and s.until is null
    where b.snapshot_id = ${before} and a.snapshot_id = ${after} and b.ratings <> '[]' and a.ratings <> '[]' and a.ratings <> b.ratings
    order by b.task_id`.execute(queries);
  return rows;
}
