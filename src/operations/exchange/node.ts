import { generateKeyPairSync } from 'node:crypto';
import {
  dropSecret,
  type ExchangeKeyRecord,
  type ExchangeNodeRecord,
  exchangeKeys,
  exchangeNode,
  exchangeSecrets,
  insertExchangeKey,
  type PartnerRecord,
  putExchangeNode,
  type Queries,
  setExchangeKey,
} from '../../db/index.ts';
import { fingerprintOf, NODE_FORM, type PublicKey, publicKeyOf, type SigningKey } from '../../exchange/index.ts';
import { Problem } from '../../kernel/index.ts';
import { vault } from '../accounts/secrets.ts';
import type { Context } from '../context.ts';
import { assertReachable } from './address.ts';

/** What a sealed private key is bound to. */
const ABOUT = 'exchange-key';

/** This installation under the name that others know it by. */
export interface NodeFields {
  /** `urn:servanda:` and a name. */
  readonly id: string;
  readonly name: string;
  /** Where others reach it; null where it is reached by files alone. */
  readonly address: string | null;
}

/**
 * Gives this installation its name among nodes, with a first key. The name stays once partners know it.
 * @throws Problem `input-invalid`
 */
export async function setNode({ whole, clock }: Context, fields: NodeFields, by: string): Promise<void> {
  if (!NODE_FORM.test(fields.id)) throw new Problem('input-invalid', { field: 'id', reason: 'urn:servanda:name' });
  if (fields.address !== null) assertReachable(fields.address);
  const address = fields.address === null ? null : fields.address.replace(/\/+$/, '');
  await whole.write(async (queries) => {
    const before = await exchangeNode(queries);
    const known = await queries.selectFrom('partner').select('id').limit(1).executeTakeFirst();
    if (before !== undefined && known !== undefined && before.id !== fields.id) {
      throw new Problem('input-invalid', { field: 'id', reason: 'partners know it under the name it has' });
    }
    await putExchangeNode(queries, { ...fields, address, set_at: clock.now(), set_by: by });
    if ((await exchangeKeys(queries)).length === 0) await makeKey(queries, clock.now(), by);
  });
}

/** A new key beside those there are: partners are offered it, and once they trust it messages to them are signed with it. */
export async function addOwnKey({ whole, clock }: Context, by: string): Promise<void> {
  await whole.write((queries) => makeKey(queries, clock.now(), by));
}

/**
 * Signs nothing more with a key. Its private half is destroyed; what it signed can still be checked, unless it was lost to others.
 * @throws Problem `not-found`; `action-not-allowed` for the last key
 */
export async function endOwnKey(
  { whole, clock }: Context,
  { key, lost }: { readonly key: string; readonly lost: boolean },
): Promise<void> {
  await whole.write(async (queries) => {
    const keys = await exchangeKeys(queries);
    const found = keys.find(({ id }) => id === key);
    if (found === undefined) throw new Problem('not-found', { noun: 'key', id: key });
    const others = keys.filter(({ id, ends_at, revoked_at }) => id !== key && ends_at === null && revoked_at === null);
    if (others.length === 0) throw new Problem('action-not-allowed', { action: 'end-key', state: 'last' });
    await setExchangeKey(queries, key, { ends_at: clock.now(), ...(lost && { revoked_at: clock.now() }) });
    await dropSecret(queries, key);
  });
}

async function makeKey(queries: Queries, at: string, by: string): Promise<void> {
  const pair = generateKeyPairSync('ed25519');
  const { id, algorithm, public: open } = publicKeyOf(pair.publicKey.export({ format: 'jwk' }));
  const secret = Buffer.from(JSON.stringify(pair.privateKey.export({ format: 'jwk' })));
  const sealed = (await vault(queries)).seal(secret, ABOUT);
  const times = { made_at: at, made_by: by, ends_at: null, revoked_at: null };
  await insertExchangeKey(queries, { id, algorithm, public: open, fingerprint: fingerprintOf(open), ...times }, sealed);
}

/** This node, by its name and address. @throws Problem `node-not-set` */
export async function thisNode(queries: Queries): Promise<ExchangeNodeRecord> {
  const node = await exchangeNode(queries);
  if (node === undefined) throw new Problem('node-not-set', {});
  return node;
}

/**
 * The key to sign with for a partner: the newest it says it trusts, else the oldest we have, which it was given by hand.
 * @throws Problem `node-not-set` where no private key is on this machine
 */
export async function signingKeyFor(queries: Queries, { trusts }: Pick<PartnerRecord, 'trusts'>): Promise<SigningKey> {
  const keys = await ownSigningKeys(queries);
  const key = keys.find(({ id }) => trusts.includes(id)) ?? keys.at(-1);
  if (key === undefined) throw new Problem('node-not-set', {});
  return key;
}

/** Keys that may sign now and whose private half is on this machine, the latest first. */
export async function ownSigningKeys(queries: Queries): Promise<SigningKey[]> {
  const sealed = new Map((await exchangeSecrets(queries)).map((one) => [one.key_id, one.sealed]));
  const { open } = await vault(queries);
  return (await usableKeys(queries)).flatMap(({ id, algorithm, public: known }) => {
    const bytes = open(sealed.get(id) ?? '', ABOUT);
    if (bytes === null) return [];
    const secret = JSON.parse(Buffer.from(bytes).toString()) as PublicKey;
    return [{ id, algorithm, public: known, secret }];
  });
}

/** Own keys that have not ended. */
export async function usableKeys(queries: Queries): Promise<ExchangeKeyRecord[]> {
  return (await exchangeKeys(queries)).filter(({ ends_at, revoked_at }) => ends_at === null && revoked_at === null);
}
