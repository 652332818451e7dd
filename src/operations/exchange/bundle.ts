import {
  attachmentBytes,
  inboxById,
  inboxOf,
  outboxById,
  outboxOf,
  type PartnerRecord,
  partnerById,
  setOutbox,
} from '../../db/index.ts';
import { hashOf, isSignedBy, messageRefused, NODE_FORM, readCanonical, signatureOf } from '../../exchange/index.ts';
import { canonicalJson, Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { keepReceipt } from './deliver.ts';
import { signingKeyFor, thisNode } from './node.ts';
import { withPartner } from './partners.ts';
import { keepAttachment, takeIn, trustedKeys, verifyingKey } from './receive.ts';
import { sealOutbox } from './seal.ts';
import { takeUpInbox } from './take-up.ts';

/** Messages in one file, bytes of it unpacked, and files in it at most. */
const MESSAGES = 500;
const UNPACKED = 256 << 20;
const FILES = 2_000;
const NAME = /^(?:manifest\.json|messages\/\d{10}\.json|receipts\/[\w.-]{1,100}\.json|attachments\/[0-9a-f]{64})$/;

/** What became of a message that came in a file. */
export interface TakenMessage {
  readonly name: string;
  readonly outcome: 'taken' | 'known' | 'refused';
  /** Why it was refused: `code` and the rule it breaks. */
  readonly reason: string | null;
}

export interface TakenBundle {
  readonly partner: string;
  readonly messages: readonly TakenMessage[];
  readonly receipts: number;
}

/**
 * Everything that waits for a partner as one signed file, to go by courier or mail when there is no link; with the receipts of
 * what came from it in a file. The messages are the same as on the wire, and go on waiting until their receipts come.
 * @throws Problem `not-found`, `node-not-set`
 */
export async function makeBundle(context: Context, id: string, by: string): Promise<Uint8Array> {
  await sealOutbox(context, id);
  const { queries } = context.whole;
  const partner = await partnerById(queries, id);
  if (partner === undefined) throw new Problem('not-found', { noun: 'partner', id });
  const files = new Map<string, Uint8Array>();
  const waiting = await outboxOf(queries, id, ['waiting', 'dead'], MESSAGES);
  for (const { sequence, envelope, attachments } of waiting) {
    files.set(`messages/${String(sequence).padStart(10, '0')}.json`, Buffer.from(envelope ?? ''));
    for (const { sha256 } of attachments) {
      const bytes = await attachmentBytes(queries, sha256);
      if (bytes !== undefined) files.set(`attachments/${sha256}`, bytes);
    }
  }
  for (const { id: message, receipt, via } of await inboxOf(queries, id, MESSAGES)) {
    if (via === 'file') files.set(`receipts/${message}.json`, Buffer.from(receipt));
  }
  files.set('manifest.json', await manifestOf(context, partner, files));
  await withPartner(context, id, by, (_, __, log) => log({ type: 'file-made', messages: waiting.length }));
  for (const { id: message } of waiting) await setOutbox(queries, message, { last_at: context.clock.now() });
  const { zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(files), { mtime: new Date(context.clock.now()) });
}

async function manifestOf(
  { whole, clock }: Context,
  partner: PartnerRecord,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const { queries } = whole;
  const node = await thisNode(queries);
  const listed = [...files].map(([name, bytes]) => ({ name, sha256: hashOf(bytes) }));
  const said = { kind: 'bundle', node: node.id, partner: partner.id, time: clock.now(), files: listed };
  const sig = signatureOf(said, 'servanda-bundle', await signingKeyFor(queries, partner));
  return Buffer.from(canonicalJson({ ...said, sig }));
}

/**
 * Takes in a file that came by courier or mail: what the partner signed, each message checked as on the wire, each once.
 * @throws Problem `message-refused` (no such file, not for us, not signed by a partner), `node-not-set`
 */
export async function takeBundle(context: Context, bytes: Uint8Array): Promise<TakenBundle> {
  const files = await unpack(bytes);
  const partner = await checkManifest(context, files);
  for (const [name, content] of files) if (name.startsWith('attachments/')) await keepAttachment(context, content);
  const messages: TakenMessage[] = [];
  let receipts = 0;
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.startsWith('messages/')) messages.push(await takeOne(context, partner, name, content));
    if (name.startsWith('receipts/') && (await takeReceipt(context, partner, name, content))) receipts++;
  }
  const taken = messages.filter(({ outcome }) => outcome === 'taken').length;
  await withPartner(context, partner.id, 'exchange', (_, __, log) =>
    log({ type: 'file-taken', messages: taken, receipts }),
  );
  await takeUpInbox(context);
  return { partner: partner.id, messages, receipts };
}

async function unpack(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { unzipSync } = await import('fflate');
  let [size, count] = [0, 0];
  try {
    // What an entry says of its size is checked before any of it is unpacked.
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        count++;
        if (size > UNPACKED || count > FILES || !NAME.test(name))
          throw messageRefused('bundle-form', name.slice(0, 100));
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    throw error instanceof Problem ? error : messageRefused('bundle-form', 'zip');
  }
}

async function checkManifest({ whole }: Context, files: ReadonlyMap<string, Uint8Array>): Promise<PartnerRecord> {
  const { queries } = whole;
  const manifest = readCanonical(files.get('manifest.json') ?? new Uint8Array());
  const { kind, node, partner: to, files: listed } = manifest ?? {};
  if (manifest === null || kind !== 'bundle' || !NODE_FORM.test(String(node)) || !Array.isArray(listed)) {
    throw messageRefused('bundle-form', 'manifest.json');
  }
  if (to !== (await thisNode(queries)).id) throw messageRefused('not-for-us', 'partner');
  const partner = await partnerById(queries, String(node));
  if (partner === undefined) throw messageRefused('source-unknown', 'node');
  const keys = (await trustedKeys(queries, partner.id)).map(verifyingKey);
  if (!keys.some((key) => isSignedBy(manifest, 'servanda-bundle', key)))
    throw messageRefused('signature', 'manifest.json');
  const hashes = new Map((listed as { name?: unknown; sha256?: unknown }[]).map((one) => [one?.name, one?.sha256]));
  for (const [name, content] of files) {
    if (name !== 'manifest.json' && hashes.get(name) !== hashOf(content)) throw messageRefused('bundle-form', name);
  }
  if (hashes.size !== files.size - 1) throw messageRefused('bundle-form', 'files');
  return partner;
}

async function takeOne(
  context: Context,
  partner: PartnerRecord,
  name: string,
  content: Uint8Array,
): Promise<TakenMessage> {
  try {
    const id = String(readCanonical(content)?.id);
    const known = (await inboxById(context.whole.queries, partner.id, id)) !== undefined;
    await takeIn(context, partner, content, 'file');
    return { name, outcome: known ? 'known' : 'taken', reason: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { name, outcome: 'refused', reason: [error.code, error.details.rule].filter(Boolean).join(' ') };
  }
}

async function takeReceipt(
  context: Context,
  partner: PartnerRecord,
  name: string,
  content: Uint8Array,
): Promise<boolean> {
  const message = await outboxById(context.whole.queries, name.slice('receipts/'.length, -'.json'.length));
  if (message === undefined || message.state === 'delivered') return false;
  return keepReceipt(context, partner, message, Buffer.from(content).toString(), 'file');
}
