import { stringify } from 'csv-stringify/sync';
import { type BodyForms, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { CommitmentRow } from '../../operations/index.ts';
import type { Column } from '../contract/index.ts';
import { cellText } from './cell.ts';

/**
 * The register as CSV, piece by piece: byte-order mark (Excel reads UTF-8 only with it), header in the reader's
 * language, then the rows as they come.
 * @param names what texts call bodies that no register knows
 */
export async function* registerCsv(
  batches: AsyncIterable<readonly CommitmentRow[]>,
  columns: readonly Column[],
  locale: Locale,
  names: BodyForms = new Map(),
): AsyncGenerator<string> {
  yield `\uFEFF${stringify([columns.map((column) => translate(locale, `column.${column}`))], FORM)}`;
  for await (const rows of batches) {
    yield stringify(
      rows.map((row) => columns.map((column) => harmless(cellText(locale, column, row, names)))),
      FORM,
    );
  }
}

const FORM = { record_delimiter: 'windows' } as const;

/** A cell that begins like a formula would be run by a spreadsheet: an apostrophe keeps it text. */
export function harmless(cell: string): string {
  return /^[\s]*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
