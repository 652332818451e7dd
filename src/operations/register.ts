import {
  type FacetPart,
  type RegisterFilter,
  type RegisterOrder,
  type RegisterPage,
  registerCounts,
  registerRows,
  withFound,
} from '../db/index.ts';
import type { Context } from './context.ts';
import { momentOf } from './moment.ts';
import { commitmentRow } from './present.ts';
import { registerThen } from './register-then.ts';
import type { CommitmentRow, Facet } from './results.ts';

/** What of the register is asked for: narrowed, in order, one page; of today or a past day. */
export type CommitmentQuery = RegisterFilter &
  RegisterOrder &
  RegisterPage & {
    /** ISO date: how the register stood at the end of that day (UTC); left out for now. */
    readonly asOf?: string | undefined;
  };

export interface CommitmentList {
  /** All rows of the query, not only those of the page. */
  readonly total: number;
  readonly rows: CommitmentRow[];
  /** Count of each value with every other facet applied, most frequent first. */
  readonly facets: Record<FacetPart, Facet[]>;
}

/** Rows sent at a time where all are wanted. */
const BATCH = 1_000;

export async function listCommitments({ database, clock }: Context, query: CommitmentQuery): Promise<CommitmentList> {
  const past = await registerThen(database.queries, momentOf(clock, query.asOf).at, query);
  const filter = past === null ? await withFound(database.queries, query) : query;
  const [rows, counts] = await Promise.all([
    registerRows(database.queries, filter, query, query, past),
    registerCounts(database.queries, filter, past),
  ]);
  const facets = Object.entries(counts.facets).map(
    ([part, values]) => [part, values.map(({ value, label, count }) => ({ value, label, count }))] as const,
  );
  return {
    total: counts.total,
    rows: rows.map(commitmentRow),
    facets: Object.fromEntries(facets) as Record<FacetPart, Facet[]>,
  };
}

/** Every row of a query in order, some at a time, for tables and exports. */
export async function* commitmentBatches(
  { database, clock }: Context,
  query: CommitmentQuery,
): AsyncGenerator<CommitmentRow[]> {
  const past = await registerThen(database.queries, momentOf(clock, query.asOf).at, query);
  const filter = past === null ? await withFound(database.queries, query) : query;
  for (let offset = query.offset ?? 0; ; offset += BATCH) {
    const rows = await registerRows(database.queries, filter, query, { offset, limit: BATCH }, past);
    if (rows.length > 0) yield rows.map(commitmentRow);
    if (rows.length < BATCH) return;
  }
}
