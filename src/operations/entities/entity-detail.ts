import {
  type EntityRecord,
  type EntryAction,
  entitiesByIds,
  entitiesOf,
  entityActions,
  entityById,
  factsAbout,
  familyOf,
  mentionsOf,
  type Placed,
  type Queries,
} from '../../db/index.ts';
import { contradictions, entityChanges, historyOf, reduceEntity, reduceEntitySteps } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import { databaseThen } from '../register-then.ts';
import { duplicatesIn, entityRows, keptFact } from './entity-rows.ts';
import type { EntityDetail, EntityFactRow, EntityHistoryEntry, EntityLink, EntityMentionRow } from './results.ts';

/** Places shown at once; the register list has the rest. */
const PLACES = 200;

/**
 * An entry; of a past day (ISO) as it stood at its end.
 * @throws Problem `not-found`, also of an entry that nobody knew on that day
 */
export async function getEntity({ database, clock }: Context, id: string, asOf?: string): Promise<EntityDetail> {
  return entityDetail(await databaseThen(database.queries, momentOf(clock, asOf).at), id);
}

function link({ id, fields }: EntityRecord): EntityLink {
  return { id, names: fields.names, from: fields.from, until: fields.until };
}

/** What an entry followed and what followed it, from the oldest to the latest. */
function chainOf(record: EntityRecord, all: readonly EntityRecord[]) {
  const successors: EntityRecord[] = [];
  for (let next = record.successor; next !== null; ) {
    const found = all.find(({ id }) => id === next);
    if (found === undefined || found.id === record.id || successors.includes(found)) break;
    successors.push(found);
    next = found.successor;
  }
  const predecessors: EntityRecord[] = [];
  let level = [record.id];
  while (level.length > 0) {
    const before = all.filter(
      ({ successor, id }) => successor !== null && level.includes(successor) && id !== record.id,
    );
    const fresh = before.filter((one) => !predecessors.includes(one));
    predecessors.unshift(...fresh);
    level = fresh.map(({ id }) => id);
  }
  return { predecessors: predecessors.map(link), successors: successors.map(link) };
}

function placeOf(row: Placed & { span_start: number; span_end: number; quote: string }) {
  return {
    workId: row.work_id,
    workTitle: row.work_title,
    workDate: row.work_date,
    expressionId: row.expression_id,
    language: row.language,
    span: { start: row.span_start, end: row.span_end },
    quote: row.quote,
  };
}

async function factRows(queries: Queries, id: string, dismissed: readonly string[]): Promise<EntityFactRow[]> {
  const facts = await factsAbout(queries, [id]);
  const against = contradictions(facts.filter(({ key }) => !dismissed.includes(key)).map(keptFact));
  return facts.map((fact) => ({
    ...placeOf(fact),
    ...{ key: fact.key, value: fact.value, status: fact.status },
    contradicts: against.has(fact.key),
    dismissed: dismissed.includes(fact.key),
  }));
}

async function placesOf(queries: Queries, id: string): Promise<EntityMentionRow[]> {
  const family = await familyOf(queries, id);
  const rows = await mentionsOf(
    queries,
    family.map((one) => one.id),
    { offset: 0, limit: PLACES },
  );
  return rows.map((row) => ({
    ...placeOf(row),
    ...{ prefix: row.prefix, suffix: row.suffix, rule: row.rule, entityId: row.entity_id },
  }));
}

function readHistory(log: readonly EntryAction[]): EntityHistoryEntry[] {
  if (log.length === 0) return [];
  return historyOf(log, reduceEntitySteps(log), entityChanges).map((step, index) => {
    const body = log[index]?.body;
    const { reason = null, note = '' } = body?.type === 'reject' ? body : {};
    return { ...step, reason, note };
  });
}

/** Fields whose values are entries. */
const ENTRY_FIELDS: readonly string[] = ['parent', 'successor', 'mergedInto'];

/** The names of the entries that a history speaks of; of those the seat may not see none. */
async function namesIn(queries: Queries, history: readonly EntityHistoryEntry[]): Promise<EntityDetail['spokenOf']> {
  const ids = history
    .flatMap(({ changes }) => changes)
    .flatMap(({ field, before, after }) => (ENTRY_FIELDS.includes(field) ? [before, after] : []))
    .filter((id) => typeof id === 'string');
  const entries = ids.length === 0 ? [] : await entitiesByIds(queries, [...new Set(ids)]);
  return Object.fromEntries(entries.map(({ id, fields }) => [id, fields.names]));
}

/** Everything the page of an entry shows. */
export async function entityDetail(queries: Queries, id: string): Promise<EntityDetail> {
  const record = await entityById(queries, id);
  const all = await entitiesOf(queries, record.relation, record.kind);
  const log = (await entityActions(queries, [id])).get(id) ?? [];
  const history = readHistory(log);
  const [row] = await entityRows(queries, [record]);
  const above = record.fields.parent === null ? [] : await entitiesByIds(queries, [record.fields.parent]);
  const pairs = (await duplicatesIn(queries, record.relation, record.kind)).filter(({ a, b }) => a === id || b === id);
  const byId = new Map(all.map((one) => [one.id, one]));
  return {
    ...(row as NonNullable<typeof row>),
    ...chainOf(record, all),
    parent: above[0] === undefined ? null : link(above[0]),
    merged: all.filter(({ merged_into }) => merged_into === id).map((one) => ({ ...link(one), version: one.version })),
    duplicates: pairs.map(({ a, b, score }) => {
      const other = a === id ? b : a;
      return { id: other, names: byId.get(other)?.fields.names ?? {}, score };
    }),
    facts: await factRows(queries, id, log.length === 0 ? [] : reduceEntity(log).dismissed),
    places: await placesOf(queries, id),
    history,
    spokenOf: await namesIn(queries, history),
  };
}
