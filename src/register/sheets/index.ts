export { cellAddress, foldHeader, headersOf, KEY_COLUMN, sheetColumns } from './columns.ts';
export { type CommitmentDeed, commitmentCells } from './commitments.ts';
export {
  FOREIGN_FIELDS,
  type ForeignColumn,
  type ForeignField,
  type ForeignTable,
  headerWords,
  readForeign,
} from './foreign.ts';
export { readKey, type SheetKey, writeKey } from './key.ts';
export { type KeyedRow, keyedRows } from './keyed-rows.ts';
export * from './model.ts';
export { planForeignRow } from './plan-foreign.ts';
export { cellsBetween, compareLogs, dataRow, deedsToReach } from './plan-logs.ts';
export { type KnownTask, type Planning, planCommitmentRow, planTaskRow, unplanned } from './plan-rows.ts';
export { type FoundTable, findTable, sayDay } from './read-table.ts';
export { openReport, type Reporting, taskCells } from './tasks.ts';
export { Wordings } from './wordings.ts';
