import type { Document, FlatText, Provision } from '../../documents/index.ts';
import type { Language } from '../../kernel/index.ts';
import { type Match, type SectorCue, sectorScanner } from '../../vocabulary/index.ts';
import type { Terms } from './sector.ts';

interface Scanned {
  readonly language: Language;
  readonly matches: readonly Match<SectorCue>[];
}

/** Sentences kept at a time: those that are read together, and some before. */
const MOST = 2000;
/** `12.`, `(3)`, `- ` before the words of a provision say nothing of what it is about. */
const MARK = /^[\d\s().•-]{0,12}$/;
const BLANK = /^\s*$/;

/** The terms of sectors in provisions, put together of those that were found in their sentences: few are looked for twice. */
export class ProvisionTerms {
  readonly #document: Document;
  /** By where a sentence begins. */
  readonly #scanned = new Map<number, Scanned>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Keeps what was found in a sentence, where that reads as it stands in the document. */
  keep(sentence: FlatText, language: Language, matches: readonly Match<SectorCue>[]): void {
    const start = sentence.at(0);
    if (!this.#document.text.startsWith(sentence.text, start)) return;
    if (this.#scanned.size >= MOST) this.#scanned.clear();
    this.#scanned.set(start, { language, matches });
  }

  /** The first sentence of a provision. */
  #first(provision: number): number {
    const { sentences } = this.#document;
    let [low, high] = [0, sentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.provision ?? 0) < provision) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The terms of the sentences of a provision, moved into its text; null where it holds words that are in none of its sentences. */
  of({ index, span, language }: Provision): Terms[] | null {
    const { sentences, text } = this.#document;
    const found: Terms[] = [];
    let done = span.start;
    for (let at = this.#first(index); sentences[at]?.provision === index; at++) {
      const { start, end } = sentences[at]?.span ?? span;
      if (start < done || !(done === span.start ? MARK : BLANK).test(text.slice(done, start))) return null;
      const known = this.#scanned.get(start);
      const matches = known?.language === language ? known.matches : sectorScanner(language)(text.slice(start, end));
      found.push({ matches, moved: start - span.start });
      done = end;
    }
    return BLANK.test(text.slice(done, span.end)) ? found : null;
  }
}
