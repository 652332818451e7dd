export * from './actions.ts';
export * from './available.ts';
export * from './changes.ts';
export * from './duplicates.ts';
export * from './facts.ts';
export * from './from-profile.ts';
export * from './reduce.ts';
