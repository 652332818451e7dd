import {
  attachmentBytes,
  dropOldAttachments,
  exchangeKeys,
  inboxById,
  inboxNumbered,
  insertAttachment,
  insertInbox,
  insertReturned,
  outboxById,
  type PartnerKeyRecord,
  type PartnerRecord,
  partnerById,
  partnerKeys,
  type Queries,
  setPartner,
  spendNonce,
} from '../../db/index.ts';
import {
  attachmentsOf,
  checkSignature,
  type Envelope,
  hashOf,
  isSignedBy,
  keyIdOf,
  messageRefused,
  RETENTION,
  readEnvelope,
  readSignature,
  readState,
  type SignedRequest,
  signatureRefused,
  signReceipt,
  type VerifyingKey,
} from '../../exchange/index.ts';
import { later, Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { signingKeyFor, thisNode } from './node.ts';
import { withPartner } from './partners.ts';
import { applyState, ownState } from './state.ts';
import { takeUpInbox } from './take-up.ts';

/** A request of another node as it came over the wire; `path` begins with `/exchange/v1/`. */
export type WireRequest = Pick<SignedRequest, 'method' | 'headers' | 'body'> & { readonly path: string };

const DAY_MS = 86_400_000;

export function verifyingKey({ key_id: id, algorithm, public: open }: PartnerKeyRecord): VerifyingKey {
  return { id, algorithm, public: open };
}

/**
 * Looks at how a request says it is signed before any of its body is read: from a key that nobody knows nothing is taken.
 * @throws Problem `signature-refused`
 */
export async function assertKnownSender({ whole, clock }: Context, headers: WireRequest['headers']): Promise<void> {
  await keyOf(whole.queries, readSignature({ headers }, Date.parse(clock.now())).keyId);
}

async function keyOf(queries: Queries, id: string): Promise<PartnerKeyRecord> {
  const key = (await partnerKeys(queries, null)).find((one) => one.key_id === id && one.state !== 'offered');
  if (key === undefined) throw signatureRefused('key-unknown');
  if (key.state === 'revoked') throw signatureRefused('key-revoked');
  return key;
}

/**
 * Finds out which partner sent a request, by its signature alone, and lets each signature count once.
 * @throws Problem `signature-refused` (rule), `node-not-set`
 */
async function senderOf({ whole, clock }: Context, { path, ...request }: WireRequest): Promise<PartnerRecord> {
  const { address } = await thisNode(whole.queries);
  if (address === null) throw signatureRefused('address');
  const [now, signed] = [clock.now(), { ...request, targetUri: address + path }];
  const { keyId, nonce, expires, list } = readSignature(signed, Date.parse(now));
  const key = await keyOf(whole.queries, keyId);
  checkSignature(signed, list, verifyingKey(key));
  const until = new Date(expires * 1000).toISOString();
  const isNew = await whole.write((queries) => spendNonce(queries, { key: keyId, nonce, expires: until, now }));
  if (!isNew) throw signatureRefused('nonce-used');
  const partner = await partnerById(whole.queries, key.partner_id);
  if (partner === undefined || partner.state === 'ended') throw messageRefused('partner-ended', 'source');
  return partner;
}

/**
 * A message from another node: kept as it came, with its receipt, then taken up. The same message again gets the same receipt.
 * @returns the signed receipt, canonical JSON
 * @throws Problem `signature-refused`, `message-refused`, `message-conflict`, `node-not-set`
 */
export async function receiveMessage(context: Context, request: WireRequest): Promise<string> {
  const partner = await senderOf(context, request);
  const receipt = await takeIn(context, partner, request.body, 'link');
  await takeUpInbox(context);
  return receipt;
}

/** A file that belongs to a message which follows. @throws Problem `signature-refused`, `message-refused` */
export async function receiveAttachment(context: Context, request: WireRequest): Promise<void> {
  await senderOf(context, request);
  await keepAttachment(context, request.body);
}

export function keepAttachment({ whole, clock }: Context, bytes: Uint8Array): Promise<void> {
  const kept = { sha256: hashOf(bytes), bytes, at: clock.now() };
  const before = (days: number) => later(kept.at, -days * DAY_MS);
  const old = { unnamed: before(RETENTION.withoutMessage), arrived: before(RETENTION.afterDelivery) };
  return whole.write(async (queries) => {
    await insertAttachment(queries, kept);
    // Files are let go where new ones come: without new ones they take no more room.
    await dropOldAttachments(queries, old);
  }, bytes.length);
}

/** What a partner says of the link, answered with what we say of it. @throws Problem `signature-refused`, `message-refused` */
export async function receiveState(context: Context, request: WireRequest): Promise<string> {
  const { id } = await senderOf(context, request);
  const state = readState(request.body, (await trustedKeys(context.whole.queries, id)).map(verifyingKey));
  const node = await thisNode(context.whole.queries);
  if (state === null || state.node !== id) throw messageRefused('signature', 'state');
  if (state.partner !== node.id) throw messageRefused('not-for-us', 'partner');
  await applyState(context, id, state);
  const now = context.clock.now();
  // What it lost goes back with our next round, which begins by telling it where the link stands.
  const soon = state.lost.length > 0 ? { said_at: null } : {};
  await setPartner(context.whole.queries, id, { heard_at: now, ...soon });
  const partner = await partnerById(context.whole.queries, id);
  return ownState(context.whole.queries, partner as PartnerRecord, now);
}

export async function trustedKeys(queries: Queries, partner: string): Promise<PartnerKeyRecord[]> {
  return (await partnerKeys(queries, partner)).filter(({ state }) => state === 'trusted');
}

/**
 * Takes in one message of a partner, over whatever way it came.
 * @throws Problem `message-refused`, `message-conflict`
 */
export async function takeIn(
  context: Context,
  { id }: Pick<PartnerRecord, 'id'>,
  bytes: Uint8Array,
  via: 'link' | 'file',
): Promise<string> {
  const { envelope, text } = readEnvelope(bytes);
  return withPartner(context, id, 'exchange', async (queries, partner, log) => {
    const node = await thisNode(queries);
    const now = context.clock.now();
    if (envelope.source === node.id && envelope.partner === id)
      return takeBack(context, queries, partner, envelope, text);
    if (envelope.source !== id) throw messageRefused('source-unknown', 'source');
    if (envelope.partner !== node.id) throw messageRefused('not-for-us', 'partner');
    await assertSigned(queries, envelope, id);
    const before = await inboxById(queries, id, envelope.id);
    const hash = hashOf(text);
    if (before !== undefined) {
      if (before.hash === hash) return before.receipt;
      await log({ type: 'conflict', message: envelope.id, hash });
      throw new Problem('message-conflict', { id: envelope.id });
    }
    const sequence = Number(envelope.sequence);
    if ((await inboxNumbered(queries, id, sequence)) !== undefined) throw messageRefused('sequence-taken', 'sequence');
    for (const { sha256 } of attachmentsOf(envelope)) {
      if ((await attachmentBytes(queries, sha256)) === undefined) throw messageRefused('attachment-missing', sha256);
    }
    const receipt = signReceipt(
      { message: envelope.id, source: id, hash, received: now, node: node.id },
      await signingKeyFor(queries, partner),
    );
    await insertInbox(queries, {
      ...{ source: id, id: envelope.id, partner_id: id, party: partner.own, sequence, type: envelope.type },
      ...{ subject: envelope.subject, envelope: text, hash, received_at: now, receipt, via },
      ...{ state: 'waiting', attempts: 0, failure: null },
    });
    await log({ type: 'received', message: envelope.id, number: sequence, hash, receipt, via });
    await setPartner(queries, id, { heard_at: now });
    return receipt;
  });
}

async function assertSigned(queries: Queries, envelope: Envelope, partner: string): Promise<void> {
  const kid = keyIdOf(envelope.sig, 'servanda-message');
  const key = (await partnerKeys(queries, partner)).find(({ key_id }) => key_id === kid);
  if (key === undefined || key.state === 'offered') throw messageRefused('not-its-key', 'sig');
  if (key.state === 'revoked') throw signatureRefused('key-revoked');
  if (!isSignedBy({ ...envelope }, 'servanda-message', verifyingKey(key))) throw messageRefused('signature', 'sig');
}

/** A message of our own that we lost with the days since a backup, and that the partner gives back. */
async function takeBack(
  { clock }: Context,
  queries: Queries,
  partner: PartnerRecord,
  envelope: Envelope,
  text: string,
): Promise<string> {
  const keys = await exchangeKeys(queries);
  const ours = keys.some((key) => isSignedBy({ ...envelope }, 'servanda-message', key));
  if (!ours) throw messageRefused('signature', 'sig');
  const [now, node, hash] = [clock.now(), await thisNode(queries), hashOf(text)];
  const said = { message: envelope.id, source: node.id, hash, received: now, node: node.id };
  const receipt = signReceipt(said, await signingKeyFor(queries, partner));
  if ((await outboxById(queries, envelope.id)) !== undefined) return receipt;
  const { attachments: _, ...data } = envelope.data;
  await insertReturned(queries, {
    ...{ id: envelope.id, partner_id: partner.id, party: partner.own, type: envelope.type, subject: envelope.subject },
    ...{ class: 'shared', data, attachments: attachmentsOf(envelope), made_at: envelope.time, made_by: 'exchange' },
    ...{ state: 'delivered', released_by: null, sequence: Number(envelope.sequence), envelope: text, hash },
    ...{ next_at: now, last_at: now, failure: null, receipt: null, delivered_at: now, via: 'returned' },
  });
  return receipt;
}
