export * from './checked.ts';
export * from './clock.ts';
export * from './ids.ts';
export * from './language.ts';
export * from './limits.ts';
export * from './problem.ts';
export * from './search-text.ts';
export * from './span.ts';
