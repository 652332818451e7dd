import type { Clock } from '../kernel/index.ts';

/** The day a register is asked of. */
export interface Moment {
  /** ISO date: today, or the past day asked for. */
  readonly day: string;
  /** What was entered by this instant counts; null for all. */
  readonly at: string | null;
}

/** Today, or the end of a past day. @param asOf ISO date */
export function momentOf(clock: Clock, asOf: string | undefined): Moment {
  return { day: asOf ?? clock.now().slice(0, 10), at: asOf === undefined ? null : `${asOf}T23:59:59.999Z` };
}

/** What of a log was entered by then, in its order. */
export function enteredBy<Action extends { readonly at: string }>(log: readonly Action[], at: Moment['at']): Action[] {
  return at === null ? [...log] : log.filter((action) => action.at <= at);
}
