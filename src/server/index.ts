export { type AppOptions, buildApp, buildPortal } from './app.ts';
export { COLUMNS } from './contract/index.ts';
export { clientSource, describeRoutes } from './description/index.ts';
export { readKnowledge } from './knowledge-file.ts';
export { listFile } from './present/list-file.ts';
export { registerCsv } from './present/register-csv.ts';
