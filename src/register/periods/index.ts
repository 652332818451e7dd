export * from './duties.ts';
export * from './model.ts';
export * from './owed.ts';
