export type * from './results.ts';
export type * from './signatures.ts';
