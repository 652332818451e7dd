import {
  lastWaterInstants,
  partners,
  type WaterSeriesRecord,
  type WaterValueRecord,
  waterCorrections,
  waterSeries,
  waterSeriesById,
  waterValues,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Crossing, MissingSlots, WaterPoint, WaterSeries, WaterSeriesState } from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { seriesOf, water } from './store-water.ts';

const HOUR = 3_600_000;
/** Over how many hours a trend is told, and back to how many days the list looks for what is missing or was passed. */
const TREND_HOURS = 3;
const LOOK_BACK_DAYS = 7;

/** A crossing of a threshold that nobody dealt with. */
export interface OpenCrossing extends Crossing {
  readonly name: string;
  readonly limit: number | null;
  readonly limitUnit: string;
}

/** A series in one line: its last value, where it goes, what is missing. */
export interface WaterRow
  extends Pick<WaterSeriesRecord, 'id' | 'source' | 'version' | 'parameter' | 'property' | 'unit'> {
  readonly station: WaterSeries['station'];
  readonly state: WaterSeriesState;
  readonly last: WaterPoint | null;
  /** Change an hour over the last three hours, in the unit of the series; null where it cannot be told. */
  readonly trend: number | null;
  readonly missing: readonly MissingSlots[];
  readonly open: readonly OpenCrossing[];
}

/** The nodes the values of a side can go to. */
export async function waterPartners({ database }: Context, { party }: Pick<Seat, 'party'>) {
  const active = (await partners(database.queries, party)).filter(({ state }) => state === 'active');
  return active.map(({ id, name }) => ({ id, name }));
}

/** Every series the seat sees, as it stands now. */
export async function listWater(context: Context): Promise<readonly WaterRow[]> {
  const { queries } = context.database;
  const records = await waterSeries(queries);
  const last = await lastWaterInstants(queries);
  const now = context.clock.now();
  const from = new Date(Date.parse(now) - LOOK_BACK_DAYS * 24 * HOUR).toISOString();
  const recent = await waterValues(
    queries,
    records.map(({ id }) => id),
    { from, to: null },
  );
  const rows: WaterRow[] = [];
  for (const record of records) {
    const instant = last.get(record.id) ?? null;
    const values = recent.get(record.id) ?? [];
    // A series that fell silent long ago still shows its last value.
    const quiet = instant !== null && new Date(instant).toISOString() < from;
    const shown = quiet
      ? ((await waterValues(queries, [record.id], { from: instant, to: instant })).get(record.id) ?? [])
      : values;
    rows.push(await rowOf(record, shown, now));
  }
  return rows;
}

async function rowOf(record: WaterSeriesRecord, values: readonly WaterValueRecord[], now: string): Promise<WaterRow> {
  const { missingSlots, crossings, isSettled } = await water();
  const { station, points } = seriesOf(record, values);
  const { id, source, version, parameter, property, unit, state } = record;
  const open = crossings(points, unit, state.thresholds)
    .filter((crossing) => !isSettled(state, crossing))
    .map((crossing): OpenCrossing => {
      const threshold = state.thresholds.find((one) => one.id === crossing.threshold);
      const { name = '', value: limit = null, unit: limitUnit = unit } = threshold ?? {};
      return { ...crossing, name, limit, limitUnit };
    });
  return {
    ...{ id, source, version, parameter, property, unit, station, state, open },
    last: points.findLast(({ value }) => value !== null) ?? null,
    trend: trendOf(points),
    missing: missingSlots(points, state, now),
  };
}

function trendOf(points: readonly WaterPoint[]): number | null {
  const numbers = points.flatMap(({ instant, value }) =>
    instant === null || value === null ? [] : [{ at: Date.parse(instant), value }],
  );
  const last = numbers.at(-1);
  if (!last) return null;
  const first = numbers.find(({ at }) => at >= last.at - TREND_HOURS * HOUR);
  if (!first || first.at === last.at) return null;
  return Number((((last.value - first.value) * HOUR) / (last.at - first.at)).toPrecision(6));
}

/** A series with its values, and its other datums beside it. */
export interface WaterView extends WaterRow {
  readonly points: readonly WaterPoint[];
  readonly corrections: readonly { readonly instant: string; readonly value: number | null }[];
  /** Series of the same station and parameter above another datum, with their last value before and first after. */
  readonly datums: readonly {
    readonly id: string;
    readonly datum: string | null;
    readonly from: string;
    readonly to: string;
  }[];
}

/** One series between two instants (null: all of it). @throws Problem `not-found` */
export async function readWaterSeries(
  context: Context,
  id: string,
  span: { readonly from: string | null; readonly to: string | null },
): Promise<WaterView> {
  const { queries } = context.database;
  const record = await waterSeriesById(queries, id);
  if (!record) throw new Problem('not-found', { noun: 'water', id });
  const values = (await waterValues(queries, [id], span)).get(id) ?? [];
  const siblings = (await waterSeries(queries)).filter(
    (one) => one.station === record.station && one.property === record.property && one.source === record.source,
  );
  const others = await waterValues(
    queries,
    siblings.map((one) => one.id),
    { from: null, to: null },
  );
  const datums = siblings.flatMap((one) => {
    const all = others.get(one.id) ?? [];
    const [first, last] = [all[0], all.at(-1)];
    return first && last ? [{ id: one.id, datum: one.datum, from: iso(first.instant), to: iso(last.instant) }] : [];
  });
  const corrections = (await waterCorrections(queries, id)).map(({ instant, value }) => ({
    instant: iso(instant),
    value,
  }));
  const row = await rowOf(record, values, context.clock.now());
  return { ...row, points: seriesOf(record, values).points, corrections, datums };
}

function iso(instant: string): string {
  return new Date(instant).toISOString();
}

/** Series as a file: the CSV profile, SensorThings JSON, or WaterML 2.0. Some, or all the seat sees. */
export async function exportWater(
  context: Context,
  { ids, format }: { readonly ids: readonly string[] | null; readonly format: 'csv' | 'json' | 'xml' },
): Promise<string> {
  const { queries } = context.database;
  const records = (await waterSeries(queries)).filter(({ id }) => ids === null || ids.includes(id));
  const values = await waterValues(
    queries,
    records.map(({ id }) => id),
    { from: null, to: null },
  );
  const series = records.map((record) => seriesOf(record, values.get(record.id) ?? []));
  const { sensorThings, writeWaterCsv, writeWaterMl } = await water();
  if (format === 'csv') return writeWaterCsv(series);
  if (format === 'xml') return writeWaterMl(series, context.clock.now());
  return `${JSON.stringify(sensorThings(series), null, 1)}\n`;
}
