import { canonicalJson } from '../../kernel/index.ts';
import type { PublicKey, Receipt } from '../model.ts';
import { isSignedBy, type Signed, signatureOf } from '../signing/jws.ts';
import type { SigningKey, VerifyingKey } from '../signing/keys.ts';
import { NODE_FORM } from './envelope.ts';
import type { Range } from './sequence.ts';
import { readCanonical } from './well-formed.ts';

/** What a node says of itself to a partner: how far it has sent, what it has, which keys it trusts, and its own keys. */
export interface LinkState {
  readonly kind: 'state';
  readonly node: string;
  readonly partner: string;
  /** ISO instant, UTC. */
  readonly time: string;
  /** The highest number it has given to a message to the partner. */
  readonly sent: number;
  /** It has every message of the partner up to this number, and none above `highest`. */
  readonly upTo: number;
  readonly highest: number;
  /** Numbers between them that it lacks, as ranges from–to; the first fifty. */
  readonly missing: readonly Range[];
  /** Ranges of its own numbers that it no longer has: it was restored from a backup, and asks for them. */
  readonly lost: readonly Range[];
  /** Ids of the partner's keys it trusts. */
  readonly trusts: readonly string[];
  /** Its own keys, for people on the other side to compare and trust. */
  readonly offers: readonly PublicKey[];
  readonly sig: string;
}

const KIND_OF = { receipt: 'servanda-receipt', state: 'servanda-state' } as const satisfies Record<string, Signed>;

/** A signed receipt as canonical JSON. */
export function signReceipt(receipt: Omit<Receipt, 'sig' | 'kind'>, key: SigningKey): string {
  return signed({ kind: 'receipt', ...receipt }, key);
}

/** A signed statement of where the link stands, as canonical JSON. */
export function signState(state: Omit<LinkState, 'sig' | 'kind'>, key: SigningKey): string {
  return signed({ kind: 'state', ...state }, key);
}

function signed(statement: { readonly kind: 'receipt' | 'state' }, key: SigningKey): string {
  return canonicalJson({ ...statement, sig: signatureOf(statement, KIND_OF[statement.kind], key) });
}

/** A receipt read from its text and checked with the keys of the node it is from; null where it is none. */
export function readReceipt(text: string, keys: readonly VerifyingKey[]): Receipt | null {
  const value = readCanonical(new TextEncoder().encode(text)) as Partial<Receipt> | null;
  const members = ['kind', 'message', 'source', 'hash', 'received', 'node', 'sig'];
  if (value?.kind !== 'receipt' || !isExactly(value, members)) return null;
  return signedByOne(value, 'servanda-receipt', keys) ? (value as Receipt) : null;
}

/** A statement of where the link stands, read and checked in the same way. */
export function readState(bytes: Uint8Array, keys: readonly VerifyingKey[]): LinkState | null {
  const value = readCanonical(bytes) as Partial<LinkState> | null;
  const members = [
    'kind',
    'node',
    'partner',
    'time',
    'sent',
    'upTo',
    'highest',
    'missing',
    'lost',
    'trusts',
    'offers',
    'sig',
  ];
  if (value?.kind !== 'state' || !isExactly(value, members) || !isSound(value)) return null;
  return signedByOne(value, 'servanda-state', keys) ? (value as LinkState) : null;
}

function isSound({
  node,
  partner,
  time,
  sent,
  upTo,
  highest,
  missing,
  lost,
  trusts,
  offers,
}: Partial<LinkState>): boolean {
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  const isRange = (range: unknown) => Array.isArray(range) && range.length === 2 && range.every(isCount);
  return (
    NODE_FORM.test(String(node)) &&
    NODE_FORM.test(String(partner)) &&
    !Number.isNaN(Date.parse(String(time))) &&
    [sent, upTo, highest].every(isCount) &&
    [missing, lost].every((ranges) => Array.isArray(ranges) && ranges.length <= 50 && ranges.every(isRange)) &&
    Array.isArray(trusts) &&
    trusts.every((id) => typeof id === 'string') &&
    Array.isArray(offers) &&
    offers.length <= 20
  );
}

function isExactly(value: object, members: readonly string[]): boolean {
  return Object.keys(value).length === members.length && members.every((name) => Object.hasOwn(value, name));
}

function signedByOne(value: object, kind: Signed, keys: readonly VerifyingKey[]): boolean {
  return keys.some((key) => isSignedBy(value as Readonly<Record<string, unknown>>, kind, key));
}
