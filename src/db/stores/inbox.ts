import { type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import type { InboxTable } from '../exchange-tables.ts';

export type InboxRecord = Selectable<InboxTable>;

/** Keeps a message as it came. */
export async function insertInbox(queries: Queries, message: InboxRecord): Promise<void> {
  await queries.insertInto('inbox').values(message).execute();
}

export function inboxById(queries: Queries, source: string, id: string): Promise<InboxRecord | undefined> {
  return queries.selectFrom('inbox').selectAll().where('source', '=', source).where('id', '=', id).executeTakeFirst();
}

export function inboxNumbered(queries: Queries, partner: string, sequence: number): Promise<InboxRecord | undefined> {
  return queries
    .selectFrom('inbox')
    .selectAll()
    .where('partner_id', '=', partner)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
}

/** The numbers of all that came from a partner. */
export async function inboxNumbers(queries: Queries, partner: string): Promise<number[]> {
  const rows = await queries.selectFrom('inbox').select('sequence').where('partner_id', '=', partner).execute();
  return rows.map(({ sequence }) => sequence);
}

/** What came and was not taken up yet, the oldest first. */
export function inboxToDo(queries: Queries, limit: number): Promise<InboxRecord[]> {
  return queries
    .selectFrom('inbox')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('partner_id')
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

export async function setInbox(
  queries: Queries,
  source: string,
  id: string,
  changes: Partial<Pick<InboxRecord, 'state' | 'failure' | 'attempts'>>,
): Promise<void> {
  await queries.updateTable('inbox').set(changes).where('source', '=', source).where('id', '=', id).execute();
}

/** The latest messages of a partner. */
export function inboxOf(queries: Queries, partner: string, limit: number): Promise<InboxRecord[]> {
  return queries
    .selectFrom('inbox')
    .selectAll()
    .where('partner_id', '=', partner)
    .orderBy('received_at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}

/** What came from a partner above a number it says is its last: it lost them, and gets them back. */
export function inboxAbove(queries: Queries, partner: string, above: number, limit: number): Promise<InboxRecord[]> {
  return queries
    .selectFrom('inbox')
    .selectAll()
    .where('partner_id', '=', partner)
    .where('sequence', '>', above)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

/** How many messages of each partner are in each state. */
export async function countInbox(
  queries: Queries,
): Promise<{ partner_id: string; state: InboxRecord['state']; count: number }[]> {
  const { rows } = await sql<{ partner_id: string; state: InboxRecord['state']; count: number }>`
    select partner_id, state, count(*)::integer as count from inbox group by 1, 2`.execute(queries);
  return rows;
}

export async function insertAttachment(
  queries: Queries,
  file: { readonly sha256: string; readonly bytes: Uint8Array; readonly at: string },
): Promise<void> {
  const { sha256, bytes, at } = file;
  await queries
    .insertInto('exchange_attachment')
    .values({ sha256, size: bytes.length, bytes, added_at: at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/**
 * Drops files that no message names and that came before one instant, and files that came before the other and whose messages have all
 * arrived. Returns how many.
 */
export async function dropOldAttachments(
  queries: Queries,
  { unnamed, arrived }: { readonly unnamed: string; readonly arrived: string },
): Promise<number> {
  const { rows } = await sql`
    with named as (
      select note ->> 'sha256' as sha256, o.state <> 'delivered' as open from outbox o, jsonb_array_elements(o.attachments) as note
      union all
      select note ->> 'sha256', i.state <> 'done' from inbox i,
        jsonb_array_elements(coalesce(i.envelope::jsonb -> 'data' -> 'attachments', '[]')) as note
      where i.envelope like '%"attachments":%')
    delete from exchange_attachment a
    where (a.added_at < ${unnamed} and not exists (select from named n where n.sha256 = a.sha256))
      or (a.added_at < ${arrived} and not exists (select from named n where n.sha256 = a.sha256 and n.open))
    returning a.sha256`.execute(queries);
  return rows.length;
}

export async function attachmentBytes(queries: Queries, sha256: string): Promise<Uint8Array | undefined> {
  const row = await queries
    .selectFrom('exchange_attachment')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.bytes;
}
