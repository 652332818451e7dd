import { type Locale, MEDIA_TYPES } from '../../kernel/index.ts';
import { type ExportedList, JSONLD_CONTEXT, listJson, listJsonLd, sheetXlsx, tableCsv } from '../../reports/index.ts';
import type { ListFormat } from '../contract/index.ts';

/** A list as a file: its bytes or text, and its media type. */
export interface ListFile {
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** Address of the context under which linked data is published. */
export const CONTEXT_PATH = '/api/context/v1.jsonld';

/**
 * A list in one of the forms.
 * @param pages where the pages are; null where no server answers: linked data then carries its context with it
 */
export async function listFile(
  list: ExportedList,
  format: ListFormat,
  locale: Locale,
  pages: string | null,
): Promise<ListFile> {
  switch (format) {
    case 'xlsx':
      return {
        type: MEDIA_TYPES.xlsx,
        content: await sheetXlsx(list.table, locale, list.at),
      };
    case 'csv':
      return { type: 'text/csv; charset=utf-8', content: tableCsv(list.table) };
    case 'json':
      return { type: 'application/json; charset=utf-8', content: `${JSON.stringify(listJson(list), null, 1)}\n` };
    case 'jsonld': {
      const data = listJsonLd(
        list,
        pages ?? 'https://servanda.example',
        pages === null ? null : `${pages}${CONTEXT_PATH}`,
      );
      return { type: 'application/ld+json; charset=utf-8', content: `${JSON.stringify(data, null, 1)}\n` };
    }
  }
}

/** The context as it is published. */
export function contextFile(): string {
  return `${JSON.stringify(JSONLD_CONTEXT, null, 1)}\n`;
}
