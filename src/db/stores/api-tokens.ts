import type { Selectable } from 'kysely';
import type { Queries } from '../connect.ts';
import type { ApiTokenTable } from '../token-tables.ts';

export type ApiTokenRecord = Selectable<ApiTokenTable>;

export async function insertApiToken(queries: Queries, token: ApiTokenRecord): Promise<void> {
  await queries
    .insertInto('api_token')
    .values({ ...token, scopes: [...token.scopes] })
    .execute();
}

/** A token that was not revoked and has not expired. */
export function liveApiToken(queries: Queries, hash: string, now: string): Promise<ApiTokenRecord | undefined> {
  return queries
    .selectFrom('api_token')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** The tokens of some accounts, the latest first. */
export function apiTokensOf(queries: Queries, accounts: readonly string[]): Promise<ApiTokenRecord[]> {
  return queries
    .selectFrom('api_token')
    .selectAll()
    .where('account_id', 'in', [...accounts, ''])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

export async function setApiToken(
  queries: Queries,
  id: string,
  changes: Partial<Pick<ApiTokenRecord, 'used_at' | 'revoked_at'>>,
): Promise<void> {
  await queries.updateTable('api_token').set(changes).where('id', '=', id).execute();
}
