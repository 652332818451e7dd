export type { AknCommitment, AknInput } from './akn/model.ts';
export { namesOf as aknNames } from './akn/names.ts';
export { writeAkn } from './akn/write-akn.ts';
export { sheetXlsx, xlsxSheets } from './sheets/sheet-file.ts';
export { urgingLetterDocx } from './urging/letter-file.ts';
export { findingsDocx } from './versions/findings-file.ts';
export { type FindingsTable, findingsTable, type VersionsReport } from './versions/findings-table.ts';
