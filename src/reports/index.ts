export { findingsDocx } from './versions/findings-docx.ts';
export { type FindingsTable, findingsTable, type VersionsReport } from './versions/findings-table.ts';
