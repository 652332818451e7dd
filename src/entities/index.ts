export * from './model.ts';
export { INTERNATIONAL } from './names/international.ts';
export { KNOWLEDGE } from './names/knowledge.ts';
export { readEntities } from './read-entities.ts';
export { standingOn } from './succession.ts';
