import type { Document, Provision } from '../model.ts';
import { type Oddity, type OddityReader, type OddityRule, placeAt } from './model.ts';

interface Pair {
  readonly open: string;
  readonly close: string;
  readonly rule: OddityRule;
}

const PAIRS: readonly Pair[] = [
  { open: '“', close: '”', rule: 'quotation-open' },
  { open: '«', close: '»', rule: 'quotation-open' },
  { open: '「', close: '」', rule: 'quotation-open' },
  { open: '《', close: '》', rule: 'quotation-open' },
  { open: '(', close: ')', rule: 'bracket-open' },
  { open: '（', close: '）', rule: 'bracket-open' },
  { open: '[', close: ']', rule: 'bracket-open' },
];

/** Characters shown around a mark without its other half. */
const AROUND = 40;

/** Quotation marks and brackets that are opened and not closed in their passage, or closed and not opened. */
export const openMarks: OddityReader = (document) =>
  document.provisions
    .filter(({ role }) => role !== 'furniture')
    .flatMap((provision, index, all) =>
      PAIRS.flatMap((pair) => unpaired(document, provision, pair, all[index + 1] ?? null)),
    );

function unpaired(
  document: Document,
  provision: Provision,
  { open, close, rule }: Pair,
  next: Provision | null,
): Oddity[] {
  const { text } = document;
  const from = provision.marker?.end ?? provision.span.start;
  const waiting: number[] = [];
  const odd: number[] = [];
  for (let at = from; at < provision.span.end; at++) {
    const letter = text[at];
    if (letter === open) waiting.push(at);
    else if (letter === close && waiting.pop() === undefined && !isPointMark(text, at, from)) odd.push(at);
  }
  // A quotation over several passages opens anew in each and closes in the last.
  const goesOn =
    rule === 'quotation-open' && next !== null && text.slice(next.span.start, next.span.end).includes(open);
  if (!(goesOn && waiting.length === 1 && text[next.marker?.end ?? next.span.start] === open)) odd.push(...waiting);
  return odd
    .sort((a, b) => a - b)
    .map((at) => {
      const start = Math.max(from, text[at] === open ? at : at - AROUND);
      const end = Math.min(provision.span.end, text[at] === open ? at + AROUND : at + 1);
      return {
        rule,
        details: { mark: text[at] as string },
        places: [placeAt(document, wordsAround(text, start, end))],
      };
    });
}

/** `1)`, `a)` within a passage count points. */
function isPointMark(text: string, at: number, from: number): boolean {
  return /(?:^|\s)(?:\d{1,3}|\p{L}|[ivx]{1,5})$/iu.test(text.slice(Math.max(from, at - 6), at));
}

/** Widened to whole words. */
function wordsAround(text: string, start: number, end: number) {
  let from = start;
  let to = end;
  while (from > start - 12 && from > 0 && /[\p{L}\p{M}\p{N}]/u.test(text[from - 1] as string)) from--;
  while (to < end + 12 && /[\p{L}\p{M}\p{N}]/u.test(text[to] ?? '')) to++;
  return { start: from, end: to };
}
