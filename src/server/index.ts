export { type AppOptions, buildApp } from './app.ts';
export { COLUMNS, KnowledgeFile } from './contract/index.ts';
export { registerCsv } from './present/register-csv.ts';
