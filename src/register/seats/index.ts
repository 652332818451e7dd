export * from './model.ts';
export * from './units.ts';
