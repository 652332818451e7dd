import type { Selectable } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { PagePictureTable, PageTable, ScanPageTable } from '../tables.ts';

/** Where the pages of a file begin; of a scan also its words, and of a file the pictures. */
export interface PageParts {
  readonly starts: readonly PageTable[];
  readonly scanned: readonly Selectable<ScanPageTable>[];
  readonly pictures: readonly PagePictureTable[];
}

export async function insertPages(queries: Queries, { starts, scanned, pictures }: PageParts): Promise<void> {
  await insertRows(queries, 'page', starts);
  await insertRows(queries, 'scan_page', scanned);
  for (const picture of pictures) await queries.insertInto('page_picture').values(picture).execute();
}

/** In the order of the text. */
export function pageStartsOf(queries: Queries, manifestationId: string): Promise<PageTable[]> {
  return queries
    .selectFrom('page')
    .selectAll()
    .where('manifestation_id', '=', manifestationId)
    .orderBy('start')
    .execute();
}

/** Pages read as pictures with their words, by number. */
export function scanPagesOf(queries: Queries, manifestationId: string): Promise<Selectable<ScanPageTable>[]> {
  return queries
    .selectFrom('scan_page')
    .selectAll()
    .where('manifestation_id', '=', manifestationId)
    .orderBy('number')
    .execute();
}

/**
 * The picture of a page; `manifestationId` is of the file, not of a corrected text.
 * @throws Problem `not-found`
 */
export function pagePictureOf(queries: Queries, manifestationId: string, number: number): Promise<PagePictureTable> {
  return queries
    .selectFrom('page_picture')
    .selectAll()
    .where('manifestation_id', '=', manifestationId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow(() => new Problem('not-found', { noun: 'page', id: String(number) }));
}
