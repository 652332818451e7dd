import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Problem } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import type { Extract, Progress } from './extract.ts';
import { PageWriter } from './page-writer.ts';
import { gridsOf } from './pdf-grids.ts';
import { type Glyphs, median, type PrintedLine, printedLines } from './pdf-lines.ts';
import { mendedMessages, type PrintedPage, writePassages } from './pdf-passages.ts';
import { rulesOf } from './pdf-rules.ts';
import { pagePicture } from './scan/page-picture.ts';
import { drawPage, largestPicture } from './scan/pdf-picture.ts';
import { placeWords, type ReadPage, scanMessages } from './scan/place-words.ts';
import { openPictureReader, type PictureReader } from './scan/read-pages.ts';
import { columnsOf, isCutRow, laysOut } from './table-cells.ts';

/** A page with a picture and fewer letters than this is a scan with a stamp on it. */
const STAMP_LETTERS = 40;

/** The pages of a file as lines; of those read as pictures also the words. */
interface Pages {
  readonly printed: PrintedPage[];
  readonly scanned: ReadPage[];
}

/**
 * Reads the text layer of a PDF: columns in reading order, lines made passages, hyphenated words whole, footnotes at the
 * end. Pages without a text layer are drawn and read as pictures. Page numbers and running heads stay in the text, as
 * furniture. Throws `file-damaged` for a file that is no PDF or locked, `file-not-text` where no page has words.
 */
export async function readPdf({ name, bytes }: SourceFile, progress: Progress): Promise<Extract> {
  const { printed, scanned } = await readPages(name, bytes, progress);
  const blank = printed.flatMap((page, i) => (page.lines.length === 0 ? [i + 1] : []));
  if (blank.length === printed.length) throw new Problem('file-not-text', { name, found: 'pages without words' });
  const out = new PageWriter();
  const mended = writePassages(printed, out);
  const scan = placeWords(out, scanned);
  const messages = [...scanMessages(out.text, scan, scanned, blank), ...mendedMessages(mended)];
  const extract = { text: out.text, encoding: null, hints: out.hints, messages };
  return scanned.length > 0 ? { ...extract, scan } : extract;
}

async function readPages(name: string, bytes: Uint8Array, progress: Progress): Promise<Pages> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs');
  // The library takes the bytes it is given for itself.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    cMapUrl: new URL('../../cmaps/', home).href,
    cMapPacked: true,
    standardFontDataUrl: new URL('../../standard_fonts/', home).href,
    wasmUrl: new URL('../../wasm/', home).href,
  });
  const reader = openPictureReader();
  try {
    const pdf = await task.promise;
    const pages: Pages = { printed: [], scanned: [] };
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      await readPage(page, reader, pages);
      page.cleanup();
      progress(number / pdf.numPages);
    }
    return pages;
  } catch (cause) {
    const reason =
      cause instanceof Error && cause.name === 'PasswordException'
        ? 'it is locked by a password'
        : 'not a PDF, or broken';
    throw new Problem('file-damaged', { name, format: 'pdf', reason }, cause);
  } finally {
    reader.close();
    await task.destroy();
  }
}

/** Adds a page: its text layer, or what stands on its picture where it has none. */
async function readPage(page: PDFPageProxy, reader: PictureReader, into: Pages): Promise<void> {
  const { items } = await page.getTextContent();
  const [, bottom = 0, , top = 0] = page.view;
  const lines = await linesOf(
    page,
    items.flatMap((item) => ('str' in item ? glyphs(item, bottom) : [])),
  );
  const letters = lines.reduce((sum, line) => sum + line.words.length, 0);
  const across = letters < STAMP_LETTERS ? await largestPicture(page) : 0;
  if (letters > 0 && across === 0) {
    into.printed.push({ number: page.pageNumber, lines, height: top - bottom });
    return;
  }
  const picture = await drawPage(page, across);
  const read = await reader.read(picture, page.getViewport({ scale: 1 }).width);
  const { pageNumber: number } = page;
  into.printed.push({ ...read, number });
  const { width, height } = picture;
  if (read.lines.length > 0) {
    const { lines: seen, strays } = read;
    into.scanned.push({ number, width, height, lines: seen, strays, picture: await pagePicture(number, picture) });
  }
}

/** The lines of a page with its drawn tables, each a line of its own between those above and below it. */
async function linesOf(page: PDFPageProxy, glyphs: readonly Glyphs[]): Promise<PrintedLine[]> {
  if (glyphs.length === 0) return [];
  const grids = gridsOf(await rulesOf(page), glyphs).filter(({ rows }) => !laysOut(rows) || isCutRow(rows));
  const inGrid = new Set(grids.flatMap((grid) => [...grid.glyphs]));
  let rest = glyphs.filter((item) => !inGrid.has(item));
  const lines: PrintedLine[] = [];
  const add = (stretch: readonly Glyphs[]) => lines.push(...printedLines(stretch, (lines.at(-1)?.column ?? -1) + 1));
  for (const { top, bottom, rows, glyphs: own } of grids) {
    add(rest.filter(({ y }) => y >= top));
    rest = rest.filter(({ y }) => y < top);
    const table = columnsOf(rows);
    const size = median([...own].map((item) => item.size));
    const column = (lines.at(-1)?.column ?? -1) + 1;
    lines.push({ words: (table[0] ?? []).join(' '), left: 0, right: 0, y: bottom, size, column, table });
  }
  add(rest);
  return lines;
}

function glyphs(item: { str: string; transform: number[]; width: number; height: number }, bottom: number): Glyphs {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
  return { words: item.str, x, y: y - bottom, width: item.width, size: item.height || Math.hypot(c, d) };
}
