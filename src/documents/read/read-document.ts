import { createHash } from 'node:crypto';
import { type Checked, checked, Problem } from '../../kernel/index.ts';
import type { Document, Format, SourceFile } from '../model.ts';
import { parseText } from '../parse-text.ts';
import { readDocx } from './docx.ts';
import type { Reader } from './extract.ts';
import { formatOfName } from './formats.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { readTxt } from './txt.ts';

export interface ReadOptions {
  /** Largest file read, in bytes; 64 MB unless told. */
  readonly limit?: number;
}

const MEGABYTE = 1024 * 1024;
const DEFAULT_LIMIT = 64 * MEGABYTE;

const READERS: Readonly<Partial<Record<Format, Reader>>> = {
  txt: readTxt,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
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
  const { text, encoding, messages, headingLines } = await reader(file);
  if (!/\S/.test(text)) throw new Problem('file-empty', { name });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return checked(parseText(text, { name, format, encoding, sha256, ...(headingLines && { headingLines }) }), messages);
}

function megabytes(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 10) / 10;
}

function ending(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1] ?? '';
}
