import {
  countsOfEntities,
  type EntityRecord,
  entitiesByIds,
  entitiesOf,
  entityActions,
  factsAbout,
  listState,
  type PlacedFact,
  type Queries,
} from '../../db/index.ts';
import {
  contradictions,
  type DuplicatePair,
  findDuplicates,
  type KeptFact,
  reduceEntity,
  summariseFacts,
} from '../../register/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';
import type { EntityRow } from './results.ts';

/** A fact of the database as rules weigh it. */
export function keptFact({ key, value, status, work_date, confidence }: PlacedFact): KeptFact {
  return { key, value, status, said: work_date, confidence };
}

/** Pairs of entries of one register that may be the same. Two entries of the profile are two. */
export async function duplicatesIn(queries: Queries, relation: string, kind: EntityKind): Promise<DuplicatePair[]> {
  const records = (await entitiesOf(queries, relation, kind)).filter(
    ({ decision }) => decision !== 'merged' && decision !== 'rejected',
  );
  const settled = new Map(
    records.map(({ id, origin, decision }) => [id, origin === 'profile' || decision === 'confirmed']),
  );
  const named = records.map(({ id, kind: of, fields }) => ({ id, kind: of, names: fields.names }));
  return findDuplicates(named, (a, b) => settled.get(a) === true && settled.get(b) === true);
}

/** Facts people have dismissed, by entry. */
export async function dismissedFacts(
  queries: Queries,
  ids: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const logs = await entityActions(queries, ids);
  return new Map([...logs].map(([id, log]) => [id, reduceEntity(log).dismissed]));
}

function partnerOf(id: string, pairs: readonly DuplicatePair[]): { id: string; score: number } | null {
  const pair = pairs.find(({ a, b }) => a === id || b === id);
  return pair === undefined ? null : { id: pair.a === id ? pair.b : pair.a, score: pair.score };
}

/** Rows as pages show them: with what the texts say of each, how often they name it, and what it may be the same as. */
export async function entityRows(queries: Queries, records: readonly EntityRecord[]): Promise<EntityRow[]> {
  const ids = records.map(({ id }) => id);
  const [facts, counts, dismissed] = [
    await factsAbout(queries, ids),
    new Map((await countsOfEntities(queries, ids)).map((count) => [count.canonical, count])),
    await dismissedFacts(queries, ids),
  ];
  const byEntity = Map.groupBy(facts, ({ canonical }) => canonical);
  const pairs = new Map<string, DuplicatePair[]>();
  for (const { relation, kind } of records) {
    const register = `${relation} ${kind}`;
    if (!pairs.has(register)) pairs.set(register, await duplicatesIn(queries, relation, kind));
  }
  const partners = new Map(
    records.map(({ id, relation, kind }) => [id, partnerOf(id, pairs.get(`${relation} ${kind}`) ?? [])] as const),
  );
  const linked = [
    ...records.map(({ successor }) => successor),
    ...[...partners.values()].map((one) => one?.id ?? null),
  ];
  const names = new Map(
    (
      await entitiesByIds(
        queries,
        linked.filter((id) => id !== null),
      )
    ).map(({ id, fields }) => [id, fields.names]),
  );
  return records.map((record) => {
    const own = (byEntity.get(record.id) ?? []).filter(({ key }) => !(dismissed.get(record.id) ?? []).includes(key));
    const kept = own.map(keptFact);
    const partner = partners.get(record.id) ?? null;
    return {
      ...{ id: record.id, relation: record.relation, kind: record.kind, decision: record.decision },
      ...{ origin: record.origin, unsure: record.unsure, version: record.version, fields: record.fields },
      state: record.decision === 'merged' ? 'merged' : listState(record),
      canUndo: record.undoable !== null,
      mergedInto: record.merged_into,
      successorName: record.successor === null ? null : (names.get(record.successor) ?? null),
      summary: summariseFacts(kept),
      contradictions: contradictions(kept).size,
      mentions: counts.get(record.id)?.mentions ?? 0,
      works: counts.get(record.id)?.works ?? 0,
      commitments: counts.get(record.id)?.commitments ?? 0,
      duplicate: partner && { ...partner, names: names.get(partner.id) ?? {} },
    };
  });
}
