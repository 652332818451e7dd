import { createHash, createPublicKey } from 'node:crypto';
import { canonicalJson, Problem } from '../../kernel/index.ts';
import type { PublicKey } from '../model.ts';
import { ALGORITHMS } from './algorithms.ts';

/** A key that signatures are checked with. */
export interface VerifyingKey {
  /** Its thumbprint (RFC 7638), base64url: whoever has the key has the same. */
  readonly id: string;
  readonly algorithm: string;
  readonly public: PublicKey;
}

/** A key that signs; `secret` is the private JSON Web Key. */
export interface SigningKey extends VerifyingKey {
  readonly secret: PublicKey;
}

/**
 * A public key as it is kept: of a known kind, with the members its kind needs and no other (least of all the private one).
 * @throws Problem `input-invalid`
 */
export function publicKeyOf(given: unknown): VerifyingKey {
  const refuse = (reason: string) => new Problem('input-invalid', { field: 'key', reason });
  if (typeof given !== 'object' || given === null) throw refuse('no JSON Web Key');
  const jwk = given as Record<string, unknown>;
  if (jwk.d !== undefined) throw refuse('this is a private key: keep it where it is, and make a new one');
  const found = ALGORITHMS.find(({ members }) => members.kty === jwk.kty && members.crv === jwk.crv);
  if (found === undefined) throw refuse('of no kind that is known here');
  const members = Object.keys(found.members).map((name) => [name, jwk[name]] as const);
  if (members.some(([, value]) => typeof value !== 'string')) throw refuse('a part of it is missing');
  const key = Object.fromEntries(members) as PublicKey;
  try {
    createPublicKey({ key: { ...key }, format: 'jwk' });
  } catch {
    throw refuse('no point of its curve');
  }
  return { id: thumbprint(key).toString('base64url'), algorithm: found.name, public: key };
}

/** What two people read to each other: the thumbprint in sixteen groups of four hexadecimal digits. */
export function fingerprintOf(key: PublicKey): string {
  return (thumbprint(key).toString('hex').toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

function thumbprint(key: PublicKey): Buffer {
  return createHash('sha256').update(canonicalJson(key)).digest();
}
