import { type Selectable, sql } from 'kysely';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { insertRows, upsertRows } from '../insert-rows.ts';
import type {
  WaterActionTable,
  WaterCorrectionTable,
  WaterImportTable,
  WaterSeriesTable,
  WaterValueTable,
} from '../water-tables.ts';

export type WaterImportRecord = Selectable<WaterImportTable>;
export type WaterSeriesRecord = Selectable<WaterSeriesTable>;
export type WaterValueRecord = Selectable<WaterValueTable>;
export type WaterCorrectionRecord = Selectable<WaterCorrectionTable>;
export type WaterActionRecord = Selectable<WaterActionTable>;

/** Every series the seat sees, by station. */
export function waterSeries(queries: Queries): Promise<WaterSeriesRecord[]> {
  return queries.selectFrom('water_series').selectAll().orderBy('station').orderBy('property').orderBy('id').execute();
}

export function waterSeriesById(queries: Queries, id: string): Promise<WaterSeriesRecord | undefined> {
  return queries.selectFrom('water_series').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A series for changing. */
export function lockWaterSeries(queries: Queries, id: string): Promise<WaterSeriesRecord | undefined> {
  return queries.selectFrom('water_series').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function putWaterSeries(queries: Queries, records: readonly WaterSeriesRecord[]): Promise<void> {
  if (records.length > 0) await upsertRows(queries, 'water_series', 'id', records);
}

/** Appends to the logs of series. @throws Problem `changed-meanwhile` where somebody else was faster */
export function appendWaterActions(queries: Queries, rows: readonly Omit<WaterActionRecord, 'hash'>[]): Promise<void> {
  return appendToLog(queries, 'water', rows);
}

export function waterActions(queries: Queries, id: string): Promise<WaterActionRecord[]> {
  return queries.selectFrom('water_action').selectAll().where('series_id', '=', id).orderBy('sequence').execute();
}

/** Values of some series from an instant on (null: all), by time. */
export async function waterValues(
  queries: Queries,
  ids: readonly string[],
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Promise<Map<string, WaterValueRecord[]>> {
  let found = queries
    .selectFrom('water_value')
    .selectAll()
    .where('series_id', '=', sql<string>`any(${[...ids]}::text[])`)
    .orderBy('series_id')
    .orderBy('instant');
  if (from !== null) found = found.where('instant', '>=', from);
  if (to !== null) found = found.where('instant', '<=', to);
  return Map.groupBy(await found.execute(), ({ series_id }) => series_id);
}

/** The instant of the last number of each series. */
export async function lastWaterInstants(queries: Queries): Promise<Map<string, string>> {
  const rows = await queries
    .selectFrom('water_value')
    .select(['series_id', sql<string>`max(instant)`.as('instant')])
    .where('value', 'is not', null)
    .groupBy('series_id')
    .execute();
  return new Map(rows.map(({ series_id, instant }) => [series_id, instant]));
}

/** Adds values, and puts later ones in the place of those they correct. */
export async function putWaterValues(
  queries: Queries,
  added: readonly WaterValueRecord[],
  corrected: readonly { readonly now: WaterValueRecord; readonly before: WaterCorrectionRecord }[],
): Promise<void> {
  await insertRows(queries, 'water_value', added);
  await insertRows(
    queries,
    'water_correction',
    corrected.map(({ before }) => before),
  );
  for (const { now } of corrected) {
    const { series_id, instant, ...rest } = now;
    await queries
      .updateTable('water_value')
      .set(rest)
      .where('series_id', '=', series_id)
      .where('instant', '=', instant)
      .execute();
  }
}

export function waterCorrections(queries: Queries, id: string): Promise<WaterCorrectionRecord[]> {
  return queries.selectFrom('water_correction').selectAll().where('series_id', '=', id).orderBy('instant').execute();
}

export async function insertWaterImport(queries: Queries, { findings, ...record }: WaterImportRecord): Promise<void> {
  await insertRows(queries, 'water_import', [{ ...record, findings }]);
}

/** What a file came to, known once its values are kept. */
export async function setWaterImport(
  queries: Queries,
  id: string,
  counts: Pick<WaterImportRecord, 'added' | 'corrected' | 'same'>,
): Promise<void> {
  await queries.updateTable('water_import').set(counts).where('id', '=', id).execute();
}

export function waterImports(queries: Queries, limit: number): Promise<WaterImportRecord[]> {
  return queries.selectFrom('water_import').selectAll().orderBy('at', 'desc').limit(limit).execute();
}
