import type { Span } from '../../kernel/index.ts';
import { piecesOf } from '../lexicon/pieces.ts';

/** How many words an ellipsis in a taught phrase may stand for. */
const GAP = 8;

/** Finds taught phrases in a sentence, in any case; `…` in a phrase stands for up to eight words. */
export class PhraseFinder {
  /** Phrases by their first word; each a list of runs of words with a gap between them. */
  readonly #byFirst = new Map<string, (readonly string[])[][]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const parts = phrase
        .normalize('NFC')
        .split(/\s*(?:…|\.{3})\s*/u)
        .map((part) => piecesOf(part).map(({ word }) => word))
        .filter((words) => words.length > 0);
      const first = parts[0]?.[0];
      if (first !== undefined) this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), parts]);
    }
  }

  /** Where the phrases stand in a text, from their first word to their last. */
  find(text: string): Span[] {
    const words = piecesOf(text);
    const found: Span[] = [];
    for (const [at, { word, start }] of words.entries()) {
      for (const parts of this.#byFirst.get(word) ?? []) {
        const last = lastWord(words, at, parts);
        if (last !== null) found.push({ start, end: (words[last] as { end: number }).end });
      }
    }
    return found;
  }
}

/** The index of the last word of a phrase that begins at `at`, or null. */
function lastWord(words: readonly { readonly word: string }[], at: number, parts: readonly (readonly string[])[]) {
  let from = at;
  for (const [index, part] of parts.entries()) {
    const reach = index === 0 ? 0 : GAP;
    let start = from;
    while (start <= from + reach && !part.every((word, k) => words[start + k]?.word === word)) start += 1;
    if (start > from + reach) return null;
    from = start + part.length;
  }
  return from - 1;
}
