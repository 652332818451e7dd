import { Buffer } from 'node:buffer';
import { canonicalJson } from '../../kernel/index.ts';
import { algorithmNamed } from './algorithms.ts';
import type { SigningKey, VerifyingKey } from './keys.ts';

/** What a signature is of: one made for a receipt is none for a message. */
export type Signed = 'servanda-message' | 'servanda-receipt' | 'servanda-state' | 'servanda-bundle';

type Statement = Readonly<Record<string, unknown>>;

/**
 * The signature of a statement: a compact JSON Web Signature without its payload (RFC 7515, appendix F), over the statement's
 * canonical JSON (RFC 8785) without its member `sig`.
 */
export function signatureOf(statement: object, kind: Signed, key: SigningKey): string {
  const algorithm = algorithmNamed(key.algorithm);
  if (algorithm === null) throw new TypeError(`no algorithm ${key.algorithm}`);
  const header = base64(canonicalJson({ alg: algorithm.jws, kid: key.id, typ: kind }));
  const signature = algorithm.sign(Buffer.from(`${header}.${payloadOf(statement as Statement)}`), key.secret);
  return `${header}..${Buffer.from(signature).toString('base64url')}`;
}

/** The id of the key a signature says it was made with; null where it is no signature of this kind. */
export function keyIdOf(sig: string, kind: Signed): string | null {
  return headerOf(sig, kind)?.kid ?? null;
}

/** Whether the signature in `sig` was made over exactly this statement with this key, as a statement of this kind. */
export function isSignedBy(statement: Statement, kind: Signed, key: VerifyingKey): boolean {
  const sig = String(statement.sig ?? '');
  const header = headerOf(sig, kind);
  const algorithm = algorithmNamed(key.algorithm);
  // The key says which algorithm, never the message.
  if (header === null || algorithm === null || header.kid !== key.id || header.alg !== algorithm.jws) return false;
  const [first = '', , last = ''] = sig.split('.');
  try {
    const bytes = Buffer.from(`${first}.${payloadOf(statement)}`);
    return algorithm.verify(bytes, Buffer.from(last, 'base64url'), key.public);
  } catch {
    return false;
  }
}

function payloadOf({ sig: _, ...rest }: Statement): string {
  return base64(canonicalJson(rest));
}

function headerOf(sig: string, kind: Signed): { readonly alg: string; readonly kid: string } | null {
  const parts = /^([\w-]{1,400})\.\.([\w-]{1,200})$/.exec(sig);
  if (parts === null) return null;
  try {
    const text = Buffer.from(parts[1] ?? '', 'base64url').toString();
    const header = JSON.parse(text) as Record<string, unknown>;
    const { alg, kid, typ } = header;
    if (typeof alg !== 'string' || typeof kid !== 'string' || typ !== kind) return null;
    // One form only: no further members, nothing that asks to be understood.
    return canonicalJson({ alg, kid, typ }) === text ? { alg, kid } : null;
  } catch {
    return null;
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64url');
}
