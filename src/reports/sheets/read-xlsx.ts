import { type Cell, readXlsx, type Sheet } from 'hucre/xlsx';
import { Problem } from '../../kernel/index.ts';
import type { ReadCell, ReadSheet } from '../../register/index.ts';
import { assertOffice } from './archive.ts';
import { COLUMN_LIMIT, ORIGIN_SHEET, ROW_LIMIT } from './layout.ts';

/**
 * Reads the sheets of an .xlsx file that hold something, but hidden ones.
 * @throws Problem `format-unknown` (no .xlsx), `file-damaged`, `sheet-too-large`
 */
export async function readSheets(name: string, bytes: Uint8Array): Promise<ReadSheet[]> {
  assertOffice(name, bytes, 'xl/workbook.xml');
  const book = await readXlsx(bytes, { readStyles: false, maxRows: ROW_LIMIT + 1 }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('file-damaged', { name, format: 'xlsx', reason: reason.slice(0, 200) });
  });
  const origin = book.sheets.find((sheet) => sheet.name === ORIGIN_SHEET);
  const exported = Number(origin?.rows.find(([field]) => field === 'rows')?.[1] ?? Number.NaN);
  const shown = book.sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden && sheet.name !== ORIGIN_SHEET);
  return shown
    .map((sheet) => readSheet(name, sheet, Number.isFinite(exported) ? exported : null))
    .filter(({ rows }) => rows.length > 0);
}

function readSheet(file: string, sheet: Sheet, exported: number | null): ReadSheet {
  if (sheet.rows.length > ROW_LIMIT) {
    throw new Problem('sheet-too-large', { name: file, sheet: sheet.name, limit: ROW_LIMIT });
  }
  const rows = sheet.rows.flatMap((values, index) => {
    const cells = values
      .slice(0, COLUMN_LIMIT)
      .map((value, column) => cellOf(value, sheet.cells?.get(`${index},${column}`)));
    return cells.every(({ kind, formula }) => kind === 'empty' && !formula) ? [] : [{ number: index + 1, cells }];
  });
  const merges = (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
    ...{ rows: [startRow + 1, endRow + 1] as const, columns: [startCol, endCol] as const },
  }));
  return { name: sheet.name, rows, merges, exported };
}

const ERROR = /^#(REF|NAME|VALUE|DIV\/0|N\/A|NULL|NUM|SPILL|CALC)[!?]?$/;

function cellOf(given: unknown, detail: Cell | undefined): ReadCell {
  const formula = detail?.formula !== undefined;
  const value = formula && !(given instanceof Date) ? (detail?.formulaResult ?? given) : given;
  if (value === null || value === undefined || value === '') return { value: null, kind: 'empty', formula };
  if (value instanceof Date) return { value: dayOf(value), kind: 'day', formula };
  if (typeof value === 'number') return { value, kind: 'number', formula };
  if (typeof value === 'boolean') return { value, kind: 'flag', formula };
  const text = String(value);
  return { value: text, kind: detail?.type === 'error' || ERROR.test(text) ? 'error' : 'text', formula };
}

/** A spreadsheet's day has no time zone; half a day of rounding takes off what floating point added. */
function dayOf(value: Date): string {
  return new Date(value.getTime() + 30_000).toISOString().slice(0, 10);
}
