import {
  type AccountActionBody,
  type AccountRecord,
  accountById,
  allAccounts,
  changeAccount,
  endHolding,
  endSessionsOf,
  ensurePost,
  type HoldingRecord,
  holdings,
  insertAccount,
  insertHolding,
  lockPeople,
  logAccount,
  type Queries,
  setAccount,
  unitById,
} from '../../db/index.ts';
import { addDays, later, Problem } from '../../kernel/index.ts';
import type { Role } from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { HoldingView, PersonView } from './results.ts';
import { digest, newToken } from './secrets.ts';
import { holdingView } from './sessions.ts';
import { mailOf } from './sign-in.ts';

/** How long a one-time link can be used. */
const LINK_MS = 7 * 24 * 3_600_000;

/** Who keeps the people: their hand, and the party whose people they keep; null for whoever runs the machine. */
export interface Keeper {
  readonly by: string;
  readonly party: string | null;
}

/** Everybody with an account of the keeper's party, whether they hold a post or not. */
export async function listPeople({ whole }: Context, { party }: Keeper): Promise<PersonView[]> {
  const held = Map.groupBy(await holdings(whole.queries), ({ account_id }) => account_id);
  const accounts = await allAccounts(whole.queries);
  return accounts
    .filter((account) => isKept(account, party))
    .map((account) => personView(account, held.get(account.id) ?? []));
}

function isKept(account: AccountRecord, party: string | null): boolean {
  return party === null || account.party === party;
}

function personView(account: AccountRecord, held: readonly HoldingRecord[]): PersonView {
  const { id, name, mail, disabled, demonstration } = account;
  const ready = account.password !== null;
  return {
    id,
    name,
    mail,
    disabled,
    demonstration,
    ready,
    totp: account.totp !== null,
    holdings: held.map(holdingView),
  };
}

/** Who acted or acts from which post of a party: what the ids in its histories stand for. All parties where it is null. */
export async function listHands({ whole }: Context, party: string | null): Promise<HoldingView[]> {
  return (await holdings(whole.queries, party === null ? {} : { party })).map(holdingView);
}

/** A person of the keeper's party. @throws Problem `not-found` also where it is the other side's */
async function kept(queries: Queries, { party }: Keeper, id: string): Promise<AccountRecord> {
  const account = await accountById(queries, id);
  if (!isKept(account, party)) throw new Problem('not-found', { noun: 'account', id });
  return account;
}

function stamp({ clock, newId }: Context, { by }: Keeper, accountId: string, body: AccountActionBody) {
  return { id: newId(), at: clock.now(), by, accountId, body };
}

/**
 * Makes an account of the keeper's party; its person chooses the password with the link.
 * @throws Problem `mail-taken`, `input-invalid`
 */
export async function addPerson(
  context: Context,
  keeper: Keeper,
  { name, mail }: { readonly name: string; readonly mail: string },
): Promise<{ readonly id: string; readonly link: string }> {
  const account = blankAccount(context, name, mail, keeper.party);
  const link = newToken();
  const invited = { ...account, invitation: digest(link), invitation_until: later(context.clock.now(), LINK_MS) };
  const action = stamp(context, keeper, account.id, { type: 'add', name: account.name, mail: account.mail });
  await context.whole.write((queries) => insertAccount(queries, invited, action));
  return { id: account.id, link };
}

export function blankAccount(
  { clock, newId }: Context,
  name: string,
  mail: string,
  party: string | null,
): AccountRecord {
  return {
    ...{ id: newId(), name: name.trim(), mail: mailOf(mail), password: null, totp: null, totp_step: null },
    ...{ recovery: [], invitation: null, invitation_until: null, disabled: false, demonstration: false },
    party,
    created_at: clock.now(),
  };
}

/** What a keeper can do to an account. */
export type PersonAction = 'invite' | 'disable' | 'enable' | 'totp-off';

/**
 * Hands out a new link, shuts an account or opens it again, or takes a lost second factor away. Whatever makes an account
 * other than it was signs it out everywhere. Returns the link of an invitation.
 * @throws Problem `not-found`, `seat-may-not` (to shut oneself out)
 */
export async function actOnPerson(
  context: Context,
  keeper: Keeper & { readonly account: string | null },
  id: string,
  type: PersonAction,
): Promise<{ readonly link: string | null }> {
  if (type === 'disable' && keeper.account === id) throw new Problem('seat-may-not', { deed: 'disable' });
  const link = type === 'invite' ? newToken() : null;
  await context.whole.write(async (queries) => {
    await assertStillKeeps(queries, context, keeper);
    const { demonstration } = await kept(queries, keeper, id);
    if (demonstration) throw new Problem('not-found', { noun: 'account', id });
    await changeAccount(queries, changesOf(context, type, link), stamp(context, keeper, id, { type }));
    if (type !== 'invite') await endSessionsOf(queries, id);
  });
  return { link };
}

function changesOf({ clock }: Context, type: PersonAction, link: string | null): Partial<AccountRecord> {
  if (link !== null) return { invitation: digest(link), invitation_until: later(clock.now(), LINK_MS) };
  if (type === 'totp-off') return { totp: null, totp_step: null, recovery: [] };
  return { disabled: type === 'disable' };
}

/** A person put into a post. */
export interface NewHolding {
  readonly account: string;
  readonly unit: string;
  readonly role: Role;
  /** ISO days, both inclusive. */
  readonly from: string;
  readonly until: string | null;
}

/**
 * Puts a person into a post from a day on; returns the id of the holding.
 * @throws Problem `not-found`, `seat-may-not` (a unit of the other side), `input-invalid` (a person of another party than the
 * unit, or who has the post already)
 */
export function holdPost(context: Context, keeper: Keeper, post: NewHolding): Promise<string> {
  return context.whole.write(async (queries) => {
    await assertStillKeeps(queries, context, keeper);
    await kept(queries, keeper, post.account);
    return enterHolding(queries, context, keeper, post);
  });
}

export async function enterHolding(
  queries: Queries,
  context: Context,
  keeper: Keeper,
  { account, unit, role, from, until }: NewHolding,
): Promise<string> {
  const { party } = await unitById(queries, unit);
  if (keeper.party !== null && keeper.party !== party) throw new Problem('seat-may-not', { deed: 'administer' });
  await assertOfParty(queries, account, party);
  const id = context.newId();
  const post = await ensurePost(queries, context.newId(), unit, role);
  await insertHolding(queries, { id, post_id: post, account_id: account, from, until });
  await logAccount(queries, stamp(context, keeper, account, { type: 'hold', holding: id, day: from }));
  return id;
}

/** Nobody acts for two parties; who has none yet is of that of their first post. */
async function assertOfParty(queries: Queries, id: string, party: string): Promise<void> {
  const account = await accountById(queries, id);
  if (account.party === null) await setAccount(queries, id, { party });
  else if (account.party !== party) {
    throw new Problem('input-invalid', { field: 'unit', reason: 'of another party than the person' });
  }
}

/**
 * Ends a holding on a day; with `to` another person has the post from the day after. What was done from the post stays with it.
 * @throws Problem `not-found`, `seat-may-not`, `input-invalid`, `last-administrator`
 */
export function endPost(
  context: Context,
  keeper: Keeper & { readonly account?: string | null },
  { holding, until, to }: { readonly holding: string; readonly until: string; readonly to: string | null },
): Promise<void> {
  return context.whole.write(async (queries) => {
    await assertStillKeeps(queries, context, keeper);
    const [one] = await holdings(queries, { id: holding });
    if (one === undefined || (keeper.party !== null && one.party !== keeper.party)) {
      throw new Problem('not-found', { noun: 'holding', id: holding });
    }
    await assertKept(queries, keeper, one, { until, to });
    await endHolding(queries, holding, until);
    await logAccount(queries, stamp(context, keeper, one.account_id, { type: 'release', holding, day: until }));
    if (to === null) return;
    await kept(queries, keeper, to);
    const next = { account: to, unit: one.unit_id, role: one.role, from: addDays(until, 1), until: null };
    await enterHolding(queries, context, keeper, next);
  });
}

/**
 * Keepers of one party act one after the other, and who was shut out or lost the post while waiting keeps nothing any more: two
 * administrators cannot end each other.
 * @throws Problem `seat-may-not`
 */
async function assertStillKeeps(
  queries: Queries,
  { clock }: Pick<Context, 'clock'>,
  { party, account }: Keeper & { readonly account?: string | null },
): Promise<void> {
  if (party === null) return;
  await lockPeople(queries, party);
  if (account === undefined || account === null) return;
  const day = clock.now().slice(0, 10);
  const { disabled } = await accountById(queries, account);
  const posts = disabled ? [] : await holdings(queries, { account, party });
  const keeps = posts.some(
    ({ role, from, until }) => role === 'administrator' && from <= day && (until === null || until >= day),
  );
  if (!keeps) throw new Problem('seat-may-not', { deed: 'administer' });
}

/**
 * A party stays with somebody who keeps its people: the post of its last administrator is handed over, not ended, and nobody
 * shuts themselves out of their own. Whoever takes it over can sign in.
 */
async function assertKept(
  queries: Queries,
  keeper: Keeper & { readonly account?: string | null },
  ended: HoldingRecord,
  { until, to }: { readonly until: string; readonly to: string | null },
): Promise<void> {
  if (ended.role !== 'administrator') return;
  const next = addDays(until, 1);
  const able = new Set((await allAccounts(queries)).filter(canSignIn).map(({ id }) => id));
  if (to !== null && able.has(to)) return;
  const left = (await holdings(queries)).filter(
    ({ id, role, party, account_id, from, until: last }) =>
      id !== ended.id &&
      role === 'administrator' &&
      party === ended.party &&
      able.has(account_id) &&
      from <= next &&
      last === null,
  );
  const own = keeper.account === ended.account_id && !left.some((one) => one.account_id === keeper.account);
  if (left.length === 0 || own) throw new Problem('last-administrator', {});
}

function canSignIn({ disabled, password }: AccountRecord): boolean {
  return !disabled && password !== null;
}
