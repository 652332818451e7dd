export * from './countries.ts';
export * from './fold.ts';
export * from './matcher.ts';
export * from './names.ts';
export * from './profile.ts';
export * from './scales.ts';
export * from './sector-terms.ts';
