import { Trie } from '../../vocabulary/index.ts';
import { type Meaning, meaningOf, UNKNOWN } from './meaning.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { Sense } from './sense.ts';
import type { Token } from './token.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '“': '”',
  '«': '»',
  '《': '》',
  '（': '）',
  '「': '」',
};

/**
 * For each piece, whether it stands between paired quotation marks or brackets; a mark without its pair encloses nothing.
 * Null where none does.
 */
function enclosed(all: readonly Piece[]): boolean[] | null {
  let inside: boolean[] | null = null;
  for (let i = 0; i < all.length; i += 1) {
    const piece = all[i] as Piece;
    if (piece.type !== 'mark') continue;
    const closing = piece.word === '"' ? '"' : CLOSING[piece.word];
    if (closing === undefined) continue;
    let end = i + 1;
    while (end < all.length && end - i < 120 && all[end]?.word !== closing) end += 1;
    if (all[end]?.word !== closing) continue;
    inside ??= new Array<boolean>(all.length).fill(false);
    for (let k = i; k <= end; k += 1) inside[k] = true;
    if (closing !== ')' && ',;'.includes(all[end - 1]?.word ?? '-')) inside[end - 1] = false;
    i = end;
  }
  return inside;
}

/** Number of a word of no phrase. */
const NONE = 0;

/** A language's words and phrases with their senses, to read sentences with. */
export class Lexicon {
  /** The words of all phrases, numbered from 1. */
  readonly #numbers = new Map<string, number>();
  readonly #entries: { readonly key: Uint16Array; readonly leaf: Sense }[] = [];
  #trie: Trie<Meaning> | null = null;
  /** How many pieces the phrase found last has. */
  #length = 1;
  #fill: ((lexicon: Lexicon) => void) | null;

  /** `fill` adds what the lexicon begins with, when it is first needed: a program may never read a language. */
  constructor(fill: ((lexicon: Lexicon) => void) | null = null) {
    this.#fill = fill;
  }

  #ensureFilled(): void {
    const fill = this.#fill;
    this.#fill = null;
    fill?.(this);
  }

  /** `phrase` in any case, words separated by one space. */
  add(phrase: string, sense: Sense): void {
    const words = piecesOf(phrase).map((piece) => this.#number(piece.word));
    if (words.length > 0) this.#entries.push({ key: Uint16Array.from(words), leaf: sense });
    this.#trie = null;
  }

  /** These words and more; a sense added takes the place of those of its class that the very same words have here. */
  extended(added: readonly { readonly phrase: string; readonly sense: Sense }[]): Lexicon {
    this.#ensureFilled();
    const more = new Lexicon();
    for (const [word, number] of this.#numbers) more.#numbers.set(word, number);
    for (const { phrase, sense } of added) more.add(phrase, sense);
    const own = new Map(more.#entries.map(({ key, leaf }) => [`${leaf.class} ${key.join()}`, leaf]));
    for (const entry of this.#entries) {
      if (!own.has(`${entry.leaf.class} ${entry.key.join()}`)) more.#entries.push(entry);
    }
    return more;
  }

  #number(word: string): number {
    const number = this.#numbers.get(word) ?? this.#numbers.size + 1;
    this.#numbers.set(word, number);
    return number;
  }

  /** Puts the senses of each phrase together. */
  #compile(): Trie<Meaning> {
    const phrases = new Map<string, { readonly key: Uint16Array; readonly senses: Sense[] }>();
    for (const { key, leaf } of this.#entries) {
      const same = phrases.get(key.join());
      if (same === undefined) phrases.set(key.join(), { key, senses: [leaf] });
      else same.senses.push(leaf);
    }
    return new Trie([...phrases.values()].map(({ key, senses }) => ({ key, leaf: meaningOf(senses) })));
  }

  /** What the longest phrase means that begins with the word numbered `words[at]`; its length is left in `#length`. */
  #longest(trie: Trie<Meaning>, words: Uint16Array, at: number): Meaning {
    let found = UNKNOWN;
    this.#length = 1;
    const first = words[at] as number;
    let place = first === NONE ? -1 : trie.first(first);
    for (let next = at + 1; place >= 0; next += 1) {
      const meanings = trie.leaves(place);
      if (meanings !== null) {
        found = meanings[0] as Meaning;
        this.#length = next - at;
      }
      const word = words[next] ?? NONE;
      if (word === NONE) break;
      place = trie.next(place, word);
    }
    return found;
  }

  /** The tokens of a sentence: longest known phrases first, other words and marks one by one. */
  read(text: string): Token[] {
    this.#ensureFilled();
    this.#trie ??= this.#compile();
    const all = piecesOf(text);
    const inside = enclosed(all);
    const words = new Uint16Array(all.length + 1);
    for (let i = 0; i < all.length; i += 1) words[i] = this.#numbers.get((all[i] as Piece).word) ?? NONE;
    const tokens: Token[] = [];
    for (let i = 0; i < all.length; ) {
      const { start, end, word, type, capital } = all[i] as Piece;
      const meaning = this.#longest(this.#trie, words, i);
      const length = this.#length;
      const last = length === 1 ? end : (all[i + length - 1] as Piece).end;
      tokens.push({
        start,
        end: last,
        word: length === 1 ? word : text.slice(start, last).toLowerCase(),
        type,
        capital,
        enclosed: inside !== null && (inside[i] as boolean),
        meaning,
      });
      i += length;
    }
    return tokens;
  }
}
