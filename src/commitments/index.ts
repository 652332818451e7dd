export type * from './model.ts';
export type * from './clause.ts';
