import {
  exchangeNode,
  insertPartner,
  insertPartnerKey,
  lockPartner,
  logExchange,
  type PartnerRecord,
  partnerKeys,
  type Queries,
  setPartner,
  setPartnerKey,
} from '../../db/index.ts';
import { fingerprintOf, NODE_FORM, publicKeyOf } from '../../exchange/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { assertReachable } from './address.ts';

export type PartnerFields = Pick<PartnerRecord, 'name' | 'party' | 'own' | 'kind' | 'address' | 'types'>;

/**
 * Begins to exchange with another node. Its key is given by hand and counts once somebody compared the fingerprint.
 * @throws Problem `input-invalid`, `node-not-set`
 */
export async function addPartner(
  { whole, clock }: Context,
  { id, ...fields }: PartnerFields & { readonly id: string },
  by: string,
): Promise<void> {
  if (!NODE_FORM.test(id)) throw new Problem('input-invalid', { field: 'id', reason: 'urn:servanda:name' });
  const address = fields.address === null ? null : assertReachable(fields.address).href.replace(/\/+$/, '');
  await whole.write(async (queries) => {
    const node = await exchangeNode(queries);
    if (node === undefined) throw new Problem('node-not-set', {});
    const there = await lockPartner(queries, id);
    if (node.id === id || there !== undefined) throw new Problem('input-invalid', { field: 'id', reason: 'taken' });
    const at = clock.now();
    await insertPartner(queries, { id, ...fields, address, state: 'active', added_at: at, added_by: by });
  });
}

/** Changes how a partner is called and reached, what it is told, or whether anything is exchanged with it. @throws Problem */
export async function changePartner(
  context: Context,
  id: string,
  changes: Partial<Pick<PartnerRecord, 'name' | 'address' | 'types' | 'state'>>,
  by: string,
): Promise<void> {
  if (changes.address != null) assertReachable(changes.address);
  await withPartner(context, id, by, async (queries, _, log) => {
    await setPartner(queries, id, { ...changes, ...(changes.state === 'active' && { failure: null }) });
    if (changes.state !== undefined) await log({ type: `partner-${changes.state}` });
  });
}

/**
 * Keeps a public key of a partner that was given by hand (a JSON Web Key). It counts for nothing until it is trusted.
 * @throws Problem `not-found`, `input-invalid`
 */
export async function addPartnerKey(context: Context, id: string, given: unknown, by: string): Promise<void> {
  const { id: key, algorithm, public: open } = publicKeyOf(given);
  await withPartner(context, id, by, async (queries, _, log) => {
    await insertPartnerKey(queries, {
      ...{ partner_id: id, key_id: key, algorithm, public: open, fingerprint: fingerprintOf(open), state: 'offered' },
      ...{ added_at: context.clock.now(), added_by: by, trusted_at: null, trusted_by: null },
      ...{ ends_at: null, revoked_at: null },
    });
    await log({ type: 'key-added', key });
  });
}

/**
 * Trusts a key once its fingerprint was read aloud and is the same: it is named again here.
 * @throws Problem `not-found`, `input-invalid` (another fingerprint), `action-not-allowed` (revoked)
 */
export async function trustPartnerKey(
  context: Context,
  { partner, key, fingerprint }: { readonly partner: string; readonly key: string; readonly fingerprint: string },
  by: string,
): Promise<void> {
  await withPartner(context, partner, by, async (queries, _, log) => {
    const found = await keyOf(queries, partner, key);
    if (found.state === 'revoked') throw new Problem('action-not-allowed', { action: 'trust', state: 'revoked' });
    const plain = (words: string) => words.replace(/\s+/g, '').toUpperCase();
    if (plain(found.fingerprint) !== plain(fingerprint)) {
      throw new Problem('input-invalid', { field: 'fingerprint', reason: 'not that of this key' });
    }
    await setPartnerKey(queries, partner, key, {
      ...{ state: 'trusted', trusted_at: context.clock.now(), trusted_by: by },
    });
    await log({ type: 'key-trusted', key });
  });
}

/** Believes nothing more that is signed with a key. @throws Problem `not-found` */
export async function revokePartnerKey(
  context: Context,
  { partner, key }: { readonly partner: string; readonly key: string },
  by: string,
): Promise<void> {
  await withPartner(context, partner, by, async (queries, _, log) => {
    const { trusted_at } = await keyOf(queries, partner, key);
    const at = context.clock.now();
    await setPartnerKey(queries, partner, key, { state: 'revoked', revoked_at: at, trusted_at: trusted_at ?? at });
    await log({ type: 'key-revoked', key });
  });
}

async function keyOf(queries: Queries, partner: string, key: string) {
  const found = (await partnerKeys(queries, partner)).find(({ key_id }) => key_id === key);
  if (found === undefined) throw new Problem('not-found', { noun: 'key', id: key });
  return found;
}

type Log = (event: Parameters<typeof logExchange>[2][number]) => Promise<void>;

/** Does something to a partner, alone, with what happened written down. @throws Problem `not-found` */
export async function withPartner<T>(
  { whole, clock, newId }: Pick<Context, 'whole' | 'clock' | 'newId'>,
  id: string,
  by: string,
  work: (queries: Queries, partner: PartnerRecord, log: Log) => Promise<T>,
): Promise<T> {
  return whole.write(async (queries) => {
    const partner = await lockPartner(queries, id);
    if (partner === undefined) throw new Problem('not-found', { noun: 'partner', id });
    const log: Log = (event) => logExchange(queries, { partner: id, at: clock.now(), by, newId }, [event]);
    return work(queries, partner, log);
  });
}
