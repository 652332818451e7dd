import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Lifecycle, OpenDuty, TASK_OPEN_PARTS, Timeliness } from '../../register/index.ts';
import type { Sector } from '../../vocabulary/index.ts';
import type { Queries } from '../connect.ts';
import { isTimed, lifecycleAndTime, standOn, timelinessSql } from './task-stand.ts';
import { presentTasks, standingParts, type TaskRecord } from './tasks.ts';

/** Which tasks are asked for; what is left out does not narrow. */
export interface TaskFilter {
  /** Units that lead or coordinate; `role` narrows to one of both. */
  readonly units?: readonly string[] | undefined;
  readonly role?: 'lead' | 'partner' | undefined;
  readonly party?: string | undefined;
  readonly commitment?: string | undefined;
  readonly parent?: string | undefined;
  readonly lifecycle?: readonly Lifecycle[] | undefined;
  readonly timeliness?: readonly Timeliness[] | undefined;
  /** Something of a task waits for somebody: reports, obstacles, requests, urgings, parts, unresolved words. */
  readonly open?: (typeof TASK_OPEN_PARTS)[number] | undefined;
  /** How the earliest report that is owed stands. */
  readonly report?: OpenDuty | undefined;
  /** Sectors and works of the commitments they keep. */
  readonly sector?: readonly Sector[] | undefined;
  readonly work?: string | undefined;
}

/** A moment: now, or how things stood at an instant; and the day that timeliness is asked for. */
export interface AsOf {
  /** ISO date. */
  readonly day: string;
  /** ISO instant; null for the present. */
  readonly at: string | null;
}

/** How the earliest report that is owed stands on a day, as SQL; null where none is. The same cases as `dutyStandings`. */
function reportSql(day: string): RawBuilder<OpenDuty | null> {
  return sql<OpenDuty | null>`case
    when report_to is null then null
    when ${day}::date <= report_to then 'running'
    when report_by is null then 'day-not-set'
    when ${day}::date <= report_by then 'to-submit' else 'late' end`;
}

/** A row of a list of tasks. */
export interface TaskRow extends TaskRecord {
  readonly timeliness: Timeliness;
}

/** Tasks as they stand, or stood: overdue first, then by day, those without a day last; some of them from a place on. */
export async function listTasks(
  queries: Queries,
  filter: TaskFilter,
  { day, at }: AsOf,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<TaskRow[]> {
  const order = sql`lifecycle = 'closed', due nulls last, task_id`;
  // Chosen from the index alone, no further than the stretch goes, then read.
  const columns = sql`task_id, version, lifecycle, due`;
  const first = sql`order by ${order} limit ${sql.lit(offset + limit)}`;
  const chosen = sql`select task_id, version from ${states(columns, filter, { day, at }, first)}
    order by ${order} limit ${sql.lit(limit)} offset ${sql.lit(offset)}`;
  const { rows } = await sql<TaskRow>`
    select *, ${timelinessSql(day)} as timeliness from task_state where (task_id, version) in (${chosen})
    order by ${order}`.execute(queries);
  return rows;
}

/** Lost in a new version of their text, set aside by a person, no longer proposed, or of a withdrawn work. */
const WORDS_GONE = sql<SqlBool>`(not c.anchored or not c.cited or c.decision = 'rejected')`;

/** Which of some commitments no longer stand as they did when a task was given to keep them. */
export async function wordsGone(queries: Queries, commitments: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from commitment c where c.id = any(${[...commitments]}::text[]) and ${WORDS_GONE} order by c.id`.execute(
    queries,
  );
  return rows.map(({ id }) => id);
}

/** How many tasks owe a report, by how the earliest stands; the same tasks as a list without `report`. */
export async function countReports(
  queries: Queries,
  { report: _, ...filter }: TaskFilter,
  { day, at }: AsOf,
): Promise<{ readonly report: OpenDuty; readonly count: number }[]> {
  const { rows } = await sql<{ report: OpenDuty; count: number }>`
    select ${reportSql(day)} as report, count(*) as count
    from ${states(sql`report_to, report_by`, filter, { day, at })} where report_to is not null group by 1 order by 1`.execute(
    queries,
  );
  return rows;
}

/**
 * Open tasks that may want something of a seat, the most pressing first: those its units lead, coordinate or are asked about; for who keeps
 * tasks, those in which something waits for the secretariat.
 */
export async function tasksWanting(
  queries: Queries,
  seat: { readonly units: readonly string[] | null; readonly keeps: boolean },
  limit: number,
): Promise<TaskRecord[]> {
  const { units, keeps } = seat;
  // Each found by an index of its own, then looked at together.
  const own = sql<SqlBool>`md5(task_id) = any (array(
    select md5(s.task_id) from task_state s where s.until is null and s.lead = any (${units}::text[])
    union select md5(tasks_coordinated(${units}::text[])) union select md5(tasks_put_to(${units}::text[]))))`;
  const kept = sql<SqlBool>`(reports > 0 or requests > 0 or obstacles > 0 or open_words > 0
    or lifecycle in ('sent-back', 'reported-done', 'disputed'))`;
  const wanted = units === null ? sql<SqlBool>`true` : keeps ? kept : own;
  const day = sql`least(due, report_by, report_to)`;
  // Chosen from the index alone, then read.
  const chosen = await queries
    .selectFrom('task_state')
    .select('task_id')
    .where('until', 'is', null)
    .where('lifecycle', 'not in', ['settled', 'closed'])
    .where(wanted)
    .orderBy(sql`${day} nulls last`)
    .orderBy('task_id')
    .limit(limit)
    .execute();
  const ids = chosen.map(({ task_id }) => task_id);
  const byId = new Map((await presentTasks(queries, ids)).map((record) => [record.task_id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many tasks there are by lifecycle and timeliness: every total of a page is a sum of these. */
export async function countTasks(
  queries: Queries,
  filter: TaskFilter,
  { day, at }: AsOf,
): Promise<{ readonly lifecycle: Lifecycle; readonly timeliness: Timeliness; readonly count: number }[]> {
  const { rows } = await sql<Standing>`
    select stand, count(*)::integer as count
    from ${states(sql`${standOn(day)} as stand`, filter, { day, at })} group by 1 order by 1`.execute(queries);
  return rows.map(read);
}

/** Rows that were counted by how they stand. */
interface Standing {
  readonly stand: number;
  readonly count: number;
}

/** The same with what the number says. */
function read<Row extends Standing>({ stand, ...row }: Row) {
  return { ...row, ...lifecycleAndTime(stand) };
}

/** What tasks are counted by; a task that keeps commitments of several sectors or works is counted in each. */
const GROUPED_BY = { unit: 'lead', side: 'party', work: null } as const;
export type TaskGrouping = keyof typeof GROUPED_BY;

export interface TaskCell {
  readonly key: string | null;
  readonly lifecycle: Lifecycle;
  readonly timeliness: Timeliness;
  readonly count: number;
}

/** How many tasks of each group there are by lifecycle and timeliness; the key is null for what belongs to no group. */
export async function countTasksBy(
  queries: Queries,
  filter: TaskFilter,
  { day, at }: AsOf,
  by: TaskGrouping,
): Promise<TaskCell[]> {
  const column = GROUPED_BY[by];
  const cells =
    column === null
      ? countedByWork(filter, { day, at })
      : sql<CountedStanding>`select key, stand, count(*)::integer as count
        from ${states(sql`${sql.ref(column)} as key, ${standOn(day)} as stand`, filter, { day, at })} group by 1, 2`;
  return (await cells.execute(queries)).rows.map(read);
}

type CountedStanding = Standing & Pick<TaskCell, 'key'>;

/** Of present tasks from what they keep; of past ones from their states. A work the seat may not see has no key. */
function countedByWork(filter: TaskFilter, { day, at }: AsOf): RawBuilder<CountedStanding> {
  if (at === null) {
    return sql`select w.id as key, k.stand, sum(k.count)::integer as count
      from (select work_id, ${standOn(day)} as stand, count(*) as count from task_keeps
        where counts and ${ofKept(filter, day)} group by 1, 2) k
      left join work w on w.id = k.work_id group by 1, 2`;
  }
  return sql`select key, stand, count(*)::integer as count from (
      select distinct t.task_id, t.stand, c.work_id as key
      from (select * from ${states(sql`task_id, commitments, ${standOn(day)} as stand`, filter, { day, at })}) t
      cross join unnest(t.commitments) as kept (id) left join commitment c on c.id = kept.id) counted group by 1, 2`;
}

/** Tasks of one relation that are of exactly these sectors. */
export interface SectorsCell extends Omit<TaskCell, 'key'> {
  readonly relation: string | null;
  readonly sectors: readonly Sector[];
}

/** How many tasks there are of each set of sectors, by lifecycle and timeliness; each task counts once. */
export async function countTasksBySectors(
  queries: Queries,
  filter: TaskFilter,
  { day, at }: AsOf,
): Promise<SectorsCell[]> {
  const { rows } = await sql<Standing & Pick<SectorsCell, 'relation' | 'sectors'>>`
    select relation, sectors, stand, count(*)::integer as count
    from ${states(sql`relation, sectors, ${standOn(day)} as stand`, filter, { day, at })} group by 1, 2, 3`.execute(
    queries,
  );
  return rows.map(read);
}

/** Columns of the states a filter leaves, as a table; `first`: an order and how many of it are wanted. */
function states(
  columns: RawBuilder<unknown>,
  filter: TaskFilter,
  { day, at }: AsOf,
  first = sql``,
): RawBuilder<unknown> {
  const parts = standingParts(at).map(
    (part) => sql`(select ${columns} from task_state where ${part} and ${narrowed(filter, day, at)} ${first})`,
  );
  return sql`(${sql.join(parts, sql` union all `)}) task_state`;
}

function narrowed(filter: TaskFilter, day: string, at: string | null): RawBuilder<SqlBool> {
  return sql.join([sql`true`, ...narrowing(filter, day, at)], sql` and `);
}

/** The same of rows of `task_keeps`; what these do not hold is asked of the present states. */
function ofKept(filter: TaskFilter, day: string): RawBuilder<SqlBool> {
  const { parent, sector, open } = filter;
  if (parent !== undefined || sector !== undefined || open !== undefined) {
    return sql`task_id in (select s.task_id from (select * from ${states(sql`task_id`, filter, { day, at: null })}) s)`;
  }
  return narrowed(filter, day, null);
}

function narrowing(filter: TaskFilter, day: string, at: string | null): RawBuilder<SqlBool>[] {
  const { units, role, party, commitment, parent, lifecycle, timeliness, open, report, sector, work } = filter;
  const all: RawBuilder<SqlBool>[] = [];
  if (units !== undefined) all.push(ofUnits(units, role, at));
  if (party !== undefined) all.push(sql`party = ${party}`);
  if (commitment !== undefined) {
    const present = sql<SqlBool>`task_id in (select tasks_keeping(array[${commitment}]))`;
    all.push(at === null ? present : sql`commitments @> array[${commitment}]`);
  }
  if (parent !== undefined) all.push(sql`parent_id = ${parent}`);
  if (lifecycle !== undefined) all.push(sql`lifecycle = any (${lifecycle}::text[])`);
  if (timeliness !== undefined) all.push(isTimed(day, timeliness));
  if (open === 'words' && at === null) {
    all.push(
      sql`task_id in (select k.task_id from task_keeps k join commitment c on c.id = k.commitment_id where ${WORDS_GONE})`,
    );
  } else if (open === 'words') all.push(sql`commitments && array(select c.id from commitment c where ${WORDS_GONE})`);
  else if (open === 'unresolved') all.push(sql`open_words > 0`);
  else if (open !== undefined) all.push(sql`${sql.ref(open)} > 0`);
  if (report !== undefined) all.push(sql`${reportSql(day)} = ${report}`);
  if (sector !== undefined) all.push(sql`sectors && ${sector}::text[]`);
  if (work !== undefined && at === null) {
    // Only of a work that the seat sees.
    all.push(
      sql`task_id in (select k.task_id from task_keeps k join work w on w.id = k.work_id where k.work_id = ${work})`,
    );
  } else if (work !== undefined) {
    all.push(
      sql`exists (select 1 from commitment c where c.id = any (task_state.commitments) and c.work_id = ${work})`,
    );
  }
  return all;
}

function ofUnits(units: readonly string[], role: TaskFilter['role'], at: string | null): RawBuilder<SqlBool> {
  const leads = sql<SqlBool>`lead = any (${units}::text[])`;
  const partners =
    at === null
      ? sql<SqlBool>`task_id in (select tasks_coordinated(${units}::text[]))`
      : sql<SqlBool>`partners && ${units}::text[]`;
  if (role === 'lead') return leads;
  return role === 'partner' ? partners : sql`(${leads} or ${partners})`;
}
