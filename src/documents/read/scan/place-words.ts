import type { Message } from '../../../kernel/index.ts';
import type { PagePicture, Scan, ScanPage, ScanWord } from '../../model.ts';
import { lossMessage } from '../losses.ts';
import type { PageWriter } from '../page-writer.ts';
import type { ScannedLine } from './page-lines.ts';

/** A page that was read, with its number in the file and its size in pixels. */
export interface ReadPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ScannedLine[];
  readonly strays: number;
  readonly picture: PagePicture;
}

/** Only a person is surer than this. */
const MOST_SURE = 0.99;
/** A word less sure than this is worth a look at the picture. */
const DOUBTFUL = 0.7;
/** Figures have no sentence around them that would show a mistake. */
const DOUBTFUL_FIGURE = 0.8;
/** A text less sure than this on the whole was hardly read: upside down, by hand, in another script. */
const HARDLY_READ = 0.7;
/** A line that was moved (a footnote) stands further off than this and does not draw the search after it. */
const NEAR = 4000;

/** Finds the words of the pages in the text that was made of them. */
export function placeWords({ text, hints }: Pick<PageWriter, 'text' | 'hints'>, pages: readonly ReadPage[]): Scan {
  let cursor = 0;
  const placed: ScanPage[] = [];
  for (const { number, width, height, lines } of pages) {
    const words: ScanWord[] = [];
    for (const line of lines) {
      const start = findLine(text, line.words, cursor);
      if (start === null) continue;
      const end = placeLine(text, line, start, words);
      if (start - cursor < NEAR) cursor = end;
    }
    words.sort((a, b) => a.span.start - b.span.start);
    placed.push({ number, width, height, words });
  }
  return { pages: placed, pictures: pages.map(({ picture }) => picture), hints };
}

/** Where a line begins; one whose last word lost its hyphen is found without it. */
function findLine(text: string, words: string, cursor: number): number | null {
  for (const sought of [words, words.slice(0, -1)]) {
    if (sought === '') continue;
    const at = text.indexOf(sought, cursor);
    if (at >= 0) return at;
  }
  return null;
}

/** What stands between the words of a row. */
const BETWEEN = /[\s|;〃]/;

/** Adds the words of a line that begins at `start`; gives the end of the last. */
function placeLine(text: string, { seen }: ScannedLine, start: number, into: ScanWord[]): number {
  let cursor = start;
  for (const { text: letters, bbox, confidence } of seen) {
    while (BETWEEN.test(text.charAt(cursor)) && !letters.startsWith(text.charAt(cursor))) cursor += 1;
    let at = text.indexOf(letters, cursor);
    let length = letters.length;
    if (at < 0 || at > cursor + 1) {
      length -= 1;
      at = text.startsWith(letters.slice(0, -1), cursor) ? cursor : cursor + 1;
    }
    const box = { left: bbox.x0, top: bbox.y0, width: bbox.x1 - bbox.x0, height: bbox.y1 - bbox.y0 };
    const span = { start: at, end: Math.min(text.length, at + length) };
    if (span.start < span.end) into.push({ span, box, confidence: Math.min(MOST_SURE, confidence / 100) });
    cursor = span.end;
  }
  return cursor;
}

/** Whether a word read from a picture is worth a look at it. */
export function isDoubtful(text: string, { span, confidence }: Pick<ScanWord, 'span' | 'confidence'>): boolean {
  const figures = /\p{N}/u.test(text.slice(span.start, span.end));
  return confidence < (figures ? DOUBTFUL_FIGURE : DOUBTFUL);
}

/** How many words are worth a look, and where the first stands; nothing where none is. */
export function doubtfulWords(text: string, pages: Scan['pages']): Message[] {
  const doubtful = pages.flatMap(({ number, words }) =>
    words.filter((word) => isDoubtful(text, word)).map(({ span }) => ({ page: number, span })),
  );
  const [first] = doubtful;
  if (first === undefined) return [];
  const details = { count: doubtful.length, page: first.page };
  return [{ severity: 'warning', id: 'document.scan-doubtful-words', details, span: first.span }];
}

/** What an officer should know before trusting a text read from pictures. */
export function scanMessages(
  text: string,
  { pages }: Scan,
  read: readonly ReadPage[],
  blank: readonly number[],
): Message[] {
  const messages: Message[] = [];
  const words = pages.flatMap((page) => page.words.map((word) => ({ page: page.number, ...word })));
  if (words.length > 0) {
    const mean = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
    const details = { count: pages.filter((page) => page.words.length > 0).length, confidence: Math.round(mean * 100) };
    messages.push({ severity: mean < HARDLY_READ ? 'warning' : 'info', id: 'document.scan-read', details });
  }
  messages.push(...doubtfulWords(text, pages));
  const strays = read.flatMap(({ number, strays }) => Array.from({ length: strays }, () => number));
  messages.push(...lossMessage({ severity: 'info', id: 'document.scan-strays-left-out', at: 'page' }, strays));
  if (blank.length > 0) {
    const details = { count: blank.length, pages: blank.join(', ') };
    messages.push({ severity: 'warning', id: 'document.scan-pages-without-words', details });
  }
  return messages;
}
