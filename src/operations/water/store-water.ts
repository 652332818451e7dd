import {
  appendWaterActions,
  insertWaterImport,
  putWaterSeries,
  putWaterValues,
  type Queries,
  setWaterImport,
  type WaterImportRecord,
  type WaterSeriesRecord,
  type WaterValueRecord,
  waterSeries,
  waterValues,
} from '../../db/index.ts';
import type { WaterPoint, WaterSeries } from '../../notices/index.ts';
import { waterModule } from '../../notices/index.ts';

/** How many values a file brought, put right, or said again. */
export interface Stored {
  readonly added: number;
  readonly corrected: number;
  readonly same: number;
}

/** A file or message of water data, and whose it is. */
export interface Bringing
  extends Pick<WaterImportRecord, 'id' | 'party' | 'at' | 'by' | 'name' | 'format' | 'sha256' | 'findings'> {
  /** The node it came from; null of the side's own. */
  readonly source: string | null;
  readonly newId: () => string;
}

/**
 * Keeps the values of series: new ones are added, what a later file says otherwise takes the place of the earlier value,
 * which stays readable; the same again changes nothing. A series not there yet begins.
 */
export async function storeWater(
  queries: Queries,
  series: readonly WaterSeries[],
  bringing: Bringing,
): Promise<Stored> {
  const { source, newId, ...record } = bringing;
  const total = { added: 0, corrected: 0, same: 0 };
  const known = (await waterSeries(queries)).filter((one) => one.party === record.party && one.source === source);
  const begun: WaterSeriesRecord[] = [];
  const plan = series.map((one) => {
    const head = known.find((other) => isSame(other, one)) ?? begin(one, bringing);
    if (!known.includes(head)) {
      known.push(head);
      begun.push(head);
    }
    return { head, points: one.points };
  });
  await insertWaterImport(queries, { ...record, ...total });
  await putWaterSeries(queries, begun);
  await appendWaterActions(
    queries,
    begun.map(({ id, party }) => ({
      ...{ id: newId(), series_id: id, sequence: 1, at: record.at, by: record.by, party },
      body: { type: 'begin' as const, import: record.id },
    })),
  );
  for (const { head, points } of plan) {
    const stored = await storeValues(queries, head.id, points, record.id);
    for (const key of ['added', 'corrected', 'same'] as const) total[key] += stored[key];
  }
  await setWaterImport(queries, record.id, total);
  return total;
}

/** Whether a series of a file goes on with one that is kept. */
export function isSame(record: WaterSeriesRecord, { station, property, unit }: WaterSeries): boolean {
  const { station: id, property: named, unit: measured, datum } = record;
  return id === station.id && named === property && measured === unit && datum === station.datum;
}

function begin(
  { station, parameter, property, unit, interpolation }: WaterSeries,
  bringing: Bringing,
): WaterSeriesRecord {
  const { id, ...place } = station;
  return {
    ...{ id: bringing.newId(), party: bringing.party, source: bringing.source, version: 1 },
    state: { interval: null, grace: 15, thresholds: [], settled: [] },
    ...{ station: id, ...place, parameter, property, unit, interpolation },
  };
}

async function storeValues(queries: Queries, id: string, points: readonly WaterPoint[], file: string): Promise<Stored> {
  const dated = points.flatMap((point) => (point.instant === null ? [] : [{ ...point, instant: point.instant }]));
  const [from = null, to = null] = [dated[0]?.instant, dated.at(-1)?.instant];
  const before = new Map(
    ((await waterValues(queries, [id], { from, to })).get(id) ?? []).map((one) => [Date.parse(one.instant), one]),
  );
  const rows = dated.map(({ instant, time, value, quality, censored, remark }): WaterValueRecord => {
    return { series_id: id, instant, time, value, quality, censored, remark, import_id: file };
  });
  const added = rows.filter(({ instant }) => !before.has(Date.parse(instant)));
  const corrected = rows.flatMap((now) => {
    const was = before.get(Date.parse(now.instant));
    if (!was || saysSame(was, now)) return [];
    const { series_id, instant, value, quality } = was;
    return [{ now, before: { series_id, instant, value, quality, import_id: file } }];
  });
  await putWaterValues(queries, added, corrected);
  return { added: added.length, corrected: corrected.length, same: rows.length - added.length - corrected.length };
}

function saysSame(a: WaterValueRecord, b: WaterValueRecord): boolean {
  return a.value === b.value && a.quality === b.quality && a.censored === b.censored && a.remark === b.remark;
}

/** A stored series as the pure functions take it. */
export function seriesOf(record: WaterSeriesRecord, values: readonly WaterValueRecord[]): WaterSeries {
  const { station: id, name, latitude, longitude, datum, parameter, property, unit, interpolation } = record;
  return {
    ...{ station: { id, name, latitude, longitude, datum }, parameter, property, unit, interpolation },
    points: values.map(({ time, instant, value, quality, censored, remark }) => {
      return { time, instant: new Date(instant).toISOString(), value, quality, censored, remark };
    }),
  };
}

/** The functions on water data, loaded with the first one that is needed. */
export const water = waterModule;
