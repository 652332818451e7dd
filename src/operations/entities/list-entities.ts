import { countEntities, countEntityFacets, type EntityFilter, listEntities } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { entityRows } from './entity-rows.ts';
import type { EntityList, EntityRow } from './results.ts';

export type EntityQuery = EntityFilter & { readonly offset?: number | undefined; readonly limit?: number | undefined };

/** One page of a register of entries, proposals first, with the counts of each facet under all the others. */
export async function listEntries({ database }: Context, query: EntityQuery): Promise<EntityList> {
  const { queries } = database;
  const page = { offset: query.offset ?? 0, limit: query.limit ?? 100 };
  const records = await listEntities(queries, query, page);
  const counts = await countEntityFacets(queries, query);
  const facet = (name: string) =>
    counts.filter((one) => one.facet === name).map(({ value, count }) => ({ value, count }));
  return {
    total: await countEntities(queries, query),
    rows: await entityRows(queries, records),
    facets: { state: facet('state'), party: facet('party'), type: facet('type'), relation: facet('relation') },
  };
}

const BATCH = 500;

/** Every row of a query in order, some at a time. */
export async function* entityBatches({ database }: Context, query: EntityFilter): AsyncGenerator<EntityRow[]> {
  for (let offset = 0; ; offset += BATCH) {
    const records = await listEntities(database.queries, query, { offset, limit: BATCH });
    if (records.length > 0) yield await entityRows(database.queries, records);
    if (records.length < BATCH) return;
  }
}
