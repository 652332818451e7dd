import { type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import type { OutboxTable } from '../exchange-tables.ts';
import { insertRows } from '../insert-rows.ts';

export type OutboxRecord = Selectable<OutboxTable>;

/** What a message is before it is sealed. */
export type NewOutboxRecord = Pick<
  OutboxRecord,
  'id' | 'partner_id' | 'party' | 'type' | 'subject' | 'class' | 'data'
> &
  Pick<OutboxRecord, 'attachments' | 'made_at' | 'made_by' | 'state' | 'next_at'>;

export function insertOutbox(queries: Queries, message: NewOutboxRecord): Promise<void> {
  return insertRows(queries, 'outbox', [message]);
}

/** A message of our own that a partner gave back after we lost it. */
export function insertReturned(queries: Queries, message: Omit<OutboxRecord, 'attempts'>): Promise<void> {
  return insertRows(queries, 'outbox', [{ ...message, attempts: 0 }]);
}

/** What is to be numbered and signed for a partner, in the order it was said. */
export function toSeal(queries: Queries, partner: string, limit: number): Promise<OutboxRecord[]> {
  return queries
    .selectFrom('outbox')
    .selectAll()
    .where('partner_id', '=', partner)
    .where('state', '=', 'queued')
    .orderBy('made_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Takes sealed messages that are due for sending; nobody else takes them before `until`. */
export async function claimOutbox(
  queries: Queries,
  { partner, now, until, limit }: { partner: string; now: string; until: string; limit: number },
): Promise<OutboxRecord[]> {
  const { rows } = await sql<OutboxRecord>`
    update outbox o set next_at = ${until} where o.id in (
      select id from outbox where partner_id = ${partner} and state = 'waiting' and next_at <= ${now}
      order by sequence limit ${sql.lit(limit)} for update skip locked) returning o.*`.execute(queries);
  return rows.sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
}

export async function setOutbox(queries: Queries, id: string, changes: Partial<OutboxRecord>): Promise<void> {
  const { data: _, attachments: __, ...plain } = changes;
  await queries.updateTable('outbox').set(plain).where('id', '=', id).execute();
}

export function outboxById(queries: Queries, id: string): Promise<OutboxRecord | undefined> {
  return queries.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Messages to a partner in some states, the latest first. */
export function outboxOf(
  queries: Queries,
  partner: string,
  states: readonly OutboxRecord['state'][],
  limit: number,
): Promise<OutboxRecord[]> {
  return queries
    .selectFrom('outbox')
    .selectAll()
    .where('partner_id', '=', partner)
    .where('state', 'in', [...states])
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/**
 * What the gate kept back and nothing later about the same thing has replaced: of one thing, or of all. What a person kept back has no
 * failure, and is not among it.
 */
export async function keptBack(
  queries: Queries,
  subject: string | null,
): Promise<Pick<OutboxRecord, 'partner_id' | 'type' | 'subject' | 'made_at' | 'failure'>[]> {
  const about = subject === null ? sql`true` : sql`subject = ${subject}`;
  const { rows } = await sql<OutboxRecord>`
    select * from (
      select distinct on (partner_id, type, subject) partner_id, type, subject, made_at, failure, state from outbox
      where ${about} order by partner_id, type, subject, made_at desc, id desc) as latest
    where state = 'withheld' and failure is not null order by made_at desc`.execute(queries);
  return rows;
}

/** The numbers of messages whose receipts came. */
export async function deliveredNumbers(queries: Queries, partner: string): Promise<number[]> {
  const rows = await queries
    .selectFrom('outbox')
    .select('sequence')
    .where('partner_id', '=', partner)
    .where('state', '=', 'delivered')
    .execute();
  return rows.flatMap(({ sequence }) => sequence ?? []);
}

/** How many messages to each partner are in each state, and the oldest of them. */
export async function countOutbox(
  queries: Queries,
): Promise<{ partner_id: string; state: OutboxRecord['state']; count: number; oldest: string }[]> {
  const { rows } = await sql<{ partner_id: string; state: OutboxRecord['state']; count: number; oldest: string }>`
    select partner_id, state, count(*)::integer as count, min(made_at) as oldest from outbox group by 1, 2`.execute(
    queries,
  );
  return rows;
}

/** Marks what the partner says it lacks as not delivered, so that it goes again; returns how many. */
export async function sendAgain(
  queries: Queries,
  partner: string,
  from: number,
  to: number,
  now: string,
): Promise<number> {
  const { rows } = await sql`
    update outbox set state = 'waiting', delivered_at = null, attempts = 0, next_at = ${now}, failure = null
    where partner_id = ${partner} and state = 'delivered' and sequence between ${from} and ${to} returning id`.execute(
    queries,
  );
  return rows.length;
}

/** Lets everything that waits for a partner go at once: the link is there again. */
export async function hasten(queries: Queries, partner: string, now: string): Promise<void> {
  await sql`update outbox set next_at = ${now}
    where partner_id = ${partner} and state = 'waiting' and next_at > ${now} and attempts > 0`.execute(queries);
}
