import { TextUnits } from '../../kernel/index.ts';
import { Trie } from '../../vocabulary/index.ts';
import { type Meaning, meaningOf, UNKNOWN } from './meaning.ts';
import { type Cuts, cut, piecesOf, typeOf } from './pieces.ts';
import type { Sense } from './sense.ts';
import type { Token } from './token.ts';
import { WordTable } from './word-table.ts';

/** By the unit of a mark that opens quotation or brackets, that of the mark which closes them. */
const CLOSING = new Map(
  Object.entries({ '"': '"', '(': ')', '[': ']', '“': '”', '«': '»', '《': '》', '（': '）', '「': '」' }).map(
    ([opening, closing]) => [opening.charCodeAt(0), closing.charCodeAt(0)],
  ),
);
const [ROUND, COMMA, SEMICOLON] = [41, 44, 59];
/** So many pieces farther the closing mark is not looked for. */
const FARTHEST = 120;

/**
 * For each piece, whether it stands between paired quotation marks or brackets; a mark without its pair encloses nothing.
 * Null where none does.
 */
function enclosed({ units, starts, classes, count }: Cuts): boolean[] | null {
  let inside: boolean[] | null = null;
  for (let i = 0; i < count; i += 1) {
    if (typeOf(classes[i] as number) !== 'mark') continue;
    const closing = CLOSING.get(units[starts[i] as number] as number);
    if (closing === undefined) continue;
    let end = i + 1;
    while (end < count && end - i < FARTHEST && units[starts[end] as number] !== closing) end += 1;
    if (end >= count || units[starts[end] as number] !== closing) continue;
    inside ??= new Array<boolean>(count).fill(false);
    for (let k = i; k <= end; k += 1) inside[k] = true;
    const last = units[starts[end - 1] as number];
    if (closing !== ROUND && (last === COMMA || last === SEMICOLON)) inside[end - 1] = false;
    i = end;
  }
  return inside;
}

/** Number of a word of no phrase. */
const NONE = 0;

/** Numbers of so many digits (days, years) come back. */
const SHORT_NUMBER = 4;

/** A letter as a small one, where that is as long. */
function inSmall(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

/** Scratch of `read`: the sentence in small letters, its words, and their numbers. */
const smallTexts = new TextUnits();
const words: string[] = [];
let numbers = new Uint16Array(512);

/** A language's words and phrases with their senses, to read sentences with. */
export class Lexicon {
  /** The words of all phrases, numbered from 1. */
  readonly #numbers = new Map<string, number>();
  readonly #entries: { readonly key: Uint16Array; readonly leaf: Sense }[] = [];
  #trie: Trie<Meaning> | null = null;
  /** By the number of a word where the trie goes on from it, or -1. */
  #firsts = new Int32Array(0);
  #table: WordTable | null = null;
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
    this.#table = null;
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
    const trie = new Trie([...phrases.values()].map(({ key, senses }) => ({ key, leaf: meaningOf(senses) })));
    const length = this.#numbers.size + 1;
    this.#firsts = Int32Array.from({ length }, (_, word) => (word === NONE ? -1 : trie.first(word)));
    return trie;
  }

  /** What the longest phrase means that begins with the word numbered `words[at]`; its length is left in `#length`. */
  #longest(trie: Trie<Meaning>, words: Uint16Array, at: number): Meaning {
    let found = UNKNOWN;
    this.#length = 1;
    let place = this.#firsts[words[at] as number] as number;
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
    this.#table ??= new WordTable(this.#numbers);
    const small = text.toLowerCase();
    // A letter that is longer as a small one ("İ") moves all offsets: those letters stay as they are.
    const lower = small.length === text.length ? small : text.replace(/./gsu, inSmall);
    const all = cut(text);
    const { units, starts, ends, classes, count } = all;
    const smallUnits = lower === text ? units : smallTexts.of(lower);
    const inside = enclosed(all);
    if (numbers.length <= count) numbers = new Uint16Array(2 * count);
    for (let i = 0; i < count; i += 1) {
      const start = starts[i] as number;
      const end = ends[i] as number;
      const number = typeOf(classes[i] as number) === 'number';
      const at = this.#table.find(lower, smallUnits, start, end, !number || end - start <= SHORT_NUMBER);
      words[i] = this.#table.word(at);
      numbers[i] = this.#table.number(at);
    }
    numbers[count] = NONE;
    const tokens: Token[] = [];
    for (let i = 0; i < count; ) {
      const start = starts[i] as number;
      const meaning = this.#longest(this.#trie, numbers, i);
      const length = this.#length;
      const end = ends[i + length - 1] as number;
      const type = typeOf(classes[i] as number);
      tokens.push({
        start,
        end,
        word:
          length === 1 ? (words[i] as string) : this.#table.word(this.#table.find(lower, smallUnits, start, end, true)),
        type,
        capital: type === 'word' && small === lower && smallUnits[start] !== units[start],
        enclosed: inside !== null && (inside[i] as boolean),
        meaning,
      });
      i += length;
    }
    return tokens;
  }
}
