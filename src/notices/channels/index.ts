export * from './channel.ts';
export * from './figures.ts';
export * from './tell.ts';
export * from './told.ts';
