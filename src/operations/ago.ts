import type { Context } from './context.ts';

const MINUTE_MS = 60_000;

/** The same register some minutes ago: what is done with it was done then. */
export function ago(context: Context, minutes: number): Context {
  const now = () => new Date(Date.parse(context.clock.now()) - minutes * MINUTE_MS).toISOString();
  return { ...context, clock: { now } };
}
