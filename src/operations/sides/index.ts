export { actOnSharedTask, type SharedDeed } from './act-on-shared.ts';
export type * from './results.ts';
export { listTwoSides, twoSidesOf } from './two-sides.ts';
