export type * from './model.ts';
export { LINEAGE_RULES, RELATIONS } from './model.ts';
export { addWork, indexWorks, type LineageIndex, lineageIndex } from './scoring/index-works.ts';
export { lineageOf, traceWorks } from './trace.ts';
export { type CascadeRow, cascade } from './views/cascade.ts';
export { type Changes, changes } from './views/changes.ts';
export { type Thread, threads } from './views/threads.ts';
export { readWorks } from './works/read-works.ts';
export { gatherVersions, type WorkVersions } from './works/versions.ts';
