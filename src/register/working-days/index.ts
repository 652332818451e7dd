export * from './calendar.ts';
export * from './reckon.ts';
