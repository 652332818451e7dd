import { stringify } from 'csv-stringify/sync';
import type { SheetTable } from '../../register/index.ts';

/** A list as CSV: byte-order mark (Excel reads UTF-8 only with it), header in the reader's language, days in ISO. The key stays out. */
export function tableCsv({ columns, rows }: SheetTable): string {
  const shown = columns.flatMap((column, at) => (column.id === 'key' ? [] : [{ ...column, at }]));
  const cells = rows.map(({ cells }) =>
    shown.map(({ at, choices }) => {
      const value = cells[at] ?? null;
      const said = choices.find((choice) => choice.value === String(value))?.label ?? String(value ?? '');
      // A cell that begins like a formula would be run by a spreadsheet: an apostrophe keeps it text.
      return /^\s*[=+\-@\t\r＝＋－＠]/.test(said) && typeof value === 'string' ? `'${said}` : said;
    }),
  );
  return `\uFEFF${stringify([shown.map(({ title }) => title), ...cells], { record_delimiter: 'windows' })}`;
}
