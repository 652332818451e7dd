export * from './counts.ts';
export * from './group.ts';
export * from './unit-tree.ts';
