import { Buffer } from 'node:buffer';
import { type InnerList, parseDictionary, serializeDictionary, serializeInnerList } from 'structured-headers';
import { Problem } from '../../kernel/index.ts';
import { algorithmNamed } from '../signing/algorithms.ts';
import type { SigningKey, VerifyingKey } from '../signing/keys.ts';
import { contentDigest, isDigestOf } from './content-digest.ts';

/** A request between nodes, as far as its signature is of it. Names of headers in small letters. */
export interface SignedRequest {
  readonly method: string;
  /** The whole address, as the node that receives it is known by. */
  readonly targetUri: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** What a request must be signed over, and for how long, in seconds, at most; and how far two clocks may differ. */
export const COVERED = ['@method', '@target-uri', 'content-digest', 'content-type'] as const;
export const LIFETIME_S = 300;
const SKEW_S = 60;
const LABEL = 'servanda';

/** Rules that a request can break, in the order in which they are looked at. */
export const SIGNATURE_RULES = [
  ...(['missing', 'form', 'components', 'parameters', 'lifetime', 'early', 'expired', 'key-unknown'] as const),
  ...(['algorithm', 'digest', 'wrong', 'nonce-used', 'key-revoked', 'address'] as const),
] as const;
export type SignatureRule = (typeof SIGNATURE_RULES)[number];

/** A refusal by its rule. */
export function signatureRefused(rule: SignatureRule): Problem {
  return new Problem('signature-refused', { rule });
}

/**
 * The headers that sign a request (RFC 9421) with its content digest.
 * @param now milliseconds; the signature is good for five minutes from then
 * @param nonce used for no other request
 */
export function signRequest(
  { method, targetUri, body }: Pick<SignedRequest, 'method' | 'targetUri' | 'body'>,
  { key, now, nonce, contentType }: { key: SigningKey; now: number; nonce: string; contentType: string },
): Record<string, string> {
  const created = Math.floor(now / 1000);
  const parameters = new Map<string, string | number>([
    ...([['created', created] as const, ['expires', created + LIFETIME_S] as const] as const),
    ...([['nonce', nonce] as const, ['keyid', key.id] as const, ['alg', key.algorithm] as const] as const),
  ]);
  const list: InnerList = [COVERED.map((name) => [name, new Map()]), parameters];
  const headers = { 'content-type': contentType, 'content-digest': contentDigest(body) };
  const base = signatureBase(list, (name) => componentOf({ method, targetUri, headers, body }, name));
  const signature = algorithmNamed(key.algorithm)?.sign(Buffer.from(base ?? ''), key.secret) ?? new Uint8Array();
  return {
    ...headers,
    'signature-input': serializeDictionary(new Map([[LABEL, list]])),
    signature: serializeDictionary(new Map([[LABEL, [new Uint8Array(signature), new Map()]]])),
  };
}

/** What a well-signed request says of its signature. */
export interface CheckedSignature {
  readonly keyId: string;
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/**
 * Checks how a request says it is signed, before any key is looked up: all four components, all five parameters, at most five
 * minutes, not over yet.
 * @throws Problem `signature-refused`
 */
export function readSignature(
  { headers }: Pick<SignedRequest, 'headers'>,
  now: number,
): CheckedSignature & { readonly list: InnerList } {
  const list = inputOf(headers);
  const [items, parameters] = list;
  const names = items.map(([name, own]) => (typeof name === 'string' && own.size === 0 ? name : ''));
  const whole = COVERED.every((name) => names.includes(name)) && names.length === COVERED.length;
  if (!whole) throw signatureRefused('components');
  const [created, expires] = [parameters.get('created'), parameters.get('expires')];
  const [nonce, keyId, alg] = [parameters.get('nonce'), parameters.get('keyid'), parameters.get('alg')];
  const numbers = Number.isSafeInteger(created) && Number.isSafeInteger(expires);
  const words = [nonce, keyId, alg].every((word) => typeof word === 'string' && word.length > 0 && word.length <= 200);
  if (!numbers || !words || String(nonce).length < 16) throw signatureRefused('parameters');
  const [from, until, seconds] = [Number(created), Number(expires), now / 1000];
  if (until <= from || until - from > LIFETIME_S) throw signatureRefused('lifetime');
  if (from > seconds + SKEW_S) throw signatureRefused('early');
  if (until < seconds) throw signatureRefused('expired');
  return { keyId: String(keyId), nonce: String(nonce), expires: until, list };
}

/**
 * Checks that a request was signed with a key, over exactly what came. Whether the nonce is new the caller asks its store.
 * @throws Problem `signature-refused`
 */
export function checkSignature(request: SignedRequest, list: InnerList, key: VerifyingKey): void {
  if (list[1].get('alg') !== key.algorithm) throw signatureRefused('algorithm');
  const { headers, body } = request;
  if (!isDigestOf(headers['content-digest'] ?? '', body)) throw signatureRefused('digest');
  const base = signatureBase(list, (name) => componentOf(request, name));
  const signature = signatureBytes(headers);
  const algorithm = algorithmNamed(key.algorithm);
  if (base === null || signature === null || algorithm === null) throw signatureRefused('form');
  let good = false;
  try {
    good = algorithm.verify(Buffer.from(base), signature, key.public);
  } catch {
    good = false;
  }
  if (!good) throw signatureRefused('wrong');
}

/** The text that is signed (RFC 9421, 2.5); null where a component is not there. */
export function signatureBase(list: InnerList, value: (name: string) => string | undefined): string | null {
  const lines: string[] = [];
  for (const [name] of list[0]) {
    const found = value(String(name));
    if (found === undefined) return null;
    lines.push(`"${String(name)}": ${found}`);
  }
  return [...lines, `"@signature-params": ${serializeInnerList(list)}`].join('\n');
}

function componentOf({ method, targetUri, headers }: SignedRequest, name: string): string | undefined {
  if (name === '@method') return method;
  if (name === '@target-uri') return targetUri;
  return headers[name]?.trim();
}

function inputOf(headers: SignedRequest['headers']): InnerList {
  const given = headers['signature-input'];
  if (given === undefined || headers.signature === undefined) throw signatureRefused('missing');
  try {
    const [[, list] = [], ...others] = parseDictionary(given);
    if (others.length > 0 || list === undefined || !Array.isArray(list[0])) throw signatureRefused('form');
    return list as InnerList;
  } catch {
    throw signatureRefused('form');
  }
}

function signatureBytes(headers: SignedRequest['headers']): Uint8Array | null {
  try {
    const [label = ''] = parseDictionary(headers['signature-input'] ?? '').keys();
    const value = parseDictionary(headers.signature ?? '').get(label)?.[0];
    return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
  } catch {
    return null;
  }
}
