import { type EntityRecord, entitiesByIds, entityLogsBefore, mergedEntities, type Queries } from '../../db/index.ts';
import { reduceEntity } from '../../register/index.ts';
import { entityRecord } from './entity-record.ts';

/**
 * The entries of the registers that were otherwise at an instant: what was acted on since, made again from its log.
 * @param at ISO instant
 */
export async function entriesThen(queries: Queries, at: string): Promise<EntityRecord[]> {
  const logs = await entityLogsBefore(queries, at);
  const heads = await entitiesByIds(queries, [...logs.keys()]);
  const made = heads.map((head) => entityRecord(head, reduceEntity(logs.get(head.id) ?? [])));
  const merged = (await mergedEntities(queries)).filter(({ id }) => !logs.has(id));
  return followed(made, merged);
}

/** Entries standing for what they had been merged into by then; of those merged before, the ones for which that was another. */
function followed(made: readonly EntityRecord[], merged: readonly EntityRecord[]): EntityRecord[] {
  const into = new Map([...made, ...merged].map(({ id, merged_into }) => [id, merged_into]));
  const end = (id: string): string => {
    const next = into.get(id) ?? null;
    return next === null ? id : end(next);
  };
  return [
    ...made.map((record) => ({ ...record, canonical: end(record.id) })),
    ...merged.flatMap((record) => {
      const canonical = end(record.id);
      return canonical === record.canonical ? [] : [{ ...record, canonical }];
    }),
  ];
}
