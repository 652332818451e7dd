export type { AknCommitment, AknInput } from './akn/model.ts';
export { namesOf as aknNames } from './akn/names.ts';
export { writeAkn } from './akn/write-akn.ts';
export { calendarIcs } from './calendar/calendar-file.ts';
export type { Calendar, CalendarEvent } from './calendar/events.ts';
export { csvSheet, tableCsv } from './data/csv.ts';
export { listJson, type ReadList, readListJson } from './data/json.ts';
export { JSONLD_CONTEXT, listJsonLd } from './data/jsonld.ts';
export * from './data/list.ts';
export type { Envelope } from './edxml/write-edxml.ts';
export type { Deviation } from './papers/check/model.ts';
export type { PaperCommitment, PaperFacts, PaperHead, PaperItem, PaperTask } from './papers/compose/facts.ts';
export type { Layout } from './papers/layouts/schema.ts';
export { PAPER_KINDS, type Paper, type PaperKind } from './papers/model.ts';
export type { Setting } from './papers/setting.ts';
export type { Faces } from './papers/write/faces.ts';
export { docxForms, formDocx, sheetXlsx, xlsxSheets } from './sheets/sheet-file.ts';
export { findingsDocx } from './versions/findings-file.ts';
export { type FindingsTable, findingsTable, type VersionsReport } from './versions/findings-table.ts';

/** The envelope by which state bodies exchange documents. Loaded with the first one. */
export function edxmlModule(): Promise<typeof import('./edxml/write-edxml.ts')> {
  return import('./edxml/write-edxml.ts');
}

/** Papers: composing, setting, writing and checking them. Loaded with the first paper, not with the server. */
export function papersModule(): Promise<typeof import('./papers/papers.ts')> {
  return import('./papers/papers.ts');
}
