import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { actionOf, type EntityRecord, type EntryAction } from './entities.ts';

/**
 * The registers of entries as they stood at an instant, for a list of `with`: entries, what was done to them, and what the texts
 * that had come by then say of them.
 * @param entries those that were otherwise then; those begun later are left out by their logs
 */
export function entityTables(at: string, entries: readonly EntityRecord[]): RawBuilder<unknown> {
  const come = sql`exists (select 1 from manifestation f where f.expression_id = r.expression_id and f.imported_at <= ${at})`;
  return sql`entity_then as materialized (
      select t.* from jsonb_array_elements(${JSON.stringify(entries)}::text::jsonb) o
        join entity e on e.id = o.value ->> 'id' cross join lateral jsonb_populate_record(e, o.value) t
    ), entity as not materialized (
      select e.* from entity e where e.id not in (select entity_id from entity_action where at > ${at})
        and e.id not in (select id from entity_then)
      union all select * from entity_then
    ), entity_action as not materialized (
      select * from entity_action where at <= ${at}
    ), entity_mention as not materialized (
      select r.* from entity_mention r where ${come}
    ), entity_fact as not materialized (
      select r.* from entity_fact r where ${come}
    )`;
}

/** Logs, up to an instant, of the entries that were known by then and acted on since. */
export async function entityLogsBefore(queries: Queries, at: string): Promise<Map<string, EntryAction[]>> {
  const rows = await queries
    .selectFrom('entity_action')
    .selectAll()
    .where('at', '<=', at)
    .where('entity_id', 'in', (since) => since.selectFrom('entity_action').select('entity_id').where('at', '>', at))
    .orderBy('entity_id')
    .orderBy('sequence')
    .execute();
  return Map.groupBy(rows.map(actionOf), ({ entityId }) => entityId);
}

/** The entries that stand for another now. */
export function mergedEntities(queries: Queries): Promise<EntityRecord[]> {
  return queries.selectFrom('entity').selectAll().where('merged_into', 'is not', null).execute();
}
