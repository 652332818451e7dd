import {
  attachmentBytes,
  claimOutbox,
  inboxNumbered,
  type OutboxRecord,
  type PartnerRecord,
  partnerById,
  partners,
  setOutbox,
  setPartner,
} from '../../db/index.ts';
import { type LinkState, readReceipt, readState } from '../../exchange/index.ts';
import { later } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { ownSigningKeys, signingKeyFor } from './node.ts';
import { withPartner } from './partners.ts';
import { trustedKeys, verifyingKey } from './receive.ts';
import { sealAnew, sealOutbox } from './seal.ts';
import { applyState, ownState } from './state.ts';
import { takeUpInbox } from './take-up.ts';
import { placeReferences } from './travel/references.ts';
import { type Carry, carryByWeb, sendSigned, type WireAnswer } from './wire.ts';

export const MESSAGES_PATH = '/exchange/v1/messages';
export const STATE_PATH = '/exchange/v1/state';
export const ATTACHMENTS_PATH = '/exchange/v1/attachments';

/** Seconds until each further try of a message, with up to a fifth more; the last holds from then on. */
const WAITS = [2, 5, 15, 60, 300, 900, 3_600];
/** Answers that refuse a message before a person is asked. A link that is down uses up none of them. */
const REFUSALS = 8;
const CLAIM_MS = 60_000;
const AT_ONCE = 50;
/** How often partners tell each other where the link stands. */
const TELL_MS = 60_000;

/** What came of one round with all partners. */
export interface Delivered {
  readonly sent: number;
  readonly failed: number;
}

/**
 * One round: takes up what came, tells each partner where the link stands, seals and sends what is due. A partner that does not
 * answer holds up no other.
 */
export async function deliverExchange(context: Context, carry: Carry = carryByWeb): Promise<Delivered> {
  await takeUpInbox(context);
  await placeReferences(context);
  if ((await ownSigningKeys(context.whole.queries)).length === 0) return { sent: 0, failed: 0 };
  const all = (await partners(context.whole.queries)).filter(({ state }) => state === 'active');
  const rounds = await Promise.all(all.map((partner) => roundWith(context, partner, carry)));
  return {
    sent: rounds.reduce((sum, { sent }) => sum + sent, 0),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function roundWith(context: Context, partner: PartnerRecord, carry: Carry): Promise<Delivered> {
  const { id, address } = partner;
  // Without an address messages are sealed for the courier.
  if (address === null) {
    await sealOutbox(context, id);
    return { sent: 0, failed: 0 };
  }
  if (isTimeToTell(context, partner) && !(await tellState(context, partner, carry))) {
    await sealOutbox(context, id);
    return { sent: 0, failed: 1 };
  }
  await sealOutbox(context, id);
  const now = context.clock.now();
  const due = await context.whole.write((queries) =>
    claimOutbox(queries, { partner: id, now, until: later(now, CLAIM_MS), limit: AT_ONCE }),
  );
  let sent = 0;
  for (const [index, message] of due.entries()) {
    const outcome = await sendOne(context, partner, message, carry);
    if (outcome === 'sent') sent++;
    if (outcome !== 'down') continue;
    for (const one of due.slice(index + 1))
      await setOutbox(context.whole.queries, one.id, { next_at: message.next_at });
    return { sent, failed: due.length - sent };
  }
  return { sent, failed: due.length - sent };
}

function isTimeToTell({ clock }: Context, { tried_at, said_at, failure }: PartnerRecord): boolean {
  const now = Date.parse(clock.now());
  if (failure !== null || said_at === null) return tried_at === null || now - Date.parse(tried_at) >= WAIT_DOWN_MS;
  return now - Date.parse(said_at) >= TELL_MS;
}

/** How often a link that is down is tried. */
const WAIT_DOWN_MS = 10_000;

/** Tells a partner where the link stands and takes up its answer. False where it was not reached. */
async function tellState(context: Context, partner: PartnerRecord, carry: Carry): Promise<boolean> {
  const { whole, clock } = context;
  const now = clock.now();
  try {
    const body = Buffer.from(await ownState(whole.queries, partner, now));
    const answer = await post(context, partner, carry, { path: STATE_PATH, body, contentType: 'application/json' });
    if (answer.status !== 200) throw new Error(failureOf(answer));
    const keys = (await trustedKeys(whole.queries, partner.id)).map(verifyingKey);
    const state = readState(answer.body, keys);
    if (state === null || state.node !== partner.id) throw new Error('an answer that the partner did not sign');
    await applyState(context, partner.id, state);
    await setPartner(whole.queries, partner.id, { tried_at: now });
    await giveBack(context, partner, state, carry);
    return true;
  } catch (error) {
    await setPartner(whole.queries, partner.id, { tried_at: now, failure: words(error) });
    return false;
  }
}

/** Gives a partner that was restored from a backup its own messages back, as far as we have them. */
async function giveBack(context: Context, partner: PartnerRecord, { lost }: LinkState, carry: Carry): Promise<void> {
  for (const [from, to] of lost) {
    for (let number = from; number <= Math.min(to, from + AT_ONCE); number++) {
      const message = await inboxNumbered(context.whole.queries, partner.id, number);
      if (message === undefined) continue;
      const body = Buffer.from(message.envelope);
      await post(context, partner, carry, { path: MESSAGES_PATH, body, contentType: CLOUD_EVENT });
    }
  }
}

export const CLOUD_EVENT = 'application/cloudevents+json';

async function post(
  { whole, clock }: Context,
  partner: PartnerRecord,
  carry: Carry,
  what: { path: string; body: Uint8Array; contentType: string },
): Promise<WireAnswer> {
  const fresh = (await partnerById(whole.queries, partner.id)) ?? partner;
  const key = await signingKeyFor(whole.queries, fresh);
  return sendSigned(carry, { address: fresh.address ?? '', ...what }, { key, now: clock.now() });
}

/** Sends one message. `down`: the partner was not reached, and nothing more is tried now. */
async function sendOne(
  context: Context,
  partner: PartnerRecord,
  message: OutboxRecord,
  carry: Carry,
): Promise<'sent' | 'refused' | 'down'> {
  const { whole, clock } = context;
  const now = clock.now();
  const wait = WAITS[Math.min(message.attempts, WAITS.length - 1)] ?? 60;
  const next = later(now, wait * 1000 * (1 + Math.random() / 5));
  const attempts = message.attempts + 1;
  try {
    for (const { sha256 } of message.attachments) await sendAttachment(context, partner, sha256, carry);
    const body = Buffer.from(message.envelope ?? '');
    const answer = await post(context, partner, carry, { path: MESSAGES_PATH, body, contentType: CLOUD_EVENT });
    if (answer.status === 202) {
      const text = Buffer.from(answer.body).toString();
      if (await keepReceipt(context, partner, message, text, 'link')) return 'sent';
      await setOutbox(whole.queries, message.id, {
        attempts,
        next_at: next,
        failure: 'a receipt that is none',
        last_at: now,
      });
      return 'refused';
    }
    return await refused(context, partner, message, { answer, attempts, next, carry });
  } catch (error) {
    const failure = words(error);
    await setOutbox(whole.queries, message.id, { attempts, next_at: next, failure, last_at: now });
    await setPartner(whole.queries, partner.id, { tried_at: now, failure });
    return 'down';
  }
}

async function sendAttachment(context: Context, partner: PartnerRecord, sha256: string, carry: Carry): Promise<void> {
  const body = await attachmentBytes(context.whole.queries, sha256);
  if (body === undefined) return;
  const what = { path: ATTACHMENTS_PATH, body, contentType: 'application/octet-stream' };
  const answer = await post(context, partner, carry, what);
  if (answer.status !== 202) throw new Error(failureOf(answer));
}

/** What a partner refuses for what it says goes to a person at once; for how it is numbered or signed it is sealed anew. */
async function refused(
  context: Context,
  partner: PartnerRecord,
  message: OutboxRecord,
  { answer, attempts, next, carry }: { answer: WireAnswer; attempts: number; next: string; carry: Carry },
): Promise<'refused'> {
  const { queries } = context.whole;
  const { code, rule } = problemIn(answer);
  const stale = code === 'message-refused' && rule === 'not-its-key';
  if ((rule === 'sequence-taken' || stale || rule === 'key-revoked') && attempts < REFUSALS) {
    // The answer to it says which numbers are taken and which keys are trusted.
    await tellState(context, partner, carry);
    await sealAnew(context, message, { renumber: rule === 'sequence-taken' });
    await setOutbox(queries, message.id, { attempts, failure: failureOf(answer), last_at: context.clock.now() });
    return 'refused';
  }
  const final = code === 'message-refused' || code === 'message-conflict' || attempts >= REFUSALS;
  await setOutbox(queries, message.id, {
    ...{ state: final ? 'dead' : 'waiting', attempts, next_at: next, failure: failureOf(answer) },
    last_at: context.clock.now(),
  });
  return 'refused';
}

/** Keeps the receipt of a message, if it is one of exactly this message, signed by the partner. False where it is not. */
export async function keepReceipt(
  context: Context,
  { id }: Pick<PartnerRecord, 'id'>,
  message: OutboxRecord,
  text: string,
  via: 'link' | 'file',
): Promise<boolean> {
  const now = context.clock.now();
  return withPartner(context, id, 'exchange', async (queries, _, log) => {
    const receipt = readReceipt(text, (await trustedKeys(queries, id)).map(verifyingKey));
    if (receipt === null || receipt.node !== id || receipt.message !== message.id || receipt.hash !== message.hash) {
      return false;
    }
    if (message.receipt === text) return true;
    const attempts = message.attempts + 1;
    const kept = { state: 'delivered', delivered_at: now, receipt: text, via, failure: null, last_at: now } as const;
    await setOutbox(queries, message.id, { ...kept, attempts });
    await setPartner(queries, id, { receipt_at: now, reached_at: now, failure: null });
    await log({ type: 'delivered', message: message.id, hash: message.hash, receipt: text, via });
    return true;
  });
}

function problemIn({ body }: WireAnswer): { readonly code: string; readonly rule: string } {
  try {
    const { code, details } = JSON.parse(Buffer.from(body).toString()) as {
      code?: unknown;
      details?: { rule?: unknown };
    };
    return { code: String(code), rule: String(details?.rule) };
  } catch {
    return { code: '', rule: '' };
  }
}

function failureOf(answer: WireAnswer): string {
  const { code, rule } = problemIn(answer);
  return [`HTTP ${answer.status}`, code, rule]
    .filter((word) => word !== '' && word !== 'undefined')
    .join(' ')
    .slice(0, 300);
}

function words(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : 'failed';
}
