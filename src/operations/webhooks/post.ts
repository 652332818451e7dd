import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { assertTellable } from './outside.ts';
import { outsideOnly } from './outside-only.ts';

/** Until an address that does not answer is given up. */
const PATIENCE_MS = 10_000;

/**
 * Posts a body and answers with the status. Redirects are not followed, nothing of the answer is kept.
 * @throws Error where the address may not be told, does not answer in time, or breaks off
 */
export function post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const url = assertTellable(address);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const options = {
    method: 'POST',
    headers,
    lookup: outsideOnly,
    agent: false,
    signal: AbortSignal.timeout(PATIENCE_MS),
  };
  const asked = (url.protocol === 'https:' ? secure : plain)(url, options, (answer) => {
    resolve(answer.statusCode ?? 0);
    answer.destroy();
  });
  asked.on('error', reject);
  asked.end(body);
  return promise;
}
