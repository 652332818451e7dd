/** Where pure code needs the time it is handed one of these; tests hand a fixed one. */
export interface Clock {
  /** The present moment as an ISO 8601 instant in UTC. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

export function fixedClock(instant: string): Clock {
  return { now: () => instant };
}
