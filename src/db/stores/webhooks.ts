import { type Selectable, sql } from 'kysely';
import type { WebhookKind } from '../../register/index.ts';
import type { Queries } from '../connect.ts';
import type { WebhookDeliveryTable, WebhookEventTable, WebhookTable } from '../token-tables.ts';

export type WebhookRecord = Selectable<WebhookTable>;
export type WebhookEvent = Selectable<WebhookEventTable>;
export type DeliveryRecord = Selectable<WebhookDeliveryTable>;

export async function insertWebhook(queries: Queries, webhook: WebhookRecord): Promise<void> {
  await queries
    .insertInto('webhook')
    .values({ ...webhook, events: [...webhook.events] })
    .execute();
}

/** The addresses of an account, or those of all that are told; the latest first. */
export function webhooksOf(queries: Queries, account: string | null): Promise<WebhookRecord[]> {
  const all = queries.selectFrom('webhook').selectAll().orderBy('created_at', 'desc').orderBy('id');
  return (account === null ? all.where('ended_at', 'is', null) : all.where('account_id', '=', account)).execute();
}

export async function endWebhook(queries: Queries, id: string, at: string): Promise<void> {
  await queries
    .updateTable('webhook')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  await queries
    .updateTable('webhook_delivery')
    .set({ state: 'dead' })
    .where('webhook_id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** The oldest things that happened and were not given to anybody yet. */
export async function webhookEvents(queries: Queries, limit: number): Promise<WebhookEvent[]> {
  const rows = await queries.selectFrom('webhook_event').selectAll().orderBy('id').limit(limit).execute();
  return rows.map((row) => ({ ...row, id: String(row.id) }));
}

/** Gives what happened to those who asked for it, each once, and takes it out. */
export async function fanOut(
  queries: Queries,
  events: readonly string[],
  deliveries: readonly DeliveryRecord[],
): Promise<void> {
  for (const delivery of deliveries) {
    await queries
      .insertInto('webhook_delivery')
      .values(delivery)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  await sql`delete from webhook_event where id = any(${[...events]}::bigint[])`.execute(queries);
}

/** Takes deliveries that are due for sending; nobody else takes them before `until`. */
export async function claimDeliveries(
  queries: Queries,
  now: string,
  until: string,
  limit: number,
): Promise<DeliveryRecord[]> {
  const { rows } = await sql<DeliveryRecord>`
    update webhook_delivery d set next_at = ${until} where d.id in (
      select id from webhook_delivery where state = 'waiting' and next_at <= ${now} order by next_at, id limit ${sql.lit(limit)}
      for update skip locked) returning d.*`.execute(queries);
  return rows;
}

export async function setDelivery(queries: Queries, id: string, changes: Partial<DeliveryRecord>): Promise<void> {
  await queries.updateTable('webhook_delivery').set(changes).where('id', '=', id).execute();
}

/** The latest deliveries to an address. */
export function deliveriesOf(queries: Queries, webhook: string, limit: number): Promise<DeliveryRecord[]> {
  return queries
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function deliveryById(queries: Queries, id: string): Promise<DeliveryRecord | undefined> {
  return queries.selectFrom('webhook_delivery').selectAll().where('id', '=', id).executeTakeFirst();
}

const TABLE_OF = {
  commitment: 'commitment',
  work: 'work',
  link: 'lineage_link',
  task: 'task',
  publication: 'publication',
} as const satisfies Record<WebhookKind, string>;

/** Whether whoever asks may see a thing. */
export async function mayReach(queries: Queries, kind: WebhookKind, item: string): Promise<boolean> {
  const found = await sql`select 1 from ${sql.table(TABLE_OF[kind])} where id = ${item}`.execute(queries);
  return found.rows.length > 0;
}
