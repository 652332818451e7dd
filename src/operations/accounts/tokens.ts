import {
  type ApiTokenRecord,
  accountById,
  apiTokensOf,
  holdings,
  insertApiToken,
  liveApiToken,
  logAccount,
  setApiToken,
} from '../../db/index.ts';
import { later, Problem } from '../../kernel/index.ts';
import type { Seat, TokenScope } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { digest, newToken } from './secrets.ts';
import { current, seatOf } from './sessions.ts';

/** So that scanners for secrets find a token that went where it should not. */
const PREFIX = 'servanda_';
const DAY_MS = 86_400_000;
/** How stale the time of the last use may get. */
const USED_MS = 60_000;
/** Tokens of one person at a time. */
const MOST = 50;

/** A token as its person sees it. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  /** Its first signs. */
  readonly hint: string;
  readonly scopes: readonly TokenScope[];
  readonly holding: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly state: 'live' | 'expired' | 'revoked';
}

export interface NewTokenOf {
  readonly account: string;
  /** The seat it acts from. */
  readonly holding: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** Until it expires. */
  readonly days: number;
}

/**
 * Makes a token for a program that acts from a seat of its person. It is told once and kept as a hash.
 * @throws Problem `seat-may-not` (a seat the person does not hold today), `input-invalid` (too many)
 */
export async function addToken(
  context: Context,
  asked: NewTokenOf,
): Promise<{ readonly id: string; readonly token: string }> {
  const { whole, clock, newId } = context;
  const now = clock.now();
  const token = PREFIX + newToken();
  const id = newId();
  await whole.write(async (queries) => {
    const held = current(await holdings(queries, { account: asked.account }), now);
    if (!held.some((one) => one.id === asked.holding)) throw new Problem('seat-may-not', { deed: 'token' });
    const live = (await apiTokensOf(queries, [asked.account])).filter((one) => stateOf(one, now) === 'live');
    if (live.length >= MOST) throw new Problem('input-invalid', { field: 'name', reason: `at most ${MOST} tokens` });
    await insertApiToken(queries, {
      ...{ id, account_id: asked.account, holding_id: asked.holding, name: asked.name, scopes: asked.scopes },
      ...{ hash: digest(token), hint: token.slice(0, PREFIX.length + 4), created_at: now },
      ...{ expires_at: later(now, asked.days * DAY_MS), used_at: null, revoked_at: null },
    });
    const stamp = { id: newId(), at: now, by: asked.holding, accountId: asked.account };
    await logAccount(queries, { ...stamp, body: { type: 'token' } });
  });
  return { id, token };
}

/** The tokens of a person, the latest first. */
export async function listTokens({ whole, clock }: Context, account: string): Promise<TokenView[]> {
  const now = clock.now();
  return (await apiTokensOf(whole.queries, [account])).map((one) => ({
    ...{ id: one.id, name: one.name, hint: one.hint, scopes: one.scopes, holding: one.holding_id },
    ...{ createdAt: one.created_at, expiresAt: one.expires_at, usedAt: one.used_at, state: stateOf(one, now) },
  }));
}

function stateOf({ revoked_at, expires_at }: ApiTokenRecord, now: string): TokenView['state'] {
  if (revoked_at !== null) return 'revoked';
  return Date.parse(expires_at) > Date.parse(now) ? 'live' : 'expired';
}

/** Ends a token of a person at once. @throws Problem `not-found` */
export async function revokeToken({ whole, clock, newId }: Context, account: string, id: string): Promise<void> {
  await whole.write(async (queries) => {
    const token = (await apiTokensOf(queries, [account])).find((one) => one.id === id);
    if (token === undefined) throw new Problem('not-found', { noun: 'token', id });
    if (token.revoked_at !== null) return;
    await setApiToken(queries, id, { revoked_at: clock.now() });
    const stamp = { id: newId(), at: clock.now(), by: token.holding_id, accountId: account };
    await logAccount(queries, { ...stamp, body: { type: 'token-end' } });
  });
}

/** Who a token acts as. */
export interface TokenBearer {
  readonly id: string;
  readonly seat: Seat;
  readonly scopes: readonly TokenScope[];
}

/** Null where it was made up, revoked or has expired, its person was shut out, or holds the seat no more. */
export async function bearerOf(context: Context, token: string): Promise<TokenBearer | null> {
  const { whole, clock } = context;
  const now = clock.now();
  if (!token.startsWith(PREFIX) || token.length > 200) return null;
  const found = await liveApiToken(whole.queries, digest(token), now);
  if (found === undefined || (await accountById(whole.queries, found.account_id)).disabled) return null;
  const [held] = current(await holdings(whole.queries, { id: found.holding_id }), now);
  if (held === undefined) return null;
  if (found.used_at === null || Date.parse(found.used_at) < Date.parse(now) - USED_MS) {
    await setApiToken(whole.queries, found.id, { used_at: now });
  }
  return { id: found.id, seat: await seatOf(context, held), scopes: found.scopes };
}
