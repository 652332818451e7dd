import { listSeries, putSeries, seriesActions } from '../../db/index.ts';
import { reduceSeries } from '../../register/index.ts';
import type { Context } from '../context.ts';

/** Makes the state of every series again from its log; returns how many. */
export function rebuildSeries({ database }: Context): Promise<number> {
  return database.write(async (queries) => {
    const logs = await seriesActions(queries, null);
    const records = (await listSeries(queries)).map((record) => {
      const state = reduceSeries(logs.get(record.id) ?? []);
      return { ...record, state, version: state.version };
    });
    await putSeries(queries, records);
    return records.length;
  });
}
