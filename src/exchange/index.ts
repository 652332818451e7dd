export * from './model.ts';
export * from './places/place.ts';
export { assertReleased, type Leaving, RELEASE_RULES, ruleOf } from './release/gate.ts';
export { RETENTION } from './release/retention.ts';
export { isSignedBy, keyIdOf, signatureOf } from './signing/jws.ts';
export { fingerprintOf, publicKeyOf, type SigningKey, type VerifyingKey } from './signing/keys.ts';
export * from './things/reduce.ts';
export * from './wire/envelope.ts';
export {
  type CheckedSignature,
  checkSignature,
  readSignature,
  SIGNATURE_RULES,
  type SignedRequest,
  signatureRefused,
  signRequest,
} from './wire/http-signature.ts';
export * from './wire/sequence.ts';
export * from './wire/statements.ts';
export { readCanonical } from './wire/well-formed.ts';
