export * from './entities.ts';
export * from './lessons.ts';
export * from './lineage.ts';
export * from './query.ts';
export * from './routes.ts';
export * from './sessions.ts';
export * as shapes from './shapes.ts';
export * from './tasks.ts';
export * from './teaching.ts';
