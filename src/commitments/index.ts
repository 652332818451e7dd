export type * from './clause.ts';
export * from './evaluation/index.ts';
export type * from './model.ts';
export { readCommitments } from './read-commitments.ts';
