import type { Locale } from '../../kernel/index.ts';
import type { FindingsTable } from './findings-table.ts';

/** The table of differences as a Word file. The writer of such files is loaded with the first one, not with the server. */
export async function findingsDocx(table: FindingsTable, locale: Locale): Promise<Uint8Array> {
  const { writeFindings } = await import('./findings-docx.ts');
  return writeFindings(table, locale);
}
