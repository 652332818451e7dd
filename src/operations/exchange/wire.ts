import { randomBytes } from 'node:crypto';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { type SigningKey, signRequest } from '../../exchange/index.ts';
import { assertReachable } from './address.ts';

/** Until a node that does not answer is given up, and how much of an answer is read. */
const PATIENCE_MS = 15_000;
const ANSWER_LIMIT = 256 * 1024;

export interface WireAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** What carries a request to a node: the web, or a test. */
export type Carry = (
  address: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
) => Promise<WireAnswer>;

/** Signs a request to a node and sends it. */
export function sendSigned(
  carry: Carry,
  { address, path, body, contentType }: { address: string; path: string; body: Uint8Array; contentType: string },
  { key, now }: { key: SigningKey; now: string },
): Promise<WireAnswer> {
  const targetUri = `${address}${path}`;
  const signing = { key, now: Date.parse(now), nonce: randomBytes(18).toString('base64url'), contentType };
  return carry(targetUri, body, signRequest({ method: 'POST', targetUri, body }, signing));
}

/**
 * Posts bytes to a node. Redirects are not followed; of the answer no more is read than a receipt can be long.
 * @throws Error where the node does not answer in time, or breaks off
 */
export const carryByWeb: Carry = (address, body, headers) => {
  const url = assertReachable(address);
  const { promise, resolve, reject } = Promise.withResolvers<WireAnswer>();
  const options = { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(PATIENCE_MS) };
  const asked = (url.protocol === 'https:' ? secure : plain)(url, options, (answer) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    answer.on('data', (piece: Uint8Array) => {
      size += piece.length;
      if (size > ANSWER_LIMIT) answer.destroy(new Error('the answer is too long'));
      else pieces.push(piece);
    });
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces) }));
    answer.on('error', reject);
  });
  asked.on('error', reject);
  asked.end(body);
  return promise;
};
