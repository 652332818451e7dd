import { type Selectable, sql } from 'kysely';
import type { PairAction } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { upsertRows } from '../insert-rows.ts';
import type { PairActionTable, PairTable } from '../series-tables.ts';

/** A paired milestone as it stands. */
export type PairRecord = Selectable<PairTable>;

/** An action with the pair it belongs to. */
export interface StoredPairAction extends PairAction {
  readonly pairId: string;
  readonly sequence: number;
  readonly party: string | null;
}

/** Every pair the seat may see. */
export function listPairs(queries: Queries): Promise<PairRecord[]> {
  return queries.selectFrom('pair').selectAll().orderBy('id').execute();
}

/** A pair for changing; undefined where there is none, or the seat may not see it. */
export function lockPair(queries: Queries, id: string): Promise<PairRecord | undefined> {
  return queries.selectFrom('pair').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Adds pairs, or replaces them by what their actions now lead to. */
export function putPairs(queries: Queries, records: readonly PairRecord[]): Promise<void> {
  return upsertRows(queries, 'pair', 'id', records);
}

/** Appends actions. @throws Problem `changed-meanwhile` where somebody else was faster */
export function appendPairActions(queries: Queries, actions: readonly StoredPairAction[]): Promise<void> {
  const rows = actions.map(({ pairId, ...action }) => ({ ...action, pair_id: pairId }));
  return appendToLog(queries, 'pair', rows);
}

/** The actions of some pairs (or of all), by pair, oldest first. */
export async function pairActions(
  queries: Queries,
  ids: readonly string[] | null,
): Promise<Map<string, StoredPairAction[]>> {
  const all = queries.selectFrom('pair_action').selectAll().orderBy('pair_id').orderBy('sequence');
  const rows = await (ids === null ? all : all.where('pair_id', '=', sql<string>`any(${[...ids]}::text[])`)).execute();
  return Map.groupBy(rows.map(storedAction), ({ pairId }) => pairId);
}

function storedAction({ pair_id, hash: _, ...row }: Selectable<PairActionTable>): StoredPairAction {
  return { ...row, pairId: pair_id };
}
