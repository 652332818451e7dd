import type { Document, Line } from '../../documents/index.ts';
import type { Language, Span } from '../../kernel/index.ts';
import type { Bead } from '../model.ts';
import type { Place } from './model.ts';

/** One side of a bead as the checks read it: some lines of a document. */
export interface Stretch {
  readonly document: Document;
  readonly lines: readonly Line[];
  /** From the first line's first character to the last line's last. */
  readonly span: Span;
  readonly text: string;
  readonly language: Language;
}

/** Two stretches that should say the same. */
export interface Pair {
  readonly a: Stretch;
  readonly b: Stretch;
}

/** The stretch of some lines (indexes into `document.lines`), without the label of its first. */
export function stretchOf(document: Document, indexes: readonly number[]): Stretch {
  const lines = indexes.map((index) => document.lines[index] as Line);
  const [first, last] = [lines[0] as Line, lines.at(-1) as Line];
  const marker = document.provisions.find(
    (provision) => provision.marker !== null && provision.span.start === first.span.start,
  )?.marker;
  const span = { start: marker?.end ?? first.span.start, end: last.span.end };
  const language = first.language === 'und' ? document.language : first.language;
  return { document, lines, span, text: document.text.slice(span.start, span.end), language };
}

export function pairOf(a: Document, b: Document, bead: Pick<Bead, 'a' | 'b'>): Pair {
  return { a: stretchOf(a, bead.a), b: stretchOf(b, bead.b) };
}

/** A place in a stretch, from offsets into the stretch's text. */
export function placeAt(stretch: Stretch, start: number, end: number): Place {
  const span = { start: stretch.span.start + start, end: stretch.span.start + end };
  const line = stretch.lines.findLast((candidate) => candidate.span.start <= span.start) ?? (stretch.lines[0] as Line);
  return { line: line.number, span, quote: stretch.document.text.slice(span.start, span.end) };
}

/** All lines of the stretch as a place, the label too. */
export function wholePlace({ document, lines, span }: Stretch): Place {
  const [first] = lines as readonly [Line];
  const whole = { start: first.span.start, end: span.end };
  return { line: first.number, span: whole, quote: document.text.slice(whole.start, whole.end) };
}

/** The words of the stretch as a place, without its label and the blanks around. */
export function wholeText(stretch: Stretch): Place {
  const start = stretch.text.length - stretch.text.trimStart().length;
  return placeAt(stretch, start, stretch.text.trimEnd().length);
}

const BREAK = /[,.;:،؛。，；：!?()«»“”"]/u;
const WORDS_AROUND = 4;

/** A place with a few words around it, not beyond the clause, so that a reader sees what it is about. */
export function inContext(stretch: Stretch, start: number, end: number): Place {
  const { text } = stretch;
  let from = start;
  for (let words = 0; from > 0 && words <= WORDS_AROUND && !BREAK.test(text[from - 1] as string); from -= 1) {
    if (/\s/u.test(text[from - 1] as string)) words += 1;
  }
  let to = end;
  for (let words = 0; to < text.length && words <= WORDS_AROUND && !BREAK.test(text[to] as string); to += 1) {
    if (/\s/u.test(text[to] as string)) words += 1;
  }
  const cut = text.slice(from, to);
  return placeAt(stretch, from + cut.length - cut.trimStart().length, to - (cut.length - cut.trimEnd().length));
}
