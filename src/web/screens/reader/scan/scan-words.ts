import type { Span } from '../../../../kernel/index.ts';
import type { ScanText } from '../../../data/queries.ts';

/** Whether a word needs a look, or had one by a person. */
export type WordState = 'sure' | 'doubtful' | 'checked';
const STATES: readonly WordState[] = ['sure', 'doubtful', 'checked'];

/** A place on a page, in pixels of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A word of a scan in the text and on its page. */
export interface Word {
  /** In the order of the text. */
  readonly index: number;
  readonly span: Span;
  readonly page: number;
  readonly box: Box;
  readonly confidence: number;
  readonly state: WordState;
}

/** All words of all pages in the order of the text. */
export function wordsOf({ pages }: Pick<ScanText, 'pages'>): Word[] {
  return pages
    .flatMap(({ number, words }) =>
      words.map(([start, end, left, top, width, height, confidence, state]) => ({
        span: { start, end },
        page: number,
        box: { left, top, width, height },
        confidence,
        state: STATES[state] as WordState,
      })),
    )
    .sort((a, b) => a.span.start - b.span.start)
    .map((word, index) => ({ index, ...word }));
}

/** The word at an offset of the text, or the last before it; null before the first. */
export function wordAt(words: readonly Word[], offset: number): Word | null {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return words[low - 1] ?? null;
}

/** The words that stand in a span, at least in part. */
export function wordsIn(words: readonly Word[], { start, end }: Span): Word[] {
  const first = wordAt(words, start)?.index ?? 0;
  const found: Word[] = [];
  for (let index = first; index < words.length; index++) {
    const word = words[index] as Word;
    if (word.span.start >= end) break;
    if (word.span.end > start) found.push(word);
  }
  return found;
}

/** The word under a point of its page, or the nearest on that line within `reach` pixels; null where none is. */
export function wordUnder(words: readonly Word[], x: number, y: number, reach: number): Word | null {
  let nearest: Word | null = null;
  let least = reach;
  for (const word of words) {
    const { left, top, width, height } = word.box;
    const across = Math.max(left - x, x - left - width, 0);
    const down = Math.max(top - y, y - top - height, 0);
    const distance = Math.max(across, down * 2);
    if (distance < least || (distance === 0 && nearest === null)) {
      nearest = word;
      least = distance;
    }
    if (distance === 0) return word;
  }
  return nearest;
}

/** Boxes that cover words line by line, for lighting a passage on its page. */
export function linesOf(words: readonly Word[]): (Box & { readonly page: number })[] {
  const lines: (Box & { readonly page: number })[] = [];
  for (const { page, box } of words) {
    const last = lines.at(-1);
    const middle = box.top + box.height / 2;
    if (last && last.page === page && middle > last.top && middle < last.top + last.height) {
      lines[lines.length - 1] = { page, ...joined(last, box) };
    } else lines.push({ page, ...box });
  }
  return lines;
}

function joined(a: Box, b: Box): Box {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const width = Math.max(a.left + a.width, b.left + b.width) - left;
  return { left, top, width, height: Math.max(a.top + a.height, b.top + b.height) - top };
}
