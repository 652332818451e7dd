import { stringify } from 'csv-stringify/sync';
import { csvRows, Problem } from '../../kernel/index.ts';
import type { ReadCell, ReadSheet, SheetTable } from '../../register/index.ts';
import { ROW_LIMIT } from '../sheets/layout.ts';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/**
 * A list as CSV: byte-order mark (Excel reads UTF-8 only with it), header in the reader's language, days in ISO. The key stands last, where
 * the list comes back.
 */
export function tableCsv({ columns, rows, form }: SheetTable): string {
  const all = columns.map((column, at) => ({ ...column, at }));
  const keys = form === null ? [] : all.filter(({ id }) => id === 'key');
  const shown = [...all.filter(({ id }) => id !== 'key'), ...keys];
  const cells = rows.map(({ cells, key }) =>
    shown.map(({ at, choices, id }) => {
      if (id === 'key') return key ?? '';
      const value = cells[at] ?? null;
      const said = choices.find((choice) => choice.value === String(value))?.label ?? String(value ?? '');
      // A cell that begins like a formula would be run by a spreadsheet: an apostrophe keeps it text.
      return FORMULA.test(said) && typeof value === 'string' ? `'${said}` : said;
    }),
  );
  return `\uFEFF${stringify([shown.map(({ title }) => title), ...cells], { record_delimiter: 'windows' })}`;
}

/**
 * Reads a CSV file as the one sheet of a spreadsheet: all cells are words. What kept a cell from being a formula is taken off again.
 * @throws Problem `file-damaged`, `sheet-too-large`
 */
export function csvSheet(name: string, bytes: Uint8Array): ReadSheet {
  const { rows, unclosed } = csvRows(decoded(name, bytes));
  if (unclosed !== null) {
    const reason = `“"”, ${unclosed.line}:${unclosed.column}`;
    throw new Problem('file-damaged', { name, format: 'csv', reason });
  }
  if (rows.length > ROW_LIMIT) throw new Problem('sheet-too-large', { name, sheet: 'CSV', limit: ROW_LIMIT });
  return {
    ...{ name: 'CSV', merges: [], exported: null },
    rows: rows.map((cells, index) => ({ number: index + 1, cells: cells.map(({ text }) => cellOf(text)) })),
  };
}

function cellOf(text: string): ReadCell {
  const value = text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
  return value === '' ? { value: null, kind: 'empty', formula: false } : { value, kind: 'text', formula: false };
}

function decoded(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('file-damaged', { name, format: 'csv', reason: 'UTF-8' });
  }
}
