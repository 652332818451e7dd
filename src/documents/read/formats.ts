import type { Format } from '../model.ts';

const BY_ENDING: Readonly<Record<string, Format>> = {
  txt: 'txt',
  text: 'txt',
  md: 'txt',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  odt: 'odt',
  doc: 'doc',
  dot: 'doc',
  rtf: 'doc',
  wps: 'doc',
  mht: 'html',
  mhtml: 'html',
  xml: 'akn',
  akn: 'akn',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  tif: 'image',
  tiff: 'image',
};

/** The format a file's name promises, or null. */
export function formatOfName(name: string): Format | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_ENDING[ending] ?? null;
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG image', [0xff, 0xd8, 0xff]],
  ['GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF image', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip archive', [0x1f, 0x8b]],
  ['Word 97 document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** What the first bytes say a file is, or null where they say nothing. */
export function contentOf(bytes: Uint8Array): string | null {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  return found?.[0] ?? null;
}

/** Control characters no text holds: a share of them means the bytes are no text in any encoding. */
export function looksBinary(text: string): boolean {
  const size = Math.min(text.length, 4096);
  let odd = 0;
  for (let i = 0; i < size; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) odd += 1;
  }
  return odd > size * 0.02;
}
