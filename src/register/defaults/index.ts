export * from './propose.ts';
