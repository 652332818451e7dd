export * from './snapshots.ts';
