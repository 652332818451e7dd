import { stringify } from 'csv-stringify/sync';
import type { FindingsTable } from '../../reports/index.ts';
import { harmless } from './register-csv.ts';

/** A table of differences as CSV: byte-order mark, head, one difference a row. */
export function findingsCsv({ columns, rows }: FindingsTable): string {
  const cells = rows.map((row) => row.map(({ text }) => harmless(text)));
  return `\uFEFF${stringify([columns, ...cells], { record_delimiter: 'windows' })}`;
}
