export * from './differences.ts';
export * from './reading.ts';
export * from './shared-task.ts';
