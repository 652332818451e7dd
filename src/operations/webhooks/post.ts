import { lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { assertTellable, isOutside, mayTellInside } from './outside.ts';

/** Until an address that does not answer is given up. */
const PATIENCE_MS = 10_000;

/** Looks a name up and refuses what lies inside; the connection goes to the address that was looked at and no other. */
const outsideOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, '', 0);
    const bad = mayTellInside() ? undefined : found.find(({ address }) => !isOutside(address));
    const [first] = found;
    if (bad !== undefined || first === undefined) return done(new Error('an address of a private network'), '', 0);
    if (options.all === true) return done(null, found);
    return done(null, first.address, first.family);
  });
};

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
