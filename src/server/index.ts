export { type AppOptions, buildApp } from './app.ts';
export { COLUMNS } from './contract/index.ts';
export { registerCsv } from './present/register-csv.ts';
