import { type EntityRecord, entitiesByIds, entityActions, followMerges, putEntities } from '../../db/index.ts';
import { reduceEntity } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { entityRecord } from './entity-record.ts';

/** Makes every row of the registers of entries again from its actions; returns how many. */
export function rebuildEntities({ database }: Context): Promise<number> {
  return database.write(async (queries) => {
    const logs = await entityActions(queries, null);
    const heads = await entitiesByIds(queries, [...logs.keys()]);
    const records = heads.map((head): EntityRecord => {
      const state = reduceEntity(logs.get(head.id) ?? []);
      return entityRecord(head, state, state.mergedInto ?? head.id);
    });
    await putEntities(queries, records);
    for (const relation of new Set(records.map((record) => record.relation))) await followMerges(queries, relation);
    return records.length;
  });
}
