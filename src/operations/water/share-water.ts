import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Queries, type WaterSeriesRecord, waterSeries, waterSeriesById, waterValues } from '../../db/index.ts';
import { canonicalJson, Problem } from '../../kernel/index.ts';
import type { WaterPoint, WaterSeries } from '../../notices/index.ts';
import type { Context } from '../context.ts';
import { putInOutbox } from '../exchange/put-in-outbox.ts';
import type { Receiver } from '../exchange/receivers.ts';
import { isSame, storeWater, water } from './store-water.ts';

/** Values one message may carry: half a year of hours. */
const AT_ONCE = 5_000;

/**
 * Sends the values of a series from an instant on to a partner, through the gate of what may leave.
 * @returns how many values were put into the outbox
 * @throws Problem `not-found`, `release-refused`
 */
export function shareWater(
  context: Context,
  { id, partner, from }: { readonly id: string; readonly partner: string; readonly from: string | null },
  by: string,
): Promise<number> {
  return context.database.write(async (queries) => {
    const record = await waterSeriesById(queries, id);
    if (!record) throw new Problem('not-found', { noun: 'water', id });
    const values = (await waterValues(queries, [id], { from, to: null })).get(id) ?? [];
    await sendValues(queries, record, values, { partner, at: context.clock.now(), by });
    return values.length;
  });
}

/** Sends what a file of the own side brought to the partners who get these series by themselves. */
export async function sendShared(
  queries: Queries,
  series: readonly WaterSeries[],
  { party, at, by }: { readonly party: string | null; readonly at: string; readonly by: string },
): Promise<void> {
  const shared = (await waterSeries(queries)).filter(
    ({ party: own, source, state }) => own === party && source === null && (state.shared ?? []).length > 0,
  );
  for (const record of shared)
    for (const { points } of series.filter((one) => isSame(record, one)))
      for (const partner of record.state.shared ?? []) await sendValues(queries, record, points, { partner, at, by });
}

type Measured = Pick<WaterPoint, 'time' | 'value' | 'quality' | 'censored' | 'remark'>;

async function sendValues(
  queries: Queries,
  { id, station, name, latitude, longitude, datum, property, unit, interpolation }: WaterSeriesRecord,
  values: readonly Measured[],
  to: { readonly partner: string; readonly at: string; readonly by: string },
): Promise<void> {
  const head = { station, name, latitude, longitude, datum, property, unit, interpolation };
  for (let start = 0; start < values.length; start += AT_ONCE) {
    const points = values.slice(start, start + AT_ONCE).map(({ time, value, quality, censored, remark }) => {
      return { time, value, quality, censored, remark };
    });
    const data = { water: { ...head, points } };
    await putInOutbox(queries, { ...to, type: 'servanda.water', subject: id, class: 'shared', data });
  }
}

const message = z.strictObject({
  station: z.string().trim().min(1).max(200),
  name: z.string().max(300),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  datum: z.string().max(200).nullable(),
  property: z.string().max(300),
  unit: z.string().trim().min(1).max(60),
  interpolation: z.string().max(60).nullable(),
  points: z
    .array(
      z.strictObject({
        time: z.string().max(40),
        value: z.number().nullable(),
        quality: z.enum(['good', 'suspect', 'estimate', 'poor', 'unchecked', 'missing']),
        censored: z.enum(['below', 'above']).nullable(),
        remark: z.string().max(1000).nullable(),
      }),
    )
    .max(AT_ONCE),
});

/**
 * Takes in what another node measured: kept under that node's name, apart from what the side measured itself.
 * @throws Problem `input-invalid` (a value without a certain hour or form)
 */
export const receiveWater: Receiver = async (queries, { envelope, partner, context }) => {
  const parsed = message.safeParse(envelope.data.water);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Problem('input-invalid', { field: `water.${issue?.path.join('.')}`, reason: issue?.message ?? '' });
  }
  const { readTime, parameterOf } = await water();
  const { station: id, name, latitude, longitude, datum, property, unit, interpolation, points } = parsed.data;
  const series: WaterSeries = {
    ...{
      station: { id, name, latitude, longitude, datum },
      parameter: parameterOf(property),
      property,
      unit,
      interpolation,
    },
    points: points
      .map((point) => {
        const read = readTime(point.time);
        if ('wrong' in read) throw new Problem('input-invalid', { field: 'water.points.time', reason: point.time });
        return { ...point, instant: read.instant };
      })
      .sort((a, b) => (a.instant < b.instant ? -1 : 1)),
  };
  await storeWater(queries, [series], {
    ...{
      id: context.newId(),
      party: partner.own,
      at: context.clock.now(),
      by: `node:${partner.id}`,
      name: envelope.id,
    },
    ...{ format: 'exchange', findings: [], source: partner.id, newId: context.newId },
    sha256: createHash('sha256').update(canonicalJson(envelope.data)).digest('hex'),
  });
};
