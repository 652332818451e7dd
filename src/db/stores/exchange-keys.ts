import type { Selectable } from 'kysely';
import type { Queries } from '../connect.ts';
import type { ExchangeKeyTable, ExchangeNodeTable } from '../exchange-tables.ts';
import { insertPartnerKey, type PartnerKeyRecord, partnerKeys, setPartnerKey } from './partners.ts';

export type ExchangeKeyRecord = Selectable<ExchangeKeyTable>;
export type ExchangeNodeRecord = Omit<Selectable<ExchangeNodeTable>, 'one'>;

export async function exchangeNode(queries: Queries): Promise<ExchangeNodeRecord | undefined> {
  const columns = ['id', 'name', 'address', 'set_at', 'set_by'] as const;
  return queries.selectFrom('exchange_node').select(columns).executeTakeFirst();
}

export async function putExchangeNode(queries: Queries, node: ExchangeNodeRecord): Promise<void> {
  await queries
    .insertInto('exchange_node')
    .values(node)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(node))
    .execute();
}

/** Our own keys, the latest first. */
export function exchangeKeys(queries: Queries): Promise<ExchangeKeyRecord[]> {
  return queries.selectFrom('exchange_key').selectAll().orderBy('made_at', 'desc').orderBy('id').execute();
}

/** Keeps a key with its private half, sealed. */
export async function insertExchangeKey(queries: Queries, key: ExchangeKeyRecord, sealed: string): Promise<void> {
  await queries
    .insertInto('exchange_key')
    .values({ ...key, public: JSON.stringify(key.public) })
    .execute();
  await queries.insertInto('exchange_secret').values({ key_id: key.id, sealed }).execute();
}

export async function setExchangeKey(
  queries: Queries,
  id: string,
  changes: Partial<Pick<ExchangeKeyRecord, 'ends_at' | 'revoked_at'>>,
): Promise<void> {
  await queries.updateTable('exchange_key').set(changes).where('id', '=', id).execute();
}

/** Private halves that are on this machine. */
export function exchangeSecrets(queries: Queries): Promise<{ key_id: string; sealed: string }[]> {
  return queries.selectFrom('exchange_secret').selectAll().execute();
}

/** What is known of keys on this machine, which no backup may turn back: a key that was revoked since stays revoked. */
export interface KeptKeys {
  readonly own: readonly ExchangeKeyRecord[];
  readonly secrets: readonly { readonly key_id: string; readonly sealed: string }[];
  readonly partners: readonly PartnerKeyRecord[];
}

export async function keysToKeep(queries: Queries): Promise<KeptKeys> {
  return {
    own: await exchangeKeys(queries),
    secrets: await exchangeSecrets(queries),
    partners: await partnerKeys(queries, null),
  };
}

/** Puts keys back after the register was replaced by a backup. */
export async function keepKeys(queries: Queries, { own, secrets, partners }: KeptKeys): Promise<void> {
  for (const key of own) {
    await queries
      .insertInto('exchange_key')
      .values({ ...key, public: JSON.stringify(key.public) })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ends_at: key.ends_at, revoked_at: key.revoked_at }))
      .execute();
  }
  for (const secret of secrets) await queries.insertInto('exchange_secret').values(secret).execute();
  const there = new Set((await queries.selectFrom('partner').select('id').execute()).map(({ id }) => id));
  for (const key of partners.filter(({ partner_id }) => there.has(partner_id))) {
    await insertPartnerKey(queries, key);
    const { state, trusted_at, trusted_by, ends_at, revoked_at } = key;
    const changes = { state, trusted_at, trusted_by, ends_at, revoked_at };
    await setPartnerKey(queries, key.partner_id, key.key_id, changes);
  }
}

export async function dropSecret(queries: Queries, key: string): Promise<void> {
  await queries.deleteFrom('exchange_secret').where('key_id', '=', key).execute();
}
