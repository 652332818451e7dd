import { countsOfEntities } from '../../db/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import { seriesCatalogue, toldOf, wasThere } from './catalogue.ts';
import type { SeriesDetail, SeriesList } from './results.ts';
import { seriesDetail } from './series-detail.ts';
import { seriesRow } from './series-row.ts';

export {
  actOnSeries,
  beginSeries,
  type NewSeries,
  type NewSeriesNote,
  noteOnSeries,
  type SeriesDeed,
} from './act-on-series.ts';
export { rebuildSeries } from './rebuild-series.ts';
export type * from './results.ts';
export { type TakeUp, takeUp } from './take-up.ts';

/** Every mechanism the seat may see, with its last and next session; of a past day (ISO), as they stood at its end. */
export async function seriesOf({ database, clock }: Context, asOf?: string): Promise<SeriesList> {
  const { queries } = database;
  const { day, at } = momentOf(clock, asOf);
  const entries = await seriesCatalogue(queries, at);
  const entities = entries.flatMap(({ entity }) => entity ?? []);
  const told = await toldOf(queries, entities, asOf);
  const named = await countsOfEntities(queries, entities, asOf);
  const counts = new Map(named.map((one) => [one.canonical, one.commitments]));
  const there = entries.filter((entry) => at === null || wasThere(entry, counts.has(entry.entity ?? '')));
  const rows = there.map((entry) =>
    seriesRow(entry, told.get(entry.entity ?? ''), counts.get(entry.entity ?? '') ?? 0, day),
  );
  return { day, rows };
}

/**
 * One mechanism with its sessions; of a past day (ISO) as they stood at its end, when nothing can be done to it.
 * @throws Problem `not-found`, also of a mechanism that was not there on that day
 */
export function oneSeries({ database, clock }: Context, id: string, seat: Seat, asOf?: string): Promise<SeriesDetail> {
  return seriesDetail(database.queries, id, seat, momentOf(clock, asOf));
}
