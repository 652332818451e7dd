import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { PublicKey } from '../model.ts';

/** A way of signing: a new one (SM2 with SM3, say) is one entry of `ALGORITHMS`. */
export interface SignatureAlgorithm {
  /** Its name in HTTP message signatures (RFC 9421, 6.2) and in the tables of keys. */
  readonly name: string;
  /** Its name in JSON Web Signatures. */
  readonly jws: string;
  /** The members of a public key of its kind, with the values that are fixed. */
  readonly members: Readonly<Record<string, string | null>>;
  sign(bytes: Uint8Array, privateKey: PublicKey): Uint8Array;
  verify(bytes: Uint8Array, signature: Uint8Array, publicKey: PublicKey): boolean;
}

const ED25519: SignatureAlgorithm = {
  name: 'ed25519',
  jws: 'EdDSA',
  members: { crv: 'Ed25519', kty: 'OKP', x: null },
  sign: (bytes, key) => sign(null, bytes, createPrivateKey({ key: { ...key }, format: 'jwk' })),
  verify: (bytes, signature, key) =>
    verify(null, bytes, createPublicKey({ key: { ...key }, format: 'jwk' }), signature),
};

const ECDSA_P256: SignatureAlgorithm = {
  name: 'ecdsa-p256-sha256',
  jws: 'ES256',
  members: { crv: 'P-256', kty: 'EC', x: null, y: null },
  sign: (bytes, key) =>
    sign('sha256', bytes, {
      key: createPrivateKey({ key: { ...key }, format: 'jwk' }),
      dsaEncoding: 'ieee-p1363',
    }),
  verify: (bytes, signature, key) =>
    verify(
      'sha256',
      bytes,
      { key: createPublicKey({ key: { ...key }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      signature,
    ),
};

/** Every way of signing this node takes, the one it signs with itself first. */
export const ALGORITHMS: readonly SignatureAlgorithm[] = [ED25519, ECDSA_P256];

export function algorithmNamed(name: string): SignatureAlgorithm | null {
  return ALGORITHMS.find((one) => one.name === name) ?? null;
}
