export { cascadeOf } from './cascade.ts';
export { whatChanged } from './changes.ts';
export { addLink, decideLink, type LinkAddition, type LinkDecision } from './decide-link.ts';
export * from './results.ts';
export { threadOf } from './thread.ts';
export { followChange, traceLineage } from './trace-lineage.ts';
export { lineageWorks } from './works.ts';
