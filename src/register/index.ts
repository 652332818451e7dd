export * from './actions.ts';
export * from './available.ts';
export * from './find-quote.ts';
export * from './history.ts';
export * from './new-version.ts';
export * from './proposal.ts';
export * from './reduce.ts';
export * from './same-value.ts';
