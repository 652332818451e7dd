export * from './duties.ts';
export * from './model.ts';
