export * from './agreement.ts';
export * from './scales.ts';
export * from './snapshot.ts';
