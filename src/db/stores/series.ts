import { type Selectable, sql } from 'kysely';
import type { Language } from '../../kernel/index.ts';
import type { SeriesAction } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { insertRows, upsertRows } from '../insert-rows.ts';
import type { SeriesActionTable, SeriesNoteTable, SeriesTable } from '../series-tables.ts';
import { standingAt, type TaskRecord } from './tasks.ts';

/** A series as it stands. */
export type SeriesRecord = Selectable<SeriesTable>;
export type SeriesNote = Selectable<SeriesNoteTable>;

/** An action with the series it belongs to. */
export interface StoredSeriesAction extends SeriesAction {
  readonly seriesId: string;
}

/** All series the seat may see. */
export function listSeries(queries: Queries): Promise<SeriesRecord[]> {
  return queries.selectFrom('series').selectAll().orderBy('id').execute();
}

/** A series; undefined where there is none, or the seat may not see it. */
export function seriesById(queries: Queries, id: string): Promise<SeriesRecord | undefined> {
  return queries.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A series for changing: nobody else changes it until the transaction ends. */
export function lockSeries(queries: Queries, id: string): Promise<SeriesRecord | undefined> {
  return queries.selectFrom('series').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Adds series, or replaces them by what their actions now lead to. */
export function putSeries(queries: Queries, records: readonly SeriesRecord[]): Promise<void> {
  return upsertRows(queries, 'series', 'id', records);
}

/** Appends actions to the logs of series. @throws Problem `changed-meanwhile` where somebody else was first */
export function appendSeriesActions(queries: Queries, actions: readonly StoredSeriesAction[]): Promise<void> {
  const rows = actions.map(({ seriesId, ...action }) => ({ ...action, series_id: seriesId }));
  return appendToLog(queries, 'series', rows);
}

/** The actions of some series (or of all), by series, oldest first. */
export async function seriesActions(
  queries: Queries,
  ids: readonly string[] | null,
): Promise<Map<string, StoredSeriesAction[]>> {
  const all = queries.selectFrom('series_action').selectAll().orderBy('series_id').orderBy('sequence');
  const rows = await (ids === null
    ? all
    : all.where('series_id', '=', sql<string>`any(${[...ids]}::text[])`)
  ).execute();
  return Map.groupBy(rows.map(storedAction), ({ seriesId }) => seriesId);
}

function storedAction({ series_id, hash: _, ...row }: Selectable<SeriesActionTable>): StoredSeriesAction {
  return { ...row, seriesId: series_id };
}

export function addSeriesNote(queries: Queries, note: SeriesNote): Promise<void> {
  return insertRows(queries, 'series_note', [note]);
}

/** What the asking side has noted, the latest on each session and item; what was emptied is left out. */
export async function seriesNotes(queries: Queries, seriesId: string, at: string | null): Promise<SeriesNote[]> {
  const { rows } = await sql<SeriesNote>`
    select distinct on (party, about) * from series_note
    where series_id = ${seriesId} and (${at}::text is null or at <= ${at})
    order by party, about, at desc, id desc`.execute(queries);
  return rows.filter(({ text }) => text !== '');
}

/** Relations whose registers this database holds. */
export async function knownRelations(queries: Queries): Promise<string[]> {
  const rows = await queries.selectFrom('entity_profile').select('relation').orderBy('relation').execute();
  return rows.map(({ relation }) => relation);
}

/** The words of some commitments, in order of their ids; those the seat may not see are left out. */
export function commitmentsNamed(
  queries: Queries,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly quote: string; readonly language: Language }[]> {
  return queries
    .selectFrom('commitment')
    .select(['id', 'quote', 'language'])
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .orderBy('id')
    .execute();
}

/** Some tasks as they stand now, or stood at an instant (ISO); those the seat may not see are left out. */
export function tasksByIds(queries: Queries, ids: readonly string[], at: string | null = null): Promise<TaskRecord[]> {
  return queries
    .selectFrom('task_state')
    .selectAll()
    .where(standingAt(at))
    .where('task_id', '=', sql<string>`any(${[...ids]}::text[])`)
    .orderBy('task_id')
    .execute();
}

/** Whose unit each is. */
export async function unitParties(queries: Queries, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await queries
    .selectFrom('unit')
    .select(['id', 'party'])
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
  return new Map(rows.map(({ id, party }) => [id, party]));
}
