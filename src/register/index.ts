export * from './actions.ts';
export * from './available.ts';
export * from './history.ts';
export * from './reduce.ts';
