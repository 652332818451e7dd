import type { Locale } from '../../kernel/index.ts';
import type { ReadSheet, SheetTable } from '../../register/index.ts';

/** A list as an .xlsx file. The library is loaded with the first one, not with the server. */
export async function sheetXlsx(table: SheetTable, locale: Locale, at: string): Promise<Uint8Array> {
  const { writeSheet } = await import('./write-xlsx.ts');
  return writeSheet(table, locale, at);
}

/** A list as a form to fill in in Word or LibreOffice (.docx). The library is loaded with the first one. */
export async function formDocx(table: SheetTable, locale: Locale): Promise<Uint8Array> {
  const { writeForm } = await import('./write-form.ts');
  return writeForm(table, locale);
}

/** The reports of a form that was filled in. @throws Problem as `xlsxSheets` */
export async function docxForms(name: string, bytes: Uint8Array): Promise<ReadSheet[]> {
  const { readForm } = await import('./read-form.ts');
  return readForm(name, bytes);
}

/** The sheets of an .xlsx file. @throws Problem `format-unknown`, `file-damaged`, `file-too-large`, `sheet-too-large` */
export async function xlsxSheets(name: string, bytes: Uint8Array): Promise<ReadSheet[]> {
  const { readSheets } = await import('./read-xlsx.ts');
  return readSheets(name, bytes);
}
