import { type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { insertRows, upsertRows } from '../insert-rows.ts';
import type { SharedTaskTable } from '../task-tables.ts';

/** A task as its side lets others see it. */
export type SharedTaskRecord = Selectable<SharedTaskTable>;

/** Opens a task to others as it now is, or closes it where there is nothing for them to see. */
export async function putSharedTask(queries: Queries, id: string, record: SharedTaskRecord | null): Promise<void> {
  if (record === null) await queries.deleteFrom('task_shared').where('task_id', '=', id).execute();
  else await upsertRows(queries, 'task_shared', 'task_id', [record]);
}

/** Puts what all tasks let others see in the place of what was there. */
export async function replaceSharedTasks(queries: Queries, records: readonly SharedTaskRecord[]): Promise<void> {
  await sql`delete from task_shared`.execute(queries);
  await insertRows(queries, 'task_shared', records);
}

/** What is shared of one task; undefined where nothing is, or not with the seat. */
export function sharedTask(queries: Queries, id: string): Promise<SharedTaskRecord | undefined> {
  return queries.selectFrom('task_shared').selectAll().where('task_id', '=', id).executeTakeFirst();
}

/** What is shared of the tasks that serve any of the commitments. */
export function sharedTasksOf(queries: Queries, commitments: readonly string[]): Promise<SharedTaskRecord[]> {
  return queries
    .selectFrom('task_shared')
    .selectAll()
    .where('task_id', 'in', sql<string>`(select shared_tasks_keeping(${[...commitments]}::text[]))`)
    .orderBy('task_id')
    .execute();
}

/**
 * Commitments that stand in the lists and that a shared task serves, that hands of both sides decided on, or that are named
 * besides, in the order of their texts: some of them from a place on, and how many there are.
 * @param ids of these alone
 */
export async function sidedPage(
  queries: Queries,
  asked: {
    readonly others: readonly string[];
    readonly ids?: readonly string[] | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { others, ids, offset, limit } = asked;
  const place = sql`work_date desc nulls last, work_id, expression_id, span_start, commitment_id`;
  const among = (id: string) => (ids === undefined ? sql`true` : sql`${sql.ref(id)} = any(${[...ids]}::text[])`);
  // Of several rows of a commitment a seat sees its own side's.
  const kept = sql`select commitment_id, work_date, work_id, expression_id, span_start from two_sided
    where ((select servanda_party()) is not null or leads) and ${among('commitment_id')}`;
  const besides = sql`select c.id, c.work_date, c.work_id, c.expression_id, c.span_start from commitment c
    where c.listed and c.id = any(${[...others]}::text[]) and ${among('c.id')}`;
  const found = sql`(${others.length === 0 ? kept : sql`${kept} union ${besides}`}) found`;
  const { rows } = await sql<{ ids: string[]; total: number }>`
    select (select count(*)::integer from ${found}) as total, array(
      select commitment_id from ${found} order by ${place} limit ${sql.lit(limit)} offset ${sql.lit(offset)}) as ids`.execute(
    queries,
  );
  return rows[0] ?? { ids: [], total: 0 };
}

/** Makes the list of Two sides again from the shared tasks and from what hands decided. */
export async function remakeTwoSided(queries: Queries): Promise<void> {
  await sql`delete from two_sided`.execute(queries);
  await sql`select settle_two_sided(array(
    select unnest(commitments) from task_shared union select commitment_id from action where by <> 'rules'))`.execute(
    queries,
  );
}

/** The side of each hand that is a holding. */
export async function partiesOfHands(queries: Queries, hands: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; party: string }>`
    select id, party from parties_of_hands(${[...hands]}::text[])`.execute(queries);
  return new Map(rows.map(({ id, party }) => [id, party]));
}

/** A commitment as a line of two sides: its words and the parties of its work. */
export interface SidedCommitment {
  readonly id: string;
  readonly quote: string;
  readonly language: string;
  readonly path: string;
  readonly title: string;
  readonly parties: readonly string[];
}

/** Commitments that stand in the lists and both sides read, in the order of their texts. */
export async function sidedCommitments(queries: Queries, ids: readonly string[]): Promise<SidedCommitment[]> {
  const { rows } = await sql<SidedCommitment>`
    select c.id, c.quote, c.language, c.path, w.title, w.parties from commitment c join work w on w.id = c.work_id
    where c.id = any(${[...ids]}::text[]) and c.listed
    order by w.date desc nulls last, c.work_id, c.expression_id, c.span_start, c.id`.execute(queries);
  return rows;
}

/** Tasks, as they stand now, that serve any of the commitments; those the seat may not see are left out. */
export async function tasksServing(queries: Queries, commitments: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct task_id as id from task_keeps where commitment_id = any(${[...commitments]}::text[]) order by 1`.execute(
    queries,
  );
  return rows.map(({ id }) => id);
}
