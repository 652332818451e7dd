import type { Locale } from '../../kernel/index.ts';
import type { Letter } from './letter.ts';

/** The urging letter as a Word file. The writer of such files is loaded with the first one, not with the server. */
export async function urgingLetterDocx(letter: Letter, locale: Locale): Promise<Uint8Array> {
  const { writeLetter } = await import('./letter-docx.ts');
  return writeLetter(letter, locale);
}
