import type { FastifyReply } from 'fastify';
import { Problem } from '../kernel/index.ts';

/** Requests a token may make in a minute. */
const PER_MINUTE = 600;
const WINDOW_MS = 60_000;

/** Counts the requests of each token, minute by minute; what is counted is of this process alone. */
export class TokenTurns {
  #counts = new Map<string, number>();
  #until = 0;

  /** Takes one of the turns of a token, and tells in the answer how many are left. @throws Problem `too-many-attempts` */
  take(token: string, reply: FastifyReply): void {
    const now = performance.now();
    if (now >= this.#until) {
      this.#counts.clear();
      this.#until = now + WINDOW_MS;
    }
    const count = (this.#counts.get(token) ?? 0) + 1;
    this.#counts.set(token, count);
    const seconds = Math.ceil((this.#until - now) / 1000);
    reply.header('ratelimit', `"minute";r=${Math.max(0, PER_MINUTE - count)};t=${seconds}`);
    if (count <= PER_MINUTE) return;
    reply.header('retry-after', seconds);
    throw new Problem('too-many-attempts', { seconds });
  }
}
