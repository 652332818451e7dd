import type { IncomingMessage } from 'node:http';
import { askOutside } from './ask-outside.ts';

/** Until an address that does not answer, or goes on answering, is given up. */
const PATIENCE_MS = 15_000;

/** What an address answered; `bytes` is null where nothing changed since. */
export interface Fetched {
  readonly bytes: Uint8Array | null;
  readonly etag: string | null;
  readonly changedAt: string | null;
}

/**
 * Asks an address of the internet for a file, or for what changed since. Redirects are not followed: whoever configures
 * an address names the one that answers.
 * @throws Error where the address may not be asked, does not answer in time, with a file, or with one of at most `limit` bytes
 */
export async function fetchOutside(
  address: string,
  { etag, changedAt }: Pick<Fetched, 'etag' | 'changedAt'>,
  limit: number,
): Promise<Fetched> {
  const headers = {
    accept: 'application/cap+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.1',
    'user-agent': 'Servanda',
    ...(etag && { 'if-none-match': etag }),
    ...(changedAt && { 'if-modified-since': changedAt }),
  };
  const answer = await askOutside(address, { method: 'GET', headers, patience: PATIENCE_MS });
  const known = { etag: answer.headers.etag ?? null, changedAt: answer.headers['last-modified'] ?? null };
  if (answer.statusCode === 304) {
    answer.destroy();
    return { bytes: null, etag, changedAt };
  }
  if (answer.statusCode !== 200) {
    answer.destroy();
    const to = answer.headers.location;
    throw new Error(`status ${answer.statusCode}${to === undefined ? '' : `: ${to.slice(0, 200)}`}`);
  }
  return { bytes: await bodyOf(answer, limit), ...known };
}

async function bodyOf(answer: IncomingMessage, limit: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new Error(`more than ${limit} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
