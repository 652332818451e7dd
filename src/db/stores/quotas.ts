import { type Selectable, sql } from 'kysely';
import type { PromisingCommitment, QuotaAction } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { upsertRows } from '../insert-rows.ts';
import type { QuotaActionTable, QuotaTable } from '../series-tables.ts';

/** A quota as it stands. */
export type QuotaRecord = Selectable<QuotaTable>;

/** An entry of a ledger with the quota it belongs to. */
export interface StoredQuotaAction extends QuotaAction {
  readonly quotaId: string;
  readonly sequence: number;
  readonly party: string | null;
}

/** Quotas the seat may see, the latest year first; of one commitment, or of some, or all. */
export async function listQuotas(queries: Queries, commitments: readonly string[] | null): Promise<QuotaRecord[]> {
  const all = queries.selectFrom('quota').selectAll().orderBy('year', 'desc').orderBy('kind').orderBy('id');
  if (commitments === null) return all.execute();
  return all.where('commitment_id', '=', sql<string>`any(${[...commitments]}::text[])`).execute();
}

/** A quota for changing; undefined where there is none, or the seat may not see it. */
export function lockQuota(queries: Queries, id: string): Promise<QuotaRecord | undefined> {
  return queries.selectFrom('quota').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Adds quotas, or replaces them by what their ledgers now come to. */
export function putQuotas(queries: Queries, records: readonly QuotaRecord[]): Promise<void> {
  return upsertRows(queries, 'quota', 'id', records);
}

/** Appends entries to ledgers. @throws Problem `changed-meanwhile` where somebody else was faster */
export function appendQuotaActions(queries: Queries, actions: readonly StoredQuotaAction[]): Promise<void> {
  const rows = actions.map(({ quotaId, ...action }) => ({ ...action, quota_id: quotaId }));
  return appendToLog(queries, 'quota', rows);
}

/** The entries of some ledgers (or of all), by quota, oldest first. */
export async function quotaActions(
  queries: Queries,
  ids: readonly string[] | null,
): Promise<Map<string, StoredQuotaAction[]>> {
  const all = queries.selectFrom('quota_action').selectAll().orderBy('quota_id').orderBy('sequence');
  const rows = await (ids === null ? all : all.where('quota_id', '=', sql<string>`any(${[...ids]}::text[])`)).execute();
  return Map.groupBy(rows.map(storedAction), ({ quotaId }) => quotaId);
}

function storedAction({ quota_id, hash: _, ...row }: Selectable<QuotaActionTable>): StoredQuotaAction {
  return { ...row, quotaId: quota_id };
}

/** Commitments with a number in them, at most so many; of some, or of the whole register. */
const LOOKED_AT = 5_000;

/** Commitments that name a number: what may promise places. */
export async function commitmentsWithTargets(
  queries: Queries,
  ids: readonly string[] | null,
): Promise<PromisingCommitment[]> {
  const { rows } = await sql<PromisingCommitment>`
    select c.id, c.quote, c.language, c.targets, c.due_to as due, w.date as said
    from commitment c join work w on w.id = c.work_id and not w.withdrawn
    where c.id in (select r.id from register_row r where r.targets > 0) and c.listed and c.kind = 'commitment' and c.decision <> 'rejected'
      and (${ids === null} or c.id = any(${[...(ids ?? [])]}::text[]))
    order by w.date desc nulls last, c.id limit ${sql.lit(LOOKED_AT)}`.execute(queries);
  return rows;
}
