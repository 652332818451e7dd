import { createHash } from 'node:crypto';
import { type Checked, checked, Problem } from '../../kernel/index.ts';
import type { Document, Format, SourceFile } from '../model.ts';
import { parseText } from '../parse-text.ts';
import { legacyVietnamese } from './decode.ts';
import type { Extract, Reader } from './extract.ts';
import { contentOf, formatOfName } from './formats.ts';
import { repairVietnamese } from './legacy-vietnamese.ts';
import { type Kind, kindOf } from './sniff.ts';
import { readTxt } from './txt.ts';

export interface ReadOptions {
  /** Largest file read, in bytes; 64 MB unless told. */
  readonly limit?: number;
  /** Told how far the reading is, 0..1; only pages read as pictures take long enough to tell. */
  readonly progress?: (done: number) => void;
}

const MEGABYTE = 1024 * 1024;
const DEFAULT_LIMIT = 64 * MEGABYTE;

/** Loaded with the first file of its format: plain text needs none of their libraries. */
const READERS: Readonly<Record<Kind['reader'], () => Reader | Promise<Reader>>> = {
  txt: () => readTxt,
  html: async () => (await import('./html.ts')).readHtml,
  docx: async () => (await import('./docx.ts')).readDocx,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  odt: async () => (await import('./odt.ts')).readOdt,
  akn: async () => (await import('./akn.ts')).readAkn,
  image: async () => (await import('./scan/image.ts')).readImage,
  mht: async () => (await import('./mht.ts')).readMht,
  doc: async () => (await import('./office.ts')).readOffice,
  office: async () => (await import('./office.ts')).readOffice,
};

/** A file's text with what its reader knows of it. */
interface Opened {
  readonly format: Format;
  readonly extract: Extract;
}

async function open(file: SourceFile, options: ReadOptions): Promise<Opened> {
  const { name, bytes } = file;
  const limit = options.limit ?? DEFAULT_LIMIT;
  if (bytes.length === 0) throw new Problem('file-empty', { name });
  if (bytes.length > limit) {
    throw new Problem('file-too-large', { name, size: megabytes(bytes.length), limit: megabytes(limit) });
  }
  const kind = kindOf(name, bytes);
  if (kind === null) throw new Problem('format-unknown', { name, format: ending(name) || (contentOf(bytes) ?? '?') });
  const { format } = kind;
  const reader = await READERS[kind.reader]();
  const extract = await reader(file, options.progress ?? (() => undefined));
  const exact = format === 'txt' || extract.scan !== undefined;
  const whole = exact ? extract : withUnicode(extract);
  if (!/\S/.test(whole.text)) throw new Problem('file-empty', { name });
  const named = formatOfName(name);
  return { format, extract: named === null || named === format ? whole : toldByContent(whole, ending(name), format) };
}

/**
 * Reads a file into a document. Throws a `Problem` that names the file where it is empty, over the limit, of no known
 * format, damaged, or not what its name says; what was lost on the way comes back as messages.
 */
export async function readDocument(file: SourceFile, options: ReadOptions = {}): Promise<Checked<Document>> {
  const { format, extract } = await open(file, options);
  const { text, encoding, messages, hints, scan } = extract;
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const document = parseText(text, { name: file.name, format, encoding, sha256, ...(hints && { hints }) });
  return checked(scan ? { ...document, scan } : document, messages);
}

/** The text of a file as `readDocument` has it, without reading its structure. Throws and tells the same. */
export async function readText(file: SourceFile, options: ReadOptions = {}): Promise<Checked<string>> {
  const { extract } = await open(file, options);
  return checked(extract.text, extract.messages);
}

/** A name that says something else than the bytes is told, not believed. */
function toldByContent(extract: Extract, ending: string, format: Format): Extract {
  const details = { ending, format };
  return {
    ...extract,
    messages: [{ severity: 'info', id: 'document.format-by-content', details }, ...extract.messages],
  };
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
