import { type Selectable, sql } from 'kysely';
import type { MessageType } from '../../exchange/index.ts';
import type { Queries } from '../connect.ts';
import type { PartnerKeyTable, PartnerTable } from '../exchange-tables.ts';

export type PartnerRecord = Selectable<PartnerTable>;
export type PartnerKeyRecord = Selectable<PartnerKeyTable>;

/** Every node exchanged with, or those of one of our sides, by name. */
export function partners(queries: Queries, own?: string | null): Promise<PartnerRecord[]> {
  const all = queries.selectFrom('partner').selectAll().orderBy('name').orderBy('id');
  return (own == null ? all : all.where('own', '=', own)).execute();
}

export function partnerById(queries: Queries, id: string): Promise<PartnerRecord | undefined> {
  return queries.selectFrom('partner').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whom messages of a type go to by themselves, on behalf of one of our sides or of any. */
export async function partnersTaking(
  queries: Queries,
  type: MessageType,
  own: string | null,
): Promise<PartnerRecord[]> {
  const all = await partners(queries, own);
  return all.filter(({ state, types }) => state === 'active' && types.includes(type));
}

/** A partner, held until the transaction ends: numbers are given and logs written by one after the other. */
export async function lockPartner(queries: Queries, id: string): Promise<PartnerRecord | undefined> {
  return queries.selectFrom('partner').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertPartner(
  queries: Queries,
  partner: Pick<
    PartnerRecord,
    'id' | 'name' | 'party' | 'own' | 'kind' | 'address' | 'state' | 'types' | 'added_at' | 'added_by'
  >,
): Promise<void> {
  await queries
    .insertInto('partner')
    .values({ ...partner, types: [...partner.types] } as never)
    .execute();
}

export async function setPartner(queries: Queries, id: string, changes: Partial<PartnerRecord>): Promise<void> {
  const { types, trusts, ...rest } = changes;
  const lists = { ...(types && { types: [...types] }), ...(trusts && { trusts: [...trusts] }) };
  await queries
    .updateTable('partner')
    .set({ ...rest, ...lists })
    .where('id', '=', id)
    .execute();
}

/** The keys of partners, the latest first; of one, or of all. */
export function partnerKeys(queries: Queries, partner: string | null): Promise<PartnerKeyRecord[]> {
  const all = queries.selectFrom('partner_key').selectAll().orderBy('added_at', 'desc').orderBy('key_id');
  return (partner === null ? all : all.where('partner_id', '=', partner)).execute();
}

/** Keeps a key of a partner; one that is there already stays as it is. */
export async function insertPartnerKey(queries: Queries, key: PartnerKeyRecord): Promise<void> {
  await queries
    .insertInto('partner_key')
    .values({ ...key, public: JSON.stringify(key.public) })
    .onConflict((conflict) => conflict.columns(['partner_id', 'key_id']).doNothing())
    .execute();
}

export async function setPartnerKey(
  queries: Queries,
  partner: string,
  key: string,
  changes: Partial<Pick<PartnerKeyRecord, 'state' | 'trusted_at' | 'trusted_by' | 'ends_at' | 'revoked_at'>>,
): Promise<void> {
  await queries
    .updateTable('partner_key')
    .set(changes)
    .where('partner_id', '=', partner)
    .where('key_id', '=', key)
    .execute();
}

/** Remembers a nonce of a signed request. False where it was used before. */
export async function spendNonce(
  queries: Queries,
  { key, nonce, expires, now }: { key: string; nonce: string; expires: string; now: string },
): Promise<boolean> {
  await sql`delete from exchange_nonce where expires_at < ${now}`.execute(queries);
  const { rows } = await sql`
    insert into exchange_nonce (key_id, nonce, expires_at) values (${key}, ${nonce}, ${expires})
    on conflict do nothing returning nonce`.execute(queries);
  return rows.length > 0;
}
