import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Faces } from '../../reports/index.ts';

const find = createRequire(import.meta.url).resolve;
const TINOS = '@expo-google-fonts/tinos';
const SONG = '@expo-google-fonts/noto-serif-sc';
let latin: Promise<Omit<Faces, 'chinese'>> | null = null;
let chinese: Promise<NonNullable<Faces['chinese']>> | null = null;

/** The letters that PDF files take along; the Chinese ones only where a paper has any, for they are large. */
export async function facesFor(wantsChinese: boolean): Promise<Faces> {
  latin ??= loadLatin();
  if (wantsChinese) chinese ??= loadChinese();
  return { ...(await latin), chinese: wantsChinese ? await chinese : null };
}

async function loadLatin(): Promise<Omit<Faces, 'chinese'>> {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    load(`${TINOS}/400Regular/Tinos_400Regular.ttf`),
    load(`${TINOS}/700Bold/Tinos_700Bold.ttf`),
    load(`${TINOS}/400Regular_Italic/Tinos_400Regular_Italic.ttf`),
    load(`${TINOS}/700Bold_Italic/Tinos_700Bold_Italic.ttf`),
  ]);
  return { regular, bold, italic, boldItalic };
}

async function loadChinese(): Promise<NonNullable<Faces['chinese']>> {
  const [regular, bold] = await Promise.all([
    load(`${SONG}/400Regular/NotoSerifSC_400Regular.ttf`),
    load(`${SONG}/700Bold/NotoSerifSC_700Bold.ttf`),
  ]);
  return { regular, bold };
}

function load(path: string): Promise<Uint8Array> {
  return readFile(find(path));
}
