import type { Insertable } from 'kysely';
import type { AccountIdentityTable } from '../account-tables.ts';
import type { Queries } from '../connect.ts';
import type { AccountRecord } from './accounts.ts';

/** The account that a provider's name for a person is tied to. */
export function accountByIdentity(
  queries: Queries,
  issuer: string,
  subject: string,
): Promise<AccountRecord | undefined> {
  return queries
    .selectFrom('account')
    .innerJoin('account_identity', 'account_identity.account_id', 'account.id')
    .selectAll('account')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
}

/** Ties a person of a provider to an account; false where another of that provider is tied to it. */
export async function bindIdentity(queries: Queries, identity: Insertable<AccountIdentityTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await queries
    .insertInto('account_identity')
    .values(identity)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
