import { type Selectable, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { EntityAction } from '../../register/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { upsertRows } from '../insert-rows.ts';
import type { EntityActionTable, EntityTable } from '../tables.ts';

/** A row of the registers of a relation. */
export type EntityRecord = Selectable<EntityTable>;

/** An action with the entry it belongs to. */
export interface EntryAction extends EntityAction {
  readonly entityId: string;
}

/** Adds rows of the projection, or replaces them by what their actions now lead to. */
export function putEntities(queries: Queries, records: readonly EntityRecord[]): Promise<void> {
  return upsertRows(queries, 'entity', 'id', records);
}

/**
 * Appends actions to the log.
 * @throws Problem `changed-meanwhile` where somebody else appended the same sequence first
 */
export function appendEntityActions(queries: Queries, actions: readonly EntryAction[]): Promise<void> {
  return appendToLog(
    queries,
    'entity',
    actions.map(({ entityId, ...action }) => ({ ...action, entity_id: entityId })),
  );
}

/** The actions of the entries given (or of all), by entry, oldest first. */
export async function entityActions(
  queries: Queries,
  ids: readonly string[] | null,
): Promise<Map<string, EntryAction[]>> {
  const all = queries.selectFrom('entity_action').selectAll().orderBy('entity_id').orderBy('sequence');
  const rows = await (ids === null
    ? all
    : all.where('entity_id', '=', sql<string>`any(${[...ids]}::text[])`)
  ).execute();
  return Map.groupBy(rows.map(actionOf), ({ entityId }) => entityId);
}

/** An action of an entry as its log keeps it. */
export function actionOf({ entity_id, hash: _, ...row }: Selectable<EntityActionTable>): EntryAction {
  return { ...row, entityId: entity_id };
}

/** @throws Problem `not-found` */
export function entityById(queries: Queries, id: string): Promise<EntityRecord> {
  return queries.selectFrom('entity').selectAll().where('id', '=', id).executeTakeFirstOrThrow(notFound(id));
}

/**
 * An entry for changing: nobody else changes it until the transaction ends.
 * @throws Problem `not-found`
 */
export function lockEntity(queries: Queries, id: string): Promise<EntityRecord> {
  return queries
    .selectFrom('entity')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound(id));
}

const notFound = (id: string) => () => new Problem('not-found', { noun: 'entity', id });

/** The entries of some ids; those that are none are left out. */
export function entitiesByIds(queries: Queries, ids: readonly string[]): Promise<EntityRecord[]> {
  return queries
    .selectFrom('entity')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
}

/** All entries of a relation, merged and rejected ones too; of one kind, or of all. */
export function entitiesOf(queries: Queries, relation: string, kind: EntityKind | null): Promise<EntityRecord[]> {
  const all = queries.selectFrom('entity').selectAll().where('relation', '=', relation).orderBy('id');
  return (kind === null ? all : all.where('kind', '=', kind)).execute();
}

/** The entries an entry stands for besides itself: those merged into it, and those it followed, all the way back. */
export async function familyOf(queries: Queries, id: string): Promise<EntityRecord[]> {
  const { rows } = await sql<{ id: string }>`select id from (${familyIds([id])}) own`.execute(queries);
  return entitiesByIds(
    queries,
    rows.map((row) => row.id),
  );
}

/** Ids of the entries that some entries stand for: themselves, what was merged into them, what they followed. */
export function familyIds(ids: readonly string[]) {
  return sql<string>`with recursive family(id) as (
      select e.id from entity e
        where e.canonical in (select canonical from entity where id = any(${[...ids]}::text[]))
      union
      select e.id from entity e join family f on e.successor = f.id or e.canonical = f.id
    ) select id from family`;
}

/** Makes every entry stand for the last one it was merged into. */
export async function followMerges(queries: Queries, relation: string): Promise<void> {
  await sql`with recursive chain(id, at) as (
      select id, id from entity where relation = ${relation}
      union
      select c.id, e.merged_into from chain c join entity e on e.id = c.at where e.merged_into is not null
    ), ends as (
      select c.id, c.at from chain c join entity e on e.id = c.at where e.merged_into is null
    )
    update entity set canonical = ends.at from ends where entity.id = ends.id and entity.canonical <> ends.at`.execute(
    queries,
  );
}

/** Which edition of a relation's profile the registers hold; null where none. */
export async function profileEdition(queries: Queries, relation: string): Promise<string | null> {
  const row = await queries
    .selectFrom('entity_profile')
    .select('sha256')
    .where('relation', '=', relation)
    .executeTakeFirst();
  return row?.sha256 ?? null;
}

export async function keepProfileEdition(queries: Queries, relation: string, sha256: string): Promise<void> {
  await upsertRows(queries, 'entity_profile', 'relation', [{ relation, sha256 }]);
}
