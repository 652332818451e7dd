/** Where pure code needs the time it is handed one of these; tests hand a fixed one. */
export interface Clock {
  /** The present moment as an ISO 8601 instant in UTC. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

export function fixedClock(instant: string): Clock {
  return { now: () => instant };
}

/** An instant so many milliseconds after another (before it where they are negative); both ISO 8601, UTC. */
export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
