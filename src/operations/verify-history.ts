import { type ChainedRow, LOGS, type LogName, linkHash, logRows, miscountedLogs, type Queries } from '../db/index.ts';
import type { Context } from './context.ts';
import type { HistoryBreach, HistoryHead } from './results.ts';

/** What came of reading every log. */
export interface VerifiedHistory {
  readonly actions: number;
  readonly logs: number;
  readonly breaches: readonly HistoryBreach[];
  /** Where each log stands now: noted elsewhere, a later check can hold the history against it. */
  readonly heads: readonly HistoryHead[];
}

/**
 * Reads every action there is, all of one moment, and tells where the chain of its log does not hold. `known` are heads noted
 * earlier, which must still stand.
 */
export async function verifyHistory(
  { database }: Context,
  known: readonly HistoryHead[] = [],
): Promise<VerifiedHistory> {
  const expected = new Map(known.map((head) => [placeOf(head), head]));
  const parts = await Array.fromAsync(database.snapshot((queries) => everyLog(queries, expected)));
  const gone = expected
    .values()
    .map(({ log, of, sequence }) => ({ log, of, sequence, id: null, breach: 'missing' as const }));
  const heads = parts.flatMap((part) => part.heads);
  return {
    actions: parts.reduce((sum, part) => sum + part.actions, 0),
    logs: heads.length,
    breaches: [...parts.flatMap((part) => part.breaches), ...gone],
    heads,
  };
}

type Expected = Map<string, HistoryHead>;

async function* everyLog(queries: Queries, expected: Expected): AsyncGenerator<Omit<VerifiedHistory, 'logs'>> {
  for (const log of Object.keys(LOGS) as LogName[]) yield await verifyLogs(queries, log, expected);
}

async function verifyLogs(queries: Queries, log: LogName, expected: Expected): Promise<Omit<VerifiedHistory, 'logs'>> {
  const breaches: HistoryBreach[] = [];
  const heads: HistoryHead[] = [];
  let actions = 0;
  let last: ChainedRow | null = null;
  for await (const rows of logRows(queries, log)) {
    for (const one of rows) {
      const before: ChainedRow | null = last?.owner === one.owner ? last : null;
      breaches.push(...breachOf(log, one, before), ...againstKnown(log, one, expected));
      if (before !== null) heads.pop();
      heads.push(headOf(log, one));
      last = one;
    }
    actions += rows.length;
  }
  return { actions, heads, breaches: [...breaches, ...(await miscounted(queries, log))] };
}

/** Another hash than was noted; what was found is no longer looked for. */
function againstKnown(log: LogName, one: ChainedRow, expected: Expected): HistoryBreach[] {
  const place = placeOf(headOf(log, one));
  const noted = expected.get(place);
  expected.delete(place);
  return noted === undefined || noted.hash === one.row.hash ? [] : [{ ...at(log, one), breach: 'rewritten' }];
}

function placeOf({ log, of, sequence }: HistoryHead): string {
  return `${log} ${of} ${sequence}`;
}

function headOf(log: LogName, { row, owner }: ChainedRow): HistoryHead {
  return { log, of: owner, sequence: row.sequence, hash: row.hash };
}

function at(log: LogName, { row, owner }: ChainedRow): Omit<HistoryBreach, 'breach'> {
  return { log, of: owner, sequence: row.sequence, id: row.id };
}

/** An action that does not carry the hash of itself over the one before it: either was changed, or one between is gone. */
function breachOf(log: LogName, one: ChainedRow, before: ChainedRow | null): HistoryBreach[] {
  if (linkHash(log, one.row, before?.row.hash ?? null) === one.row.hash) return [];
  const next = (before?.row.sequence ?? 0) + 1;
  if (one.row.sequence !== next) return [{ ...at(log, one), id: null, sequence: next, breach: 'missing' }];
  return [{ ...at(log, one), breach: 'altered' }];
}

/** Logs cut off at their end, or grown behind the program's back: the register counts other actions than there are. */
async function miscounted(queries: Queries, log: LogName): Promise<HistoryBreach[]> {
  const found = await miscountedLogs(queries, log);
  return found.map(({ of, counted, there }) => ({
    ...{ log, of, id: null, sequence: Math.min(counted, there) + 1 },
    breach: counted > there ? ('missing' as const) : ('uncounted' as const),
  }));
}
