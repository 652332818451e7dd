export * from './compare.ts';
export * from './snapshots.ts';
