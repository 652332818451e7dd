import { type Selectable, sql } from 'kysely';
import type { Role } from '../../register/index.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { DigestMail, LetterMailTable, UrgingDigestTable } from '../urging-tables.ts';
import { presentTasks, type TaskRecord } from './tasks.ts';

export type UrgingDigestRecord = Selectable<UrgingDigestTable>;

/**
 * Open tasks that can be urged by a day, task by task from an id on: with a day of their own up to then, or parts of coordinators.
 * @param party of one side, or null for all
 */
export function urgeableTasks(
  queries: Queries,
  {
    party,
    until,
    after,
    limit,
  }: { readonly party: string | null; readonly until: string; readonly after: string; readonly limit: number },
): Promise<TaskRecord[]> {
  let query = queries
    .selectFrom('task_state')
    .selectAll()
    .where('until', 'is', null)
    .where('lifecycle', 'not in', ['settled', 'disputed', 'closed'])
    .where('waiting', '=', false)
    .where('owed', '=', true)
    .where((row) => row.or([row('due', '<=', until), row('parts', '>', 0)]))
    .where('task_id', '>', after);
  if (party !== null) query = query.where('party', '=', party);
  return query.orderBy('task_id').limit(limit).execute();
}

/** Open tasks whose periodic report is late on a day, but those whose people were reminded of it that day already. */
export async function tasksWithLateReport(
  queries: Queries,
  { party, day }: { readonly party: string | null; readonly day: string },
): Promise<TaskRecord[]> {
  let query = queries
    .selectFrom('task_state as t')
    .selectAll('t')
    .where('t.until', 'is', null)
    .where('t.lifecycle', 'not in', ['settled', 'disputed', 'closed'])
    .where('t.waiting', '=', false)
    .where('t.report_by', '<', day)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('urging_digest as d')
            .select(sql`1`.as('told'))
            .where('d.day', '=', day)
            .where(sql<boolean>`d.items @> jsonb_build_array(jsonb_build_object('task', t.task_id, 'level', 0))`),
        ),
      ),
    );
  if (party !== null) query = query.where('t.party', '=', party);
  return query.orderBy('t.task_id').execute();
}

/** Who holds a post on a day and can be written to. */
export interface PostHolder {
  readonly person: string;
  readonly party: string;
  readonly unit: string;
  readonly role: Role;
}

export function postHolders(queries: Queries, day: string): Promise<PostHolder[]> {
  return queries
    .selectFrom('holding as h')
    .innerJoin('post as p', 'p.id', 'h.post_id')
    .innerJoin('unit as u', 'u.id', 'p.unit_id')
    .innerJoin('account as a', 'a.id', 'h.account_id')
    .select(['a.id as person', 'u.party', 'u.id as unit', 'p.role'])
    .where('a.disabled', '=', false)
    .where('h.from', '<=', day)
    .where((row) => row.or([row('h.until', 'is', null), row('h.until', '>=', day)]))
    .execute();
}

export function insertDigests(queries: Queries, digests: readonly UrgingDigestRecord[]): Promise<void> {
  return insertRows(queries, 'urging_digest', digests);
}

/** Digests still to be sent, of a day on and not older, with the address and name of their person. */
export function unsentDigests(queries: Queries, since: string) {
  return queries
    .selectFrom('urging_digest as d')
    .innerJoin('account as a', 'a.id', 'd.person')
    .select(['d.id', 'd.day', 'd.party', 'd.items', 'a.mail as address', 'a.name'])
    .where('d.mail', 'in', ['waiting', 'failed'])
    .where('d.day', '>=', since)
    .orderBy('d.id')
    .execute();
}

export async function markDigest(queries: Queries, id: string, mail: DigestMail, error: string | null): Promise<void> {
  await queries.updateTable('urging_digest').set({ mail, error }).where('id', '=', id).execute();
}

/** The digests the asking seat may see, the latest first. */
export function digestsSeen(queries: Queries, limit: number): Promise<UrgingDigestRecord[]> {
  return queries.selectFrom('urging_digest').selectAll().orderBy('day', 'desc').orderBy('id').limit(limit).execute();
}

/** The tasks urged last, with their present state: as many as the latest urgings are of. */
export async function tasksUrgedLast(queries: Queries, limit: number): Promise<TaskRecord[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct task_id as id from (
      select task_id from task_action where body ->> 'type' = 'urge' order by at desc limit ${sql.lit(limit)}) as latest`.execute(
    queries,
  );
  return presentTasks(
    queries,
    rows.map(({ id }) => id),
  );
}

/** The day for which the ladder was last run by itself; null before the first. */
export async function urgedDay(queries: Queries): Promise<string | null> {
  const row = await queries.selectFrom('setting').select('value').where('name', '=', 'urged-day').executeTakeFirst();
  return (row?.value as string | undefined) ?? null;
}

/** Takes a day for running the ladder: true for one caller alone, however many ask at once. */
export async function takeUrgingDay(queries: Queries, day: string): Promise<boolean> {
  const { rows } = await sql`
    insert into setting (name, value) values ('urged-day', ${JSON.stringify(day)}::jsonb)
    on conflict (name) do update set value = excluded.value where setting.value <> excluded.value returning name`.execute(
    queries,
  );
  return rows.length > 0;
}

/** A letter that went out by mail. */
export type LetterMailRecord = Selectable<LetterMailTable>;

/** Keeps a letter that went out. */
export function insertLetterMail(queries: Queries, letter: LetterMailRecord): Promise<void> {
  return insertRows(queries, 'letter_mail', [letter]);
}

/** The letters with one of these ids or references, of those the seat may see. */
export function lettersNamed(
  queries: Queries,
  ids: readonly string[],
  references: readonly string[],
): Promise<LetterMailRecord[]> {
  return queries
    .selectFrom('letter_mail')
    .selectAll()
    .where((row) =>
      row.or([
        row('id', '=', sql<string>`any(${[...ids]}::text[])`),
        row('reference', '=', sql<string>`any(${[...references]}::text[])`),
      ]),
    )
    .orderBy('sent_at', 'desc')
    .execute();
}

/** The digests of these ids, of those the seat may see. */
export function digestsNamed(queries: Queries, ids: readonly string[]): Promise<UrgingDigestRecord[]> {
  return queries
    .selectFrom('urging_digest')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
}
