import { type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import type { ExchangeKeyTable, ExchangeNodeTable } from '../exchange-tables.ts';

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

/** Private halves put back after the register was replaced by a backup, as far as the keys they are of are in it. */
export async function keepSecrets(
  queries: Queries,
  secrets: readonly { readonly key_id: string; readonly sealed: string }[],
): Promise<void> {
  for (const { key_id, sealed } of secrets) {
    await sql`insert into exchange_secret (key_id, sealed) select id, ${sealed} from exchange_key where id = ${key_id}
      on conflict do nothing`.execute(queries);
  }
}

export async function dropSecret(queries: Queries, key: string): Promise<void> {
  await queries.deleteFrom('exchange_secret').where('key_id', '=', key).execute();
}
