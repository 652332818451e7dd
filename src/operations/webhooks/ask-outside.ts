import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { assertTellable } from './outside.ts';
import { outsideOnly } from './outside-only.ts';

/** What is asked of an address of the internet. */
interface Asked {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Until an address that does not answer, or goes on answering, is given up; in milliseconds. */
  readonly patience: number;
}

/**
 * Asks an address of the internet, never one of a private network, and gives its answer to be read. Redirects are not followed.
 * @throws Error where the address may not be asked, does not answer in time, or breaks off
 */
export function askOutside(address: string, { method, headers, body, patience }: Asked): Promise<IncomingMessage> {
  const url = assertTellable(address);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const options = { method, headers, lookup: outsideOnly, agent: false, signal: AbortSignal.timeout(patience) };
  const asked = (url.protocol === 'https:' ? secure : plain)(url, options, resolve);
  asked.on('error', reject);
  asked.end(body);
  return promise;
}
