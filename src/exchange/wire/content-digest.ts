import { createHash, timingSafeEqual } from 'node:crypto';
import { parseDictionary } from 'structured-headers';

/** The header `Content-Digest` of a body (RFC 9530), with SHA-256. */
export function contentDigest(body: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** Whether a header `Content-Digest` is that of the body. SHA-256 must be in it; other digests beside it are not looked at. */
export function isDigestOf(header: string, body: Uint8Array): boolean {
  try {
    const given = parseDictionary(header).get('sha-256')?.[0];
    if (!(given instanceof ArrayBuffer)) return false;
    const [found, expected] = [new Uint8Array(given), createHash('sha256').update(body).digest()];
    return found.length === expected.length && timingSafeEqual(found, expected);
  } catch {
    return false;
  }
}
