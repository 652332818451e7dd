export * from './may.ts';
export * from './model.ts';
export * from './side.ts';
export * from './tokens.ts';
export * from './units.ts';
