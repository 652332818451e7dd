import { countEntities, countEntityFacets, type EntityFilter, listEntities } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import { databaseThen } from '../register-then.ts';
import { entityRows } from './entity-rows.ts';
import type { EntityList, EntityRow } from './results.ts';

/** What of a register is asked for: narrowed, one page; of today or a past day. */
export type EntityQuery = EntityFilter & {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  /** ISO date: how the register stood at the end of that day (UTC); left out for now. */
  readonly asOf?: string | undefined;
};

/** One page of a register of entries, proposals first, with the counts of each facet under all the others. */
export async function listEntries({ database, clock }: Context, query: EntityQuery): Promise<EntityList> {
  const queries = await databaseThen(database.queries, momentOf(clock, query.asOf).at);
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
export async function* entityBatches({ database, clock }: Context, query: EntityQuery): AsyncGenerator<EntityRow[]> {
  const queries = await databaseThen(database.queries, momentOf(clock, query.asOf).at);
  for (let offset = 0; ; offset += BATCH) {
    const records = await listEntities(queries, query, { offset, limit: BATCH });
    if (records.length > 0) yield await entityRows(queries, records);
    if (records.length < BATCH) return;
  }
}
