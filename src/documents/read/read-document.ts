import { createHash } from 'node:crypto';
import { type Checked, checked, Problem } from '../../kernel/index.ts';
import type { Document, Format, SourceFile } from '../model.ts';
import { parseText } from '../parse-text.ts';
import { readAkn } from './akn.ts';
import { legacyVietnamese } from './decode.ts';
import { readDocx } from './docx.ts';
import type { Extract, Reader } from './extract.ts';
import { formatOfName } from './formats.ts';
import { readHtml } from './html.ts';
import { repairVietnamese } from './legacy-vietnamese.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { readImage } from './scan/image.ts';
import { readTxt } from './txt.ts';

export interface ReadOptions {
  /** Largest file read, in bytes; 64 MB unless told. */
  readonly limit?: number;
  /** Told how far the reading is, 0..1; only pages read as pictures take long enough to tell. */
  readonly progress?: (done: number) => void;
}

const MEGABYTE = 1024 * 1024;
const DEFAULT_LIMIT = 64 * MEGABYTE;

const READERS: Readonly<Partial<Record<Format, Reader>>> = {
  txt: readTxt,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
  odt: readOdt,
  akn: readAkn,
  image: readImage,
};

/**
 * Reads a file into a document. Throws a `Problem` that names the file where it is empty, over the limit, of no known
 * format, damaged, or not what its name says; what was lost on the way comes back as messages.
 */
export async function readDocument(file: SourceFile, options: ReadOptions = {}): Promise<Checked<Document>> {
  const { name, bytes } = file;
  const limit = options.limit ?? DEFAULT_LIMIT;
  if (bytes.length === 0) throw new Problem('file-empty', { name });
  if (bytes.length > limit) {
    throw new Problem('file-too-large', { name, size: megabytes(bytes.length), limit: megabytes(limit) });
  }
  const format = formatOfName(name);
  const reader = format ? READERS[format] : undefined;
  if (!format || !reader) throw new Problem('format-unknown', { name, format: format ?? ending(name) });
  const extract = await reader(file, options.progress ?? (() => undefined));
  const exact = format === 'txt' || extract.scan !== undefined;
  const { text, encoding, messages, hints, scan } = exact ? extract : withUnicode(extract);
  if (!/\S/.test(text)) throw new Problem('file-empty', { name });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const document = parseText(text, { name, format, encoding, sha256, ...(hints && { hints }) });
  return checked(scan ? { ...document, scan } : document, messages);
}

/** Word and web files may hold Vietnamese set in old fonts; line numbers do not change by the repair. */
function withUnicode(extract: Extract): Extract {
  const repaired = repairVietnamese(extract.text);
  if (!repaired) return extract;
  return { ...extract, text: repaired.text, messages: [...extract.messages, legacyVietnamese(repaired.encoding)] };
}

function megabytes(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 10) / 10;
}

function ending(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1] ?? '';
}
