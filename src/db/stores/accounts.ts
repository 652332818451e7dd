import { type Selectable, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { NameForms, Role } from '../../register/index.ts';
import type { AccountActionBody, AccountTable } from '../account-tables.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';

export type AccountRecord = Selectable<AccountTable>;

/** A person in a post, with the post and its unit. */
export interface HoldingRecord {
  readonly id: string;
  readonly post_id: string;
  readonly account_id: string;
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  readonly role: Role;
  readonly unit_id: string;
  readonly party: string;
  readonly unit_names: NameForms;
}

export interface AccountAction {
  readonly id: string;
  readonly accountId: string;
  readonly at: string;
  readonly by: string;
  readonly body: AccountActionBody;
}

/** True where somebody has an account that is not for trying the product. */
export async function hasRealAccount(queries: Queries): Promise<boolean> {
  const row = await queries.selectFrom('account').select('id').where('demonstration', '=', false).limit(1).execute();
  return row.length > 0;
}

export function accountByMail(queries: Queries, mail: string): Promise<AccountRecord | undefined> {
  return queries.selectFrom('account').selectAll().where('mail', '=', mail).executeTakeFirst();
}

/** @throws Problem `not-found` */
export async function accountById(queries: Queries, id: string): Promise<AccountRecord> {
  const account = await queries.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  if (account === undefined) throw new Problem('not-found', { noun: 'account', id });
  return account;
}

/** The account whose link to choose a password this is, where it can still be used. */
export function accountInvited(queries: Queries, hash: string, now: string): Promise<AccountRecord | undefined> {
  return queries
    .selectFrom('account')
    .selectAll()
    .where('invitation', '=', hash)
    .where('invitation_until', '>', now)
    .where('disabled', '=', false)
    .executeTakeFirst();
}

export function allAccounts(queries: Queries): Promise<AccountRecord[]> {
  return queries.selectFrom('account').selectAll().orderBy('name').orderBy('id').execute();
}

/** @throws Problem `mail-taken` */
export async function insertAccount(queries: Queries, account: AccountRecord, action: AccountAction): Promise<void> {
  const there = await accountByMail(queries, account.mail);
  if (there !== undefined) throw new Problem('mail-taken', { mail: account.mail });
  await queries
    .insertInto('account')
    .values({ ...account, recovery: [...account.recovery] })
    .execute();
  await logAccount(queries, action);
}

/** Changes an account and logs it. */
export async function changeAccount(
  queries: Queries,
  changes: Partial<AccountRecord>,
  action: AccountAction,
): Promise<void> {
  await setAccount(queries, action.accountId, changes);
  await logAccount(queries, action);
}

/** Changes what is no deed of anybody: the last code taken. */
export async function setAccount(queries: Queries, id: string, changes: Partial<AccountRecord>): Promise<void> {
  await queries.updateTable('account').set(changes).where('id', '=', id).execute();
}

/** Takes a code of the second factor once: false where that time step, or a later one, was used before. */
export async function takeStep(queries: Queries, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable('account')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where((row) => row.or([row('totp_step', 'is', null), row('totp_step', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a recovery code, once. */
export async function takeRecovery(queries: Queries, id: string, hash: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update account set recovery = array_remove(recovery, ${hash}) where id = ${id} and ${hash} = any(recovery)`.execute(
    queries,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

export async function logAccount(queries: Queries, { accountId, ...action }: AccountAction): Promise<void> {
  // Whoever else does something to the account at this moment waits, so that its actions have one order.
  await sql`select 1 from account where id = ${accountId} for update`.execute(queries);
  const { last } = await queries
    .selectFrom('account_action')
    .select(sql<number>`coalesce(max(sequence), 0)::integer`.as('last'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  await appendToLog(queries, 'account', [{ ...action, account_id: accountId, sequence: last + 1 }]);
}

/** Finds the post of a unit and role, or makes it; returns its id. */
export async function ensurePost(queries: Queries, id: string, unit: string, role: Role): Promise<string> {
  await queries
    .insertInto('post')
    .values({ id, unit_id: unit, role })
    .onConflict((conflict) => conflict.columns(['unit_id', 'role']).doNothing())
    .execute();
  const post = await queries
    .selectFrom('post')
    .select('id')
    .where('unit_id', '=', unit)
    .where('role', '=', role)
    .executeTakeFirstOrThrow();
  return post.id;
}

export async function insertHolding(
  queries: Queries,
  holding: { id: string; post_id: string; account_id: string; from: string; until: string | null },
): Promise<void> {
  await queries.insertInto('holding').values(holding).execute();
}

export async function endHolding(queries: Queries, id: string, until: string): Promise<void> {
  await queries.updateTable('holding').set({ until }).where('id', '=', id).execute();
}

/** From here to the end of the transaction nobody else changes who has which post in a party, or who of it may sign in. */
export async function lockPeople(queries: Queries, party: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people of ${party}`}, 0))`.execute(queries);
}

/** Holdings of one account, of one party, of one id, or all; the latest first. */
export function holdings(
  queries: Queries,
  of: { readonly account?: string; readonly id?: string; readonly party?: string } = {},
): Promise<HoldingRecord[]> {
  let query = queries
    .selectFrom('holding as h')
    .innerJoin('post as p', 'p.id', 'h.post_id')
    .innerJoin('unit as u', 'u.id', 'p.unit_id')
    .innerJoin('account as a', 'a.id', 'h.account_id')
    .select(['h.id', 'h.post_id', 'h.account_id', 'a.name', 'h.from', 'h.until', 'p.role', 'p.unit_id'])
    .select(['u.party', 'u.names as unit_names']);
  if (of.account !== undefined) query = query.where('h.account_id', '=', of.account);
  if (of.id !== undefined) query = query.where('h.id', '=', of.id);
  if (of.party !== undefined) query = query.where('u.party', '=', of.party);
  return query.orderBy('h.from', 'desc').orderBy('h.id').execute();
}
