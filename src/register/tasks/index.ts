export * from './actions.ts';
export * from './available.ts';
export * from './check.ts';
export * from './model.ts';
export * from './owed.ts';
export * from './reduce.ts';
export * from './timeliness.ts';
export * from './urgings.ts';
