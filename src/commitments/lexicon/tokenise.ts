import { Trie } from '../../vocabulary/index.ts';
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

/** For each piece, whether it stands between paired quotation marks or brackets; a mark without its pair encloses nothing. */
function enclosed(all: readonly Piece[]): boolean[] {
  const inside = new Array<boolean>(all.length).fill(false);
  for (let i = 0; i < all.length; i += 1) {
    const piece = all[i] as Piece;
    if (piece.type !== 'mark') continue;
    const closing = piece.word === '"' ? '"' : CLOSING[piece.word];
    if (closing === undefined) continue;
    let end = i + 1;
    while (end < all.length && end - i < 120 && all[end]?.word !== closing) end += 1;
    if (all[end]?.word !== closing) continue;
    for (let k = i; k <= end; k += 1) inside[k] = true;
    if (closing !== ')' && ',;'.includes(all[end - 1]?.word ?? '-')) inside[end - 1] = false;
    i = end;
  }
  return inside;
}

/** No word of any phrase. */
const UNKNOWN = 0;

interface Phrase {
  readonly length: number;
  readonly senses: readonly Sense[];
}

const ONE: Phrase = { length: 1, senses: [] };

/** A language's words and phrases with their senses, ready to read sentences with. */
export class Lexicon {
  /** The words of all phrases, numbered from 1. */
  readonly #numbers = new Map<string, number>();
  readonly #entries: { readonly key: Uint16Array; readonly leaf: Sense }[] = [];
  #trie: Trie<Sense> | null = null;

  /** `phrase` in any case, words separated by one space. */
  add(phrase: string, sense: Sense): void {
    const words = piecesOf(phrase).map((piece) => this.#number(piece.word));
    if (words.length > 0) this.#entries.push({ key: Uint16Array.from(words), leaf: sense });
    this.#trie = null;
  }

  /** These words and more; a sense added takes the place of those of its class that the very same words have here. */
  extended(added: readonly { readonly phrase: string; readonly sense: Sense }[]): Lexicon {
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

  /** The longest phrase that begins with the word numbered `words[at]`. */
  #longest(trie: Trie<Sense>, words: Uint16Array, at: number): Phrase {
    let found = ONE;
    const first = words[at] as number;
    let place = first === UNKNOWN ? -1 : trie.first(first);
    for (let next = at + 1; place >= 0; next += 1) {
      const senses = trie.leaves(place);
      if (senses !== null) found = { length: next - at, senses };
      const word = words[next] ?? UNKNOWN;
      if (word === UNKNOWN) break;
      place = trie.next(place, word);
    }
    return found;
  }

  /** The tokens of a sentence: longest known phrases first, other words and marks one by one. */
  read(text: string): Token[] {
    this.#trie ??= new Trie(this.#entries);
    const all = piecesOf(text);
    const inside = enclosed(all);
    const words = new Uint16Array(all.length);
    for (let i = 0; i < all.length; i += 1) words[i] = this.#numbers.get((all[i] as Piece).word) ?? UNKNOWN;
    const tokens: Token[] = [];
    for (let i = 0; i < all.length; ) {
      const first = all[i] as Piece;
      const { length, senses } = this.#longest(this.#trie, words, i);
      const last = all[i + length - 1] as Piece;
      tokens.push({
        start: first.start,
        end: last.end,
        word: length === 1 ? first.word : text.slice(first.start, last.end).toLowerCase(),
        type: first.type,
        capital: first.capital,
        enclosed: inside[i] as boolean,
        senses,
      });
      i += length;
    }
    return tokens;
  }
}
