import { appendWaterActions, lockWaterSeries, putWaterSeries, waterActions } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { WaterSeriesAction } from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { water } from './store-water.ts';

/** What a person does to a series, naming the version they saw. */
export interface WaterDeed {
  readonly id: string;
  readonly version: number;
  readonly body: Exclude<WaterSeriesAction, { type: 'begin' }>;
}

/**
 * Sets the pace or a threshold of a series, or settles a crossing. What was agreed is entered here; nothing is agreed by default.
 * @throws Problem `not-found`, `changed-meanwhile`
 */
export async function actOnWater(
  context: Context,
  { id, version, body }: WaterDeed,
  { party }: Seat,
  by: string,
): Promise<void> {
  const { reduceSeries } = await water();
  await context.database.write(async (queries) => {
    const record = await lockWaterSeries(queries, id);
    if (!record) throw new Problem('not-found', { noun: 'water', id });
    if (record.version !== version) throw new Problem('changed-meanwhile', { noun: 'water', id });
    const log = await waterActions(queries, id);
    const state = reduceSeries([...log.map((one) => one.body), body]);
    const entry = {
      id: context.newId(),
      series_id: id,
      sequence: version + 1,
      at: context.clock.now(),
      by,
      party,
      body,
    };
    await appendWaterActions(queries, [entry]);
    await putWaterSeries(queries, [{ ...record, version: version + 1, state }]);
  });
}
