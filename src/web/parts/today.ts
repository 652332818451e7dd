import { systemClock } from '../../kernel/index.ts';

/** The present day (UTC) as an ISO date. */
export function today(): string {
  return systemClock.now().slice(0, 10);
}
