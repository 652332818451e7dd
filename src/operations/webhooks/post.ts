import { askOutside } from './ask-outside.ts';

/** Until an address that does not answer is given up. */
const PATIENCE_MS = 10_000;

/**
 * Posts a body and answers with the status. Redirects are not followed, nothing of the answer is kept.
 * @throws Error where the address may not be told, does not answer in time, or breaks off
 */
export async function post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const answer = await askOutside(address, { method: 'POST', headers, body, patience: PATIENCE_MS });
  answer.destroy();
  return answer.statusCode ?? 0;
}
