export { actOnSharedTask, type SharedDeed } from './act-on-shared.ts';
export { listTwoSides, pageOfTwoSides } from './list-two-sides.ts';
export type * from './results.ts';
export { twoSidesOf } from './two-sides.ts';
