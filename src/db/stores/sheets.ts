import { type Selectable, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { BatchItem, CalendarFeedTable, SheetBatchTable, SheetMappingTable } from '../sheet-tables.ts';

/** What a sheet brought in. */
export type SheetBatchRecord = Selectable<SheetBatchTable>;
/** How the columns of a foreign list are read. */
export type SheetMappingRecord = Selectable<SheetMappingTable>;
/** A secret address of a calendar. */
export type CalendarFeedRecord = Selectable<CalendarFeedTable>;

/** Keeps what a sheet brought in. */
export function insertSheetBatch(queries: Queries, batch: SheetBatchRecord): Promise<void> {
  return insertRows(queries, 'sheet_batch', [batch]);
}

/** What sheets brought in for the seat's side, the latest first. */
export function sheetBatches(queries: Queries, limit: number): Promise<SheetBatchRecord[]> {
  return queries
    .selectFrom('sheet_batch')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** A batch for taking it back. @throws Problem `not-found` */
export async function lockSheetBatch(queries: Queries, id: string): Promise<SheetBatchRecord> {
  const found = await queries.selectFrom('sheet_batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (found === undefined) throw new Problem('not-found', { noun: 'batch', id });
  return found;
}

/** Notes that a batch was taken back, and what of it was not. */
export async function markBatchUndone(
  queries: Queries,
  id: string,
  { at, by, kept }: { readonly at: string; readonly by: string; readonly kept: readonly BatchItem[] },
): Promise<void> {
  const values = { undone_at: at, undone_by: by, kept: JSON.stringify(kept) };
  await queries.updateTable('sheet_batch').set(values).where('id', '=', id).execute();
}

/** How a list with this header was read the last time; undefined where it never was. */
export function sheetMapping(
  queries: Queries,
  party: string | null,
  signature: string,
): Promise<SheetMappingRecord | undefined> {
  return queries
    .selectFrom('sheet_mapping')
    .selectAll()
    .where('signature', '=', signature)
    .where(sql<boolean>`party is not distinct from ${party}`)
    .executeTakeFirst();
}

/** Keeps how a list is read, in the place of what was kept for its header. */
export async function keepSheetMapping(queries: Queries, mapping: SheetMappingRecord): Promise<void> {
  await queries
    .deleteFrom('sheet_mapping')
    .where('signature', '=', mapping.signature)
    .where(sql<boolean>`party is not distinct from ${mapping.party}`)
    .execute();
  await insertRows(queries, 'sheet_mapping', [mapping]);
}

/** The calendar of an address that stands; undefined for any other. */
export function feedByToken(queries: Queries, tokenSha256: string): Promise<CalendarFeedRecord | undefined> {
  return queries
    .selectFrom('calendar_feed')
    .selectAll()
    .where('token_sha256', '=', tokenSha256)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** The addresses of a hand that stand, the latest first. */
export function feedsOf(queries: Queries, hand: string | null): Promise<CalendarFeedRecord[]> {
  return queries
    .selectFrom('calendar_feed')
    .selectAll()
    .where(sql<boolean>`hand is not distinct from ${hand}`)
    .where('revoked_at', 'is', null)
    .orderBy('made_at', 'desc')
    .execute();
}

/** Keeps a new address of a calendar. */
export function insertFeed(queries: Queries, feed: CalendarFeedRecord): Promise<void> {
  return insertRows(queries, 'calendar_feed', [feed]);
}

/** Notes that a calendar was fetched. */
export async function markFeedFetched(queries: Queries, id: string, at: string): Promise<void> {
  await queries.updateTable('calendar_feed').set({ fetched_at: at }).where('id', '=', id).execute();
}

/** Takes an address of a hand away for good; false where there is none. */
export async function revokeFeed(queries: Queries, id: string, hand: string | null, at: string): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable('calendar_feed')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where(sql<boolean>`hand is not distinct from ${hand}`)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The titles of open tasks with the commitments they keep. */
export async function everyTaskGlance(queries: Queries) {
  return queries
    .selectFrom('task_state')
    .select(['task_id as id', 'title', 'commitments'])
    .where('until', 'is', null)
    .where('lifecycle', '<>', 'closed')
    .execute();
}

/** The words of every commitment that is listed and not set aside. */
export function listedQuotes(queries: Queries) {
  return queries
    .selectFrom('commitment as c')
    .innerJoin('work as w', 'w.id', 'c.work_id')
    .select(['c.id', 'c.quote'])
    .where('c.listed', '=', true)
    .where('c.decision', '<>', 'rejected')
    .where('w.withdrawn', '=', false)
    .execute();
}
