import {
  type AccountRecord,
  accountById,
  accountByMail,
  accountInvited,
  changeAccount,
  countAttempt,
  endSessionsOf,
  forgetAttempts,
  lockAttempts,
  lockedUntil,
  logAccount,
  type Queries,
  takeRecovery,
  takeStep,
  uncountAttempt,
} from '../../db/index.ts';
import { later, Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import type { SignIn } from './results.ts';
import { checkPassword, digest, hashPassword, vault } from './secrets.ts';
import { beginSession } from './sessions.ts';
import { stepOf } from './totp.ts';

/** Tries before an account rests, and how long: half a minute, doubled with every further failure, at most an hour. */
const FREE_TRIES = 5;
const REST_MS = 30_000;
const LONGEST_REST_MS = 3_600_000;
/** Failures count together where no more than this lies between them. */
const FORGET_MS = 24 * 3_600_000;

/** What somebody types to come in. */
export interface Credentials {
  readonly mail: string;
  readonly password: string;
  /** Of the second factor, or a recovery code. */
  readonly code?: string | undefined;
}

export function mailOf(typed: string): string {
  return typed.trim().toLowerCase();
}

/**
 * Signs a person in.
 * @throws Problem `sign-in-refused` whatever is wrong, `code-needed`, `too-many-attempts`
 */
export async function signIn(context: Context, { mail, password, code }: Credentials): Promise<SignIn> {
  const { whole } = context;
  const tried = digest(`mail ${mailOf(mail)}`);
  await countTry(context, tried);
  const account = await accountByMail(whole.queries, mailOf(mail));
  const right = await checkPassword(password, account?.password ?? null);
  if (account === undefined || !right || account.disabled || account.demonstration) {
    return refuse(context, tried, account);
  }
  if (account.totp !== null) {
    if (!code) {
      await uncountAttempt(whole.queries, tried);
      throw new Problem('code-needed', {});
    }
    if (!(await isCode(context, account, code))) return refuse(context, tried, account);
  }
  return whole.write(async (queries) => {
    await forgetAttempts(queries, tried);
    return beginSession(queries, context, account.id);
  });
}

async function countTry({ whole, clock }: Context, tried: string): Promise<void> {
  const now = clock.now();
  const until = await lockedUntil(whole.queries, tried, now);
  if (until !== null) throw tooMany(until, now);
  const failures = await countAttempt(whole.queries, tried, now, later(now, -FORGET_MS));
  if (failures <= FREE_TRIES) return;
  const rest = Math.min(REST_MS * 2 ** (failures - FREE_TRIES - 1), LONGEST_REST_MS);
  await lockAttempts(whole.queries, tried, later(now, rest));
}

function tooMany(until: string, now: string): Problem {
  return new Problem('too-many-attempts', { seconds: Math.ceil((Date.parse(until) - Date.parse(now)) / 1000) });
}

/** The same words whatever was wrong. An account that now rests says so in its log. */
async function refuse(context: Context, tried: string, account: AccountRecord | undefined): Promise<never> {
  const { whole, clock, newId } = context;
  const until = await lockedUntil(whole.queries, tried, clock.now());
  if (until !== null && account !== undefined) {
    const stamp = { id: newId(), at: clock.now(), by: 'rules', accountId: account.id };
    await whole.write((queries) => logAccount(queries, { ...stamp, body: { type: 'locked' } }));
  }
  throw new Problem('sign-in-refused', {});
}

/** Whether a code of the second factor is right; it is used up. */
async function isCode({ whole, clock }: Context, account: AccountRecord, code: string): Promise<boolean> {
  const typed = code.replace(/\s/g, '').toLowerCase();
  if (!/^\d{6}$/.test(typed)) return takeRecovery(whole.queries, account.id, digest(typed));
  const secret = (await vault(whole.queries)).open(account.totp ?? '', account.id);
  const step = secret === null ? null : stepOf(secret, typed, clock.now());
  return step !== null && takeStep(whole.queries, account.id, step);
}

/**
 * Takes the one-time link an administrator handed over, with the password the person chose, and signs in; null where a second
 * factor is asked for first.
 * @throws Problem `link-used`, `password-weak`
 */
export async function takeInvitation(context: Context, token: string, password: string): Promise<SignIn | null> {
  const { whole, clock } = context;
  const account = await accountInvited(whole.queries, digest(token), clock.now());
  if (account === undefined) throw new Problem('link-used', {});
  const hash = await hashPassword(password, [account.name, account.mail]);
  return whole.write(async (queries) => {
    await choosePassword(queries, context, account.id, hash);
    return account.totp === null ? beginSession(queries, context, account.id) : null;
  });
}

/**
 * Changes one's own password; every other session ends.
 * @throws Problem `sign-in-refused`, `too-many-attempts`, `password-weak`
 */
export async function changePassword(
  context: Context,
  { account: id, present, next }: { readonly account: string; readonly present: string; readonly next: string },
): Promise<SignIn> {
  const { whole } = context;
  const account = await accountById(whole.queries, id);
  await assertPassword(context, account, present);
  const hash = await hashPassword(next, [account.name, account.mail]);
  return whole.write(async (queries) => {
    await choosePassword(queries, context, id, hash);
    return beginSession(queries, context, id);
  });
}

/** The person says again who they are, before what they cannot take back. @throws Problem `sign-in-refused`, `too-many-attempts` */
export async function assertPassword(context: Context, account: AccountRecord, password: string): Promise<void> {
  const tried = digest(`mail ${account.mail}`);
  await countTry(context, tried);
  if (!(await checkPassword(password, account.password))) await refuse(context, tried, account);
  await forgetAttempts(context.whole.queries, tried);
}

async function choosePassword(
  queries: Queries,
  { clock, newId }: Context,
  account: string,
  password: string,
): Promise<void> {
  const stamp = { id: newId(), at: clock.now(), by: account, accountId: account };
  const changes = { password, invitation: null, invitation_until: null };
  await changeAccount(queries, changes, { ...stamp, body: { type: 'password' } });
  await endSessionsOf(queries, account);
}
