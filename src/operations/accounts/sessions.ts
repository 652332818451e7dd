import {
  accountById,
  allUnits,
  endSession,
  endSessionsOf,
  forgetSessions,
  type HoldingRecord,
  holdings,
  insertSession,
  liveSession,
  type Queries,
  touchSession,
} from '../../db/index.ts';
import { later, Problem } from '../../kernel/index.ts';
import { type Seat, type Unit, unitsOf } from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { HoldingView, SignedIn, SignIn } from './results.ts';
import { digest, newToken } from './secrets.ts';

/** A session ends after half an hour without a request, and after twelve hours in any case (ASVS 3.3.2). */
const IDLE_MS = 30 * 60_000;
const WHOLE_MS = 12 * 3_600_000;
/** How stale the time of the last request may get before it is written down again. */
const SEEN_MS = 60_000;

/** Begins a session of an account at its first seat. Older sessions nobody can use are forgotten. */
export async function beginSession(
  queries: Queries,
  { clock }: Pick<Context, 'clock'>,
  account: string,
  holding: string | null = null,
): Promise<SignIn> {
  const [now, token] = [clock.now(), newToken()];
  await forgetSessions(queries, now, later(now, -IDLE_MS));
  const [first] = current(await holdings(queries, { account }), now);
  const session = { id: digest(token), account_id: account, holding_id: holding ?? first?.id ?? null };
  const times = { started_at: now, seen_at: now, expires_at: later(now, WHOLE_MS) };
  await insertSession(queries, { ...session, csrf: newToken(), ...times });
  return { token };
}

/** Who the token of a cookie belongs to; null where the session ended, the account was disabled, or it was made up. */
export async function sessionOf(context: Context, token: string): Promise<SignedIn | null> {
  const { whole, clock } = context;
  const now = clock.now();
  const session = await liveSession(whole.queries, digest(token), now, later(now, -IDLE_MS));
  if (session === undefined) return null;
  const account = await accountById(whole.queries, session.account_id);
  if (account.disabled) return null;
  const held = current(await holdings(whole.queries, { account: account.id }), now);
  const chosen = held.find(({ id }) => id === session.holding_id) ?? held[0];
  if (session.seen_at < later(now, -SEEN_MS)) await touchSession(whole.queries, session.id, now);
  return {
    ...{ account: account.id, name: account.name, mail: account.mail, demonstration: account.demonstration },
    totp: account.totp !== null,
    csrf: session.csrf,
    seat: chosen === undefined ? null : await seatOf(context, chosen),
    seats: held.map(holdingView),
  };
}

/**
 * Changes the seat acted from; the session gets a new token.
 * @throws Problem `seat-may-not` where the person does not hold it today
 */
export async function chooseSeat(context: Context, token: string, holding: string): Promise<SignIn> {
  const { whole, clock } = context;
  const signed = await sessionOf(context, token);
  if (signed === null || !signed.seats.some(({ id }) => id === holding)) {
    throw new Problem('seat-may-not', { deed: 'choose-seat' });
  }
  return whole.write(async (queries) => {
    await endSession(queries, digest(token));
    return beginSession(queries, { clock }, signed.account, holding);
  });
}

/** Ends a session, or with `everywhere` all sessions of its account. */
export async function signOut(context: Context, token: string, everywhere: boolean): Promise<void> {
  const signed = await sessionOf(context, token);
  await context.whole.write(async (queries) => {
    await endSession(queries, digest(token));
    if (everywhere && signed !== null) await endSessionsOf(queries, signed.account);
  });
}

/** Holdings of the day of an instant. */
export function current<T extends { readonly from: string; readonly until: string | null }>(
  held: readonly T[],
  now: string,
): T[] {
  const day = now.slice(0, 10);
  return held.filter(({ from, until }) => from <= day && (until === null || day <= until));
}

export function holdingView(one: HoldingRecord): HoldingView {
  const { id, role, party, unit_id, unit_names, name, account_id, from, until } = one;
  return { id, role, party, unit: unit_id, unitNames: unit_names, person: name, account: account_id, from, until };
}

/** The seat that a holding of today is. */
export async function seatOf(context: Context, { id, role, party, unit_id }: HoldingRecord): Promise<Seat> {
  return { hand: id, role, party, unit: unit_id, units: unitsOf(await knownUnits(context), unit_id) };
}

/** The seat of a holding today; null where the post was handed on, or its person may not sign in any more. */
export async function seatOfHand(context: Context, hand: string): Promise<Seat | null> {
  const { whole, clock } = context;
  const [held] = current(await holdings(whole.queries, { id: hand }), clock.now());
  if (held === undefined) return null;
  const { disabled } = await accountById(whole.queries, held.account_id);
  return disabled ? null : seatOf(context, held);
}

/** How long the tree of units is remembered: every request asks what its seat answers for. */
const REMEMBERED_MS = 10_000;
const remembered = new WeakMap<object, { readonly until: number; readonly units: readonly Unit[] }>();

async function knownUnits({ whole }: Context): Promise<readonly Unit[]> {
  const known = remembered.get(whole);
  if (known !== undefined && known.until > performance.now()) return known.units;
  const units = await allUnits(whole.queries);
  remembered.set(whole, { units, until: performance.now() + REMEMBERED_MS });
  return units;
}

/** The tree of units has changed. */
export function forgetUnits({ whole }: Context): void {
  remembered.delete(whole);
}
