export { addEntity, type DecideEntity, decideEntity, type NewEntity } from './decide-entity.ts';
export { getEntity } from './entity-detail.ts';
export { type EntityQuery, entityBatches, listEntries } from './list-entities.ts';
export type * from './results.ts';
