export * from './align.ts';
export * from './measure.ts';
export * from './model.ts';
