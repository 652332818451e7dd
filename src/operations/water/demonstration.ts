import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waterSeries } from '../../db/index.ts';
import type { Parameter, Threshold, WaterStation } from '../../notices/index.ts';
import { OPEN_SEAT } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { actOnWater, type WaterDeed } from './act-on-water.ts';
import { importWater } from './import-water.ts';
import { listWater, type WaterRow } from './read-water.ts';
import { water } from './store-water.ts';

interface Gauge extends Omit<WaterStation, 'id'> {
  readonly station: string;
  readonly parameter: Parameter;
  readonly unit: string;
  /** The offset its values are written at. */
  readonly zone: string;
  readonly pace: { readonly interval: number; readonly grace: number } | null;
  /** `settled` says how its crossings were dealt with. */
  readonly threshold: (Omit<Threshold, 'id'> & { readonly name: string; readonly settled: string | null }) | null;
  /** By the hour, up to the last full one; null where no value came. */
  readonly values: readonly (number | null)[];
}

const BY = 'demonstration';
const HOUR = 3_600_000;

/** Loads the gauges of the demonstration, once, where its folder has some; their last value is of the last full hour. */
export async function loadWater(context: Context, folder: string): Promise<void> {
  const text = await readFile(join(folder, 'water.json'), 'utf8').catch(() => null);
  if (text === null || (await waterSeries(context.whole.queries)).length > 0) return;
  const { series } = JSON.parse(text) as { readonly series: readonly Gauge[] };
  const { readTime, writeWaterCsv } = await water();
  const last = Math.floor(Date.parse(context.clock.now()) / HOUR) * HOUR;
  const gauges = series.map(({ station: id, name, latitude, longitude, datum, parameter, unit, zone, values }) => ({
    ...{ station: { id, name, latitude, longitude, datum }, parameter, property: parameter, unit, interpolation: null },
    points: values.flatMap((value, index) => {
      if (value === null) return [];
      const time = wallTime(last - (values.length - 1 - index) * HOUR, zone);
      const read = readTime(time);
      const instant = 'wrong' in read ? null : read.instant;
      return [{ time, instant, value, quality: 'unchecked' as const, censored: null, remark: null }];
    }),
  }));
  const bytes = new TextEncoder().encode(writeWaterCsv(gauges));
  await importWater(context, { name: 'water.json', bytes }, OPEN_SEAT, BY);
  for (const row of await listWater(context)) await agree(context, row, series);
}

/** A time at an offset of whole hours. */
function wallTime(instant: number, zone: string): string {
  return `${new Date(instant + Number.parseInt(zone, 10) * HOUR).toISOString().slice(0, 19)}${zone}`;
}

async function agree(context: Context, row: WaterRow, series: readonly Gauge[]): Promise<void> {
  const gauge = series.find(({ station, parameter }) => station === row.station.id && parameter === row.parameter);
  let { version } = row;
  const deed = (body: WaterDeed['body']) =>
    actOnWater(context, { id: row.id, version: version++, body }, OPEN_SEAT, BY);
  if (gauge?.pace) await deed({ type: 'set-pace', ...gauge.pace });
  if (!gauge?.threshold) return;
  const { settled, ...threshold } = gauge.threshold;
  await deed({ type: 'set-threshold', threshold: { id: context.newId(), ...threshold } });
  if (settled === null) return;
  const { open = [] } = (await listWater(context)).find(({ id }) => id === row.id) ?? {};
  for (const { threshold: passed, instant } of open)
    await deed({ type: 'settle', threshold: passed, instant, notice: null, note: settled });
}
