import type { Part, Setting } from '../setting.ts';

/** Letters as files of glyphs: the Latin ones with the measures of Times, the Chinese where a paper has any. */
export interface Faces {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  readonly boldItalic: Uint8Array;
  readonly chinese: { readonly regular: Uint8Array; readonly bold: Uint8Array } | null;
}

/** Signs that only the Chinese face has, with the marks that stand between them. */
export const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]/u;

/** Whether a setting has Chinese signs. */
export function hasChinese(setting: Setting): boolean {
  return setting.sheets.some(({ parts, pageNumber }) => CHINESE.test(pageNumber.around) || parts.some(inPart));
}

function inPart(part: Part): boolean {
  if (part.kind === 'rule') return false;
  if (part.kind === 'line') return part.letters.some(({ text }) => CHINESE.test(text));
  return part.rows.some((cells) => cells.some(({ content }) => content.some(inPart)));
}
