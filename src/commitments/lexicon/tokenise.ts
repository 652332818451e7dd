import { PhraseTrie } from './phrase-trie.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { Sense } from './sense.ts';
import type { Token } from './token.ts';

const NONE: readonly Sense[] = [];

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

/** A language's words and phrases with their senses, ready to read sentences with. */
export class Lexicon {
  readonly #trie = new PhraseTrie<Sense>();

  /** `phrase` in any case, words separated by one space. */
  add(phrase: string, sense: Sense): void {
    const words = piecesOf(phrase).map((piece) => piece.word);
    if (words.length > 0) this.#trie.add(words, sense);
  }

  /** The tokens of a sentence: longest known phrases first, other words and marks one by one. */
  read(text: string): Token[] {
    const all = piecesOf(text);
    const inside = enclosed(all);
    const tokens: Token[] = [];
    for (let i = 0; i < all.length; ) {
      const first = all[i] as Piece;
      const match = this.#trie.longest(all, i);
      const length = match?.length ?? 1;
      const last = all[i + length - 1] as Piece;
      tokens.push({
        start: first.start,
        end: last.end,
        word: length === 1 ? first.word : text.slice(first.start, last.end).toLowerCase(),
        type: first.type,
        capital: first.capital,
        enclosed: inside[i] as boolean,
        senses: match?.values ?? NONE,
      });
      i += length;
    }
    return tokens;
  }
}
