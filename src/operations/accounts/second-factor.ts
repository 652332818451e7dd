import { accountById, changeAccount } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { digest, vault } from './secrets.ts';
import { assertPassword } from './sign-in.ts';
import { base32, newSecret, otpauth, recoveryCodes, stepOf } from './totp.ts';

/** A second factor about to be set up; nothing is kept until a code of it was given. */
export interface NewFactor {
  readonly secret: string;
  readonly address: string;
  /** The secret sealed, to be given back with the first code. */
  readonly sealed: string;
}

export async function startTotp({ whole }: Context, account: string): Promise<NewFactor> {
  const { mail } = await accountById(whole.queries, account);
  const secret = newSecret();
  const sealed = (await vault(whole.queries)).seal(secret, account);
  return { secret: base32(secret), address: otpauth(secret, mail), sealed };
}

/**
 * Keeps a second factor whose first code is right; returns the recovery codes, shown once.
 * @throws Problem `sign-in-refused` (the code, or the password that is asked again), `too-many-attempts`
 */
export async function confirmTotp(
  context: Context,
  { account: id, password, sealed, code }: { account: string; password: string; sealed: string; code: string },
): Promise<readonly string[]> {
  const { whole, clock, newId } = context;
  const account = await accountById(whole.queries, id);
  await assertPassword(context, account, password);
  const secret = (await vault(whole.queries)).open(sealed, id);
  const step = secret === null ? null : stepOf(secret, code.replace(/\s/g, ''), clock.now());
  if (step === null) throw new Problem('sign-in-refused', {});
  const codes = recoveryCodes();
  const changes = { totp: sealed, totp_step: step, recovery: codes.map(digest) };
  const stamp = { id: newId(), at: clock.now(), by: id, accountId: id };
  await whole.write((queries) => changeAccount(queries, changes, { ...stamp, body: { type: 'totp' } }));
  return codes;
}

/** Takes one's own second factor away. @throws Problem `sign-in-refused`, `too-many-attempts` */
export async function removeTotp(context: Context, id: string, password: string): Promise<void> {
  const { whole, clock, newId } = context;
  await assertPassword(context, await accountById(whole.queries, id), password);
  const stamp = { id: newId(), at: clock.now(), by: id, accountId: id };
  const changes = { totp: null, totp_step: null, recovery: [] };
  await whole.write((queries) => changeAccount(queries, changes, { ...stamp, body: { type: 'totp-off' } }));
}
