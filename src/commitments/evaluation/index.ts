export * from './evaluate.ts';
export * from './gold.ts';
