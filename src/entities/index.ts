export * from './model.ts';
export { INTERNATIONAL } from './names/international.ts';
export { KNOWLEDGE, knowledgeSchema } from './names/knowledge.ts';
export { readEntities } from './read-entities.ts';
export { standingOn } from './succession.ts';
