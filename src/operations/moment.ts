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
  return { day: asOf ?? clock.now().slice(0, 10), at: asOf === undefined ? null : endOf(asOf) };
}

/** The last instant of a day (UTC), both ISO. */
export function endOf(day: string): string {
  return `${day}T23:59:59.999Z`;
}

/** What of a log was entered by then, in its order. */
export function enteredBy<Action extends { readonly at: string }>(log: readonly Action[], at: Moment['at']): Action[] {
  return at === null ? [...log] : log.filter((action) => action.at <= at);
}

/**
 * Records as they stood: each made again of what its log held by then, those begun later left out.
 * @param logsOf the logs of some records, by id
 */
export async function recordsAt<Record extends { readonly id: string }, Action extends { readonly at: string }>(
  records: readonly Record[],
  at: Moment['at'],
  logsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Action[]>>,
  remade: (record: Record, log: readonly Action[]) => Record,
): Promise<readonly Record[]> {
  if (at === null) return records;
  const logs = await logsOf(records.map(({ id }) => id));
  return records.flatMap((record) => {
    const log = enteredBy(logs.get(record.id) ?? [], at);
    return log.length === 0 ? [] : [remade(record, log)];
  });
}
