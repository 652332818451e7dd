/** Stands where something is to be filled in, on the screen and on paper. */
export const BLANK = '…………………………';

/** What a cell of a form says: nothing where only dots, lines and blanks stand, and none of the dots that were left beside words. */
export function filledIn(text: string): string {
  return /^[\s.…·_\u200b]*$/u.test(text) ? '' : text.replace(/^\s*…{2,}|…{2,}\s*$/gu, '').trim();
}

/** The keywords of a form: that it is one, and how many reports it went out with. */
export function formKeywords(rows: number): string {
  return `servanda reports ${rows}`;
}

/** How many reports a form went out with; null where that was lost. */
export function reportsIn(keywords: string): number | null {
  const [, rows] = /servanda reports (\d{1,6})/.exec(keywords) ?? [];
  return rows === undefined ? null : Number(rows);
}
