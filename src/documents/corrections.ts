import { Problem, type Span } from '../kernel/index.ts';
import type { Document, LineHints, Scan } from './model.ts';

/** Words put in the place of others; in the place of none where words taken out come back. */
export interface WordChange {
  /** In the text before the change. */
  readonly span: Span;
  readonly words: string;
}

/**
 * The text with the changes made. Changes are of words on a line: no line comes or goes.
 * @throws Problem `input-invalid` where changes overlap, lie outside the text, cut a character or a line, or add one
 */
export function applyChanges(text: string, changes: readonly WordChange[]): string {
  let out = '';
  let end = 0;
  for (const { span, words } of inOrder(changes)) {
    const old = text.slice(span.start, span.end);
    if (span.start < end || span.end > text.length || span.start > span.end) throw refused('outside the text');
    if (!old.isWellFormed() || !words.isWellFormed()) throw refused('cuts a character in two');
    if (/[\r\n]/.test(old + words)) throw refused('more than one line');
    out += text.slice(end, span.start) + words;
    end = span.end;
  }
  return out + text.slice(end);
}

/** Where a span of the text stands after the changes, changed words included whole; null where nothing is left of it. */
export function movedBy(changes: readonly WordChange[]): (span: Span) => Span | null {
  const sorted = inOrder(changes);
  const move = (offset: number, side: 'start' | 'end'): number => {
    let shift = 0;
    for (const { span, words } of sorted) {
      if (span.start === span.end && side === 'end' && offset === span.start) return offset + shift;
      if (span.start === span.end && side === 'start' && offset === span.start) return offset + shift + words.length;
      if (side === 'start' ? offset <= span.start : offset < span.end) {
        const inside = offset > span.start;
        return inside ? span.start + shift + words.length : offset + shift;
      }
      if (side === 'start' && offset < span.end) return span.start + shift;
      shift += words.length - (span.end - span.start);
    }
    return offset + shift;
  };
  return ({ start, end }) => {
    const moved = { start: move(start, 'start'), end: move(end, 'end') };
    return moved.start < moved.end ? moved : null;
  };
}

/** The changes that lead back, in the offsets of the changed text. */
export function invertChanges(text: string, changes: readonly WordChange[]): WordChange[] {
  let shift = 0;
  return inOrder(changes).map(({ span, words }) => {
    const start = span.start + shift;
    shift += words.length - (span.end - span.start);
    return { span: { start, end: start + words.length }, words: text.slice(span.start, span.end) };
  });
}

/** The words of the pages after the changes; those that were changed or looked at are sure. */
export function correctScan(scan: Scan, changes: readonly WordChange[]): Scan {
  const move = movedBy(changes);
  const isChecked = (word: Span) => changes.some(({ span }) => span.start < word.end && word.start < span.end);
  const pages = scan.pages.map((page) => ({
    ...page,
    words: page.words.flatMap((word) => {
      const span = move(word.span);
      return span === null ? [] : [{ ...word, span, confidence: isChecked(word.span) ? 1 : word.confidence }];
    }),
  }));
  return { ...scan, pages };
}

/** What is known of the lines of a scan, for reading its text again after words were corrected: no line comes or goes. */
export function hintsOf({ text, scan, pages }: Pick<Document, 'text' | 'pages'> & { readonly scan: Scan }): LineHints {
  const starts = lineStarts(text);
  return { ...scan.hints, pages: pages.map(({ start, number }) => ({ line: lineAt(starts, start), page: number })) };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** 1-based number of the line an offset stands in. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrder(changes: readonly WordChange[]): WordChange[] {
  return [...changes].sort((a, b) => a.span.start - b.span.start);
}

function refused(reason: string): Problem {
  return new Problem('input-invalid', { field: 'changes', reason });
}
