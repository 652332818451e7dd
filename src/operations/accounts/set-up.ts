import {
  accountByMail,
  allAccounts,
  allUnits,
  changeAccount,
  endSessionsOf,
  ensurePost,
  hasDemonstration,
  hasRealAccount,
  holdings,
  insertAccount,
  insertHolding,
  type Queries,
  settleEntitySides,
} from '../../db/index.ts';
import { type LOCALES, Problem } from '../../kernel/index.ts';
import { type NameForms, ROLES, type Role } from '../../register/index.ts';
import { PROFILES } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { blankAccount, enterHolding } from './people.ts';
import NAMES from './ready-seats.json' with { type: 'json' };
import type { SignIn } from './results.ts';
import { hashPassword } from './secrets.ts';
import { beginSession, forgetUnits } from './sessions.ts';
import { enterUnit } from './units.ts';

/** The first person, who keeps the people from then on. */
export interface FirstPerson {
  readonly name: string;
  readonly mail: string;
  readonly password: string;
  readonly party: string;
  /** The name of the unit, in the language it is given in. */
  readonly unit: string;
  readonly language: (typeof LOCALES)[number];
}

/** Registers that are known to have accounts: that never changes back while the product runs. */
const begun = new WeakSet<object>();

/** Whether anybody has an account; without, whoever sits at the machine sees to everything. */
export async function hasAccounts({ whole }: Context): Promise<boolean> {
  if (begun.has(whole)) return true;
  const has = await hasRealAccount(whole.queries);
  if (has) begun.add(whole);
  return has;
}

/**
 * Makes the first account with two posts in one unit, administrator and secretariat, and signs it in. The seats to try the
 * product from are shut; entities are given their sides.
 * @throws Problem `sign-in-needed` where there are accounts already, `password-weak`, `input-invalid`
 */
export async function setUp(context: Context, first: FirstPerson): Promise<SignIn> {
  const { whole, clock, newId } = context;
  const account = blankAccount(context, first.name, first.mail, first.party);
  const password = await hashPassword(first.password, [first.name, first.mail]);
  const signIn = await whole.write(async (queries) => {
    if (await hasRealAccount(queries)) throw new Problem('sign-in-needed', {});
    await shutReadySeats(queries, context);
    const stamp = { id: newId(), at: clock.now(), by: account.id, accountId: account.id };
    const { name, mail } = account;
    await insertAccount(queries, { ...account, password }, { ...stamp, body: { type: 'add', name, mail } });
    const keeper = { by: account.id, party: first.party };
    const unit = newId();
    const names: NameForms = { [first.language]: [first.unit.trim()] };
    const blank = { parent: null, from: null, until: null, successor: null, entity: null };
    await enterUnit(queries, context, keeper, unit, { party: first.party, names, ...blank });
    const from = clock.now().slice(0, 10);
    const post = { account: account.id, unit, from, until: null };
    await enterHolding(queries, context, keeper, { ...post, role: 'secretariat' });
    const hand = await enterHolding(queries, context, keeper, { ...post, role: 'administrator' });
    await settleEntitySides(queries);
    return beginSession(queries, context, account.id, hand);
  });
  forgetUnits(context);
  return signIn;
}

async function shutReadySeats(queries: Queries, { clock, newId }: Context): Promise<void> {
  for (const { id, demonstration } of await allAccounts(queries)) {
    if (!demonstration) continue;
    const stamp = { id: newId(), at: clock.now(), by: 'rules', accountId: id };
    await changeAccount(queries, { disabled: true }, { ...stamp, body: { type: 'disable' } });
    await endSessionsOf(queries, id);
  }
}

/** A seat of the demonstration relation to try the product from. */
export interface ReadySeat {
  readonly party: string;
  readonly role: Role;
}

type Named = Readonly<Record<string, Readonly<Record<Role, string>>>>;

/** Every role on both sides, while the register holds the demonstration and nobody has an account. */
export async function readySeats(context: Context): Promise<readonly ReadySeat[]> {
  if ((await hasAccounts(context)) || !(await hasDemonstration(context.whole.queries))) return [];
  return Object.keys(NAMES).flatMap((party) => ROLES.map((role) => ({ party, role })));
}

/**
 * Sits down on a ready seat; it is made at the first time.
 * @throws Problem `seat-may-not` where there are none
 */
export async function trySeat(context: Context, { party, role }: ReadySeat): Promise<SignIn> {
  const ready = await readySeats(context);
  if (!ready.some((one) => one.party === party && one.role === role))
    throw new Problem('seat-may-not', { deed: 'try' });
  const signIn = await context.whole.write(async (queries) => {
    const { account, holding } = await readyHolding(queries, context, { party, role });
    return beginSession(queries, context, account, holding);
  });
  forgetUnits(context);
  return signIn;
}

/** The account of a ready seat and the post it holds, made where it was not asked for yet. */
export async function readyHolding(
  queries: Queries,
  context: Context,
  { party, role }: ReadySeat,
): Promise<{ readonly account: string; readonly holding: string | null }> {
  const mail = `${role}.${party.toLowerCase()}@demonstration.invalid`;
  const known = await accountByMail(queries, mail);
  const account = known?.id ?? (await makeReadyAccount(queries, context, { party, role }, mail));
  const [holding] = await holdings(queries, { account });
  return { account, holding: holding?.id ?? null };
}

async function makeReadyAccount(
  queries: Queries,
  context: Context,
  { party, role }: ReadySeat,
  mail: string,
): Promise<string> {
  const { clock, newId } = context;
  const name = (NAMES as Named)[party]?.[role] ?? mail;
  const account = { ...blankAccount(context, name, mail, party), demonstration: true };
  const stamp = { id: newId(), at: clock.now(), by: 'demonstration', accountId: account.id };
  await insertAccount(queries, account, { ...stamp, body: { type: 'add', name, mail } });
  const unit = await readyUnit(queries, context, party);
  const post = await ensurePost(queries, newId(), unit, role);
  const holding = { id: newId(), post_id: post, account_id: account.id, from: clock.now().slice(0, 10), until: null };
  await insertHolding(queries, holding);
  return account.id;
}

/** The unit of the ready seats of a party: the first body of its profile. */
async function readyUnit(queries: Queries, context: Context, party: string): Promise<string> {
  const known = (await allUnits(queries)).find((unit) => unit.party === party);
  if (known !== undefined) return known.id;
  const body = PROFILES.flatMap(({ bodies }) => bodies).find((one) => one.party === party && one.level !== 'joint');
  const id = context.newId();
  const blank = { parent: null, from: null, until: null, successor: null, entity: null };
  const keeper = { by: 'demonstration', party };
  await enterUnit(queries, context, keeper, id, { party, names: body?.forms ?? { en: [party] }, ...blank });
  return id;
}
