import { TextUnits } from '../../kernel/index.ts';

const FIRST_BITS = 12;
/** So many words that no phrase has are kept at a time, so that no text fills the memory. */
const MOST = 30_000;
/** Longer ones seldom come back. */
const LONGEST = 40;

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (units[at] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

/**
 * A string of its own: one cut out of a sentence would keep the sentence in memory. As the name of a property V8 keeps it
 * once, with its hash, so that sets and maps find it without reading its letters again.
 */
function lasting(word: string): string {
  return Object.keys({ [word]: 0 })[0] as string;
}

function copied(units: Uint16Array, start: number, end: number): string {
  return lasting(String.fromCharCode(...units.subarray(start, end)));
}

const FIRST_LETTERS = 2 ** 14;

/**
 * Words with their numbers in a lexicon, found by the letters of a text without cutting them out of it first: the same
 * words come back in every sentence. Words of no phrase are kept too, up to a bound.
 */
export class WordTable {
  /** The words of phrases, which stay. */
  readonly #own: ReadonlyMap<string, number>;
  #slots = new Int32Array(2 ** FIRST_BITS);
  #words: string[] = [];
  #numbers: number[] = [];
  /** The letters of all words one after another, and where those of each end. */
  #letters = new Uint16Array(FIRST_LETTERS);
  #ends: number[] = [];
  readonly #texts = new TextUnits();

  constructor(own: ReadonlyMap<string, number>) {
    this.#own = own;
    this.#begin();
  }

  #begin(): void {
    this.#words = [''];
    this.#numbers = [0];
    this.#ends = [0];
    this.#slots.fill(0);
    for (const [word, number] of this.#own) {
      const units = this.#texts.of(word);
      this.#put(lasting(word), number, units, 0, word.length);
    }
  }

  #put(word: string, number: number, units: Uint16Array, start: number, end: number): number {
    if (this.#words.length * 2 > this.#slots.length) this.#widen();
    const at = this.#words.push(word) - 1;
    this.#numbers.push(number);
    const from = this.#ends[at - 1] as number;
    this.#ends.push(from + end - start);
    if (from + end - start > this.#letters.length) this.#lengthen();
    this.#letters.set(units.subarray(start, end), from);
    this.#slots[this.#free(hashOf(units, start, end))] = at;
    return at;
  }

  #lengthen(): void {
    const letters = new Uint16Array(this.#letters.length * 2);
    letters.set(this.#letters);
    this.#letters = letters;
  }

  #free(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let at = 1; at < this.#words.length; at += 1) {
      const hash = hashOf(this.#letters, this.#ends[at - 1] as number, this.#ends[at] as number);
      this.#slots[this.#free(hash)] = at;
    }
  }

  #standsAt(at: number, units: Uint16Array, start: number, end: number): boolean {
    let from = this.#ends[at - 1] as number;
    if ((this.#ends[at] as number) - from !== end - start) return false;
    const letters = this.#letters;
    for (let unit = start; unit < end; unit += 1) if (letters[from++] !== units[unit]) return false;
    return true;
  }

  /** Where the word of some units is kept, or 0. */
  #place(units: Uint16Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(units, start, end) & mask; ; slot = (slot + 1) & mask) {
      const at = this.#slots[slot] as number;
      if (at === 0 || this.#standsAt(at, units, start, end)) return at;
    }
  }

  /**
   * Where the word is kept that stands in a text (in small letters) at `start`..`end`, until the next one is looked for.
   * @param units of the text
   * @param keep whether to keep a word of no phrase: not numbers, which seldom come back
   */
  find(text: string, units: Uint16Array, start: number, end: number, keep: boolean): number {
    const at = this.#place(units, start, end);
    if (at !== 0) return at;
    if (!keep || end - start > LONGEST) {
      this.#words[0] = text.slice(start, end);
      return 0;
    }
    if (this.#words.length > this.#own.size + MOST) this.#begin();
    return this.#put(copied(units, start, end), 0, units, start, end);
  }

  /** The number of the word that stands in the units of a text; 0 where no phrase has it. Keeps nothing. */
  known(units: Uint16Array, start: number, end: number): number {
    return this.#numbers[this.#place(units, start, end)] as number;
  }

  word(at: number): string {
    return this.#words[at] as string;
  }

  /** The number of a word in its lexicon; 0 where no phrase has it. */
  number(at: number): number {
    return this.#numbers[at] as number;
  }
}
