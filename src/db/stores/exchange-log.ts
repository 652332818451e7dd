import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';

/** Something that happened between us and a partner; messages by the hash of their canonical JSON. */
export interface ExchangeEvent {
  readonly type: string;
  readonly [detail: string]: string | number | null;
}

export interface ExchangeLogRow {
  readonly id: string;
  readonly partner_id: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly body: ExchangeEvent;
  readonly hash: string;
}

/** Writes down what happened with a partner. The partner's row is locked by the caller. */
export async function logExchange(
  queries: Queries,
  { partner, at, by, newId }: { partner: string; at: string; by: string; newId: () => string },
  events: readonly ExchangeEvent[],
): Promise<void> {
  const last = await queries
    .selectFrom('exchange_action')
    .select('sequence')
    .where('partner_id', '=', partner)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const from = last?.sequence ?? 0;
  const rows = events.map((body, index) => ({
    ...{ id: newId(), partner_id: partner, sequence: from + index + 1, at, by, body },
  }));
  await appendToLog(queries, 'exchange', rows);
}

/** The log of one partner, the oldest first. */
export async function exchangeLog(
  queries: Queries,
  partner: string,
  after = 0,
  limit = 2_000,
): Promise<ExchangeLogRow[]> {
  const rows = await queries
    .selectFrom('exchange_action')
    .selectAll()
    .where('partner_id', '=', partner)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows as ExchangeLogRow[];
}
