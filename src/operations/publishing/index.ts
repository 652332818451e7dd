export { publishItems, rebuildPublications, undoItems, withdrawItems, withdrawWithWork } from './publish.ts';
export { listPublishing, previewItem, readPublishing } from './publishing-of.ts';
export type * from './results.ts';
