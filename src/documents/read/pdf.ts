import { type Message, Problem } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import type { Extract } from './extract.ts';
import { PageWriter } from './page-writer.ts';
import { type Glyphs, printedLines } from './pdf-lines.ts';
import { type PrintedPage, writePassages } from './pdf-passages.ts';

/**
 * Reads the text layer of a PDF: columns in reading order, lines made passages, hyphenated words whole, footnotes at the
 * end. Page numbers and running heads stay in the text, as furniture. Throws `file-damaged` for a file that is no PDF or
 * locked, `file-not-text` where no page has a text layer.
 */
export async function readPdf({ name, bytes }: SourceFile): Promise<Extract> {
  const pages = await readPages(name, bytes);
  const empty = pages.flatMap((page, i) => (page.lines.length === 0 ? [i + 1] : []));
  if (empty.length === pages.length)
    throw new Problem('file-not-text', { name, found: 'scanned pages without a text layer' });
  const out = new PageWriter();
  const { hyphens, footnotes } = writePassages(pages, out);
  const messages: Message[] = [];
  if (empty.length > 0) {
    messages.push({
      severity: 'warning',
      id: 'document.pages-without-text',
      details: { count: empty.length, pages: empty.join(', ') },
    });
  }
  if (hyphens > 0) messages.push({ severity: 'info', id: 'document.hyphens-joined', details: { count: hyphens } });
  if (footnotes > 0)
    messages.push({ severity: 'info', id: 'document.footnotes-at-end', details: { count: footnotes } });
  return { text: out.text, encoding: null, hints: out.hints, messages };
}

async function readPages(name: string, bytes: Uint8Array): Promise<PrintedPage[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const cMapUrl = new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')).href;
  // The library takes the bytes it is given for itself.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    cMapUrl,
    cMapPacked: true,
  });
  try {
    const pdf = await task.promise;
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const [, bottom = 0, , top = 0] = page.view;
      pages.push({
        lines: printedLines(items.flatMap((item) => ('str' in item ? glyphs(item, bottom) : []))),
        height: top - bottom,
      });
      page.cleanup();
    }
    return pages;
  } catch (cause) {
    const reason =
      cause instanceof Error && cause.name === 'PasswordException'
        ? 'it is locked by a password'
        : 'not a PDF, or broken';
    throw new Problem('file-damaged', { name, format: 'pdf', reason }, cause);
  } finally {
    await task.destroy();
  }
}

function glyphs(item: { str: string; transform: number[]; width: number; height: number }, bottom: number): Glyphs {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
  return { words: item.str, x, y: y - bottom, width: item.width, size: item.height || Math.hypot(c, d) };
}
