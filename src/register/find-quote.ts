import type { Span } from '../kernel/index.ts';

/** A quote with the words that stood before and after it (W3C TextQuoteSelector). */
export interface QuoteSelector {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A text without the differences that saving it anew makes: blanks and line breaks, composed or decomposed letters. */
interface Plain {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The words of a text, without its blanks: what two copies of a passage must share to be the same passage. */
export function wordsOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/**
 * Finds a quote in a text: where its exact words stand with the words before and after them, else with those of one side,
 * else where they stand only once. Null where they are not in the text, or in several places that nothing tells apart.
 */
export function findQuote(text: string, selector: QuoteSelector): Span | null {
  return findExactly(text, selector) ?? findPlain(text, selector);
}

function findExactly(text: string, { quote, prefix, suffix }: QuoteSelector): Span | null {
  const found = occurrences(text, quote);
  const before = (start: number) => text.slice(Math.max(0, start - prefix.length), start) === prefix;
  const after = (start: number) => text.startsWith(suffix, start + quote.length);
  const start = choose(found, before, after);
  return start === null ? null : { start, end: start + quote.length };
}

function findPlain(text: string, selector: QuoteSelector): Span | null {
  const plain = plainOf(text);
  const [quote, prefix, suffix] = [wordsOf(selector.quote), wordsOf(selector.prefix), wordsOf(selector.suffix)];
  const before = (start: number) => plain.text.slice(Math.max(0, start - prefix.length), start) === prefix;
  const after = (start: number) => plain.text.startsWith(suffix, start + quote.length);
  const start = choose(occurrences(plain.text, quote), before, after);
  if (start === null) return null;
  const last = plain.offsets[start + quote.length - 1] as number;
  return { start: plain.offsets[start] as number, end: endOfLetter(text, last) };
}

type Test = (start: number) => boolean;

function choose(found: readonly number[], before: Test, after: Test): number | null {
  if (found.length <= 1) return found[0] ?? null;
  const both = found.filter((start) => before(start) && after(start));
  if (both.length > 0) return both.length === 1 ? (both[0] as number) : null;
  const either = found.filter((start) => before(start) || after(start));
  return either.length === 1 ? (either[0] as number) : null;
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  if (quote === '') return found;
  for (let index = text.indexOf(quote); index >= 0; index = text.indexOf(quote, index + 1)) found.push(index);
  return found;
}

/** Letter by letter (with its marks), composed, blanks left out; each unit with the offset of its letter in the text. */
function plainOf(text: string): Plain {
  const offsets: number[] = [];
  let plain = '';
  for (const { 0: letter, index } of text.matchAll(/\S\p{M}*/gu)) {
    const composed = letter.normalize('NFC');
    plain += composed;
    for (let unit = 0; unit < composed.length; unit++) offsets.push(index);
  }
  return { text: plain, offsets };
}

function endOfLetter(text: string, start: number): number {
  const letter = /\S\p{M}*/uy;
  letter.lastIndex = start;
  return letter.test(text) ? letter.lastIndex : start + 1;
}
