import { type Selectable, sql } from 'kysely';
import type { LoginSessionTable } from '../account-tables.ts';
import type { Queries } from '../connect.ts';

export type LoginSession = Selectable<LoginSessionTable>;

export async function insertSession(queries: Queries, session: LoginSession): Promise<void> {
  await queries.insertInto('login_session').values(session).execute();
}

/** A session that has not ended by itself: used since `idleSince`, and not past its last moment. */
export function liveSession(
  queries: Queries,
  id: string,
  now: string,
  idleSince: string,
): Promise<LoginSession | undefined> {
  return queries
    .selectFrom('login_session')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .where('seen_at', '>', idleSince)
    .executeTakeFirst();
}

export async function touchSession(queries: Queries, id: string, seen: string): Promise<void> {
  await queries.updateTable('login_session').set({ seen_at: seen }).where('id', '=', id).execute();
}

export async function endSession(queries: Queries, id: string): Promise<void> {
  await queries.deleteFrom('login_session').where('id', '=', id).execute();
}

/** Signs an account out everywhere. */
export async function endSessionsOf(queries: Queries, account: string): Promise<void> {
  await queries.deleteFrom('login_session').where('account_id', '=', account).execute();
}

/** Forgets sessions nobody can use any more. */
export async function forgetSessions(queries: Queries, now: string, idleSince: string): Promise<void> {
  await queries
    .deleteFrom('login_session')
    .where((row) => row.or([row('expires_at', '<=', now), row('seen_at', '<=', idleSince)]))
    .execute();
}

/** The instant until which an account cannot be tried; null where it can. */
export async function lockedUntil(queries: Queries, id: string, now: string): Promise<string | null> {
  const row = await queries.selectFrom('login_attempt').select('locked_until').where('id', '=', id).executeTakeFirst();
  return row?.locked_until != null && row.locked_until > now ? row.locked_until : null;
}

/**
 * Counts a try before its outcome is known, so that many at once count as many. Failures older than `forgetBefore` are
 * forgotten. Returns how many there are now.
 */
export async function countAttempt(queries: Queries, id: string, now: string, forgetBefore: string): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    insert into login_attempt as a (id, failures, last_at) values (${id}, 1, ${now})
    on conflict (id) do update set last_at = ${now},
      failures = case when a.last_at < ${forgetBefore}::timestamptz then 1 else a.failures + 1 end
    returning failures`.execute(queries);
  return rows[0]?.failures ?? 1;
}

/** Takes one try back that was no failure. */
export async function uncountAttempt(queries: Queries, id: string): Promise<void> {
  await sql`update login_attempt set failures = greatest(failures - 1, 0) where id = ${id}`.execute(queries);
}

export async function lockAttempts(queries: Queries, id: string, until: string): Promise<void> {
  await queries.updateTable('login_attempt').set({ locked_until: until }).where('id', '=', id).execute();
}

export async function forgetAttempts(queries: Queries, id: string): Promise<void> {
  await queries.deleteFrom('login_attempt').where('id', '=', id).execute();
}

/** What the installation keeps under a name, made by `first` where it keeps nothing yet. */
export async function settingOr(queries: Queries, name: string, first: () => string): Promise<string> {
  await queries
    .insertInto('setting')
    .values({ name, value: JSON.stringify(first()) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await queries.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return row.value as string;
}

/** Entities that texts brought in are given the side whose texts alone name them: once, when accounts begin. */
export async function settleEntitySides(queries: Queries): Promise<void> {
  await sql`select settle_entity_sides()`.execute(queries);
}
