export * from './available.ts';
export * from './check.ts';
export * from './clocks.ts';
export * from './ladder.ts';
export * from './model.ts';
export * from './reduce.ts';
export * from './types/index.ts';
export * from './zones.ts';
