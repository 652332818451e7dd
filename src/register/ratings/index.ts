export * from './scales.ts';
export * from './snapshot.ts';
