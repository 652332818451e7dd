export * from './model.ts';
export * from './reduce.ts';
export * from './with-fields.ts';
