const FIRST_BITS = 12;
/** So many words that no phrase has are kept at a time, so that no text fills the memory. */
const MOST = 30_000;
/** Longer ones seldom come back. */
const LONGEST = 40;

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  const length = end - start;
  if (word.length !== length) return false;
  for (let at = 0; at < length; at += 1) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

/**
 * A string of its own: one cut out of a sentence would keep the sentence in memory. As the name of a property V8 keeps it
 * once, with its hash, so that sets and maps find it without reading its letters again.
 */
function lasting(word: string): string {
  return Object.keys({ [word]: 0 })[0] as string;
}

function copied(text: string, start: number, end: number): string {
  const units: number[] = [];
  for (let at = start; at < end; at += 1) units.push(text.charCodeAt(at));
  return lasting(String.fromCharCode(...units));
}

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

  constructor(own: ReadonlyMap<string, number>) {
    this.#own = own;
    this.#begin();
  }

  #begin(): void {
    this.#words = [''];
    this.#numbers = [0];
    this.#slots.fill(0);
    for (const [word, number] of this.#own) this.#put(lasting(word), number, hashOf(word, 0, word.length));
  }

  #put(word: string, number: number, hash: number): number {
    if (this.#words.length * 2 > this.#slots.length) this.#widen();
    const at = this.#words.push(word) - 1;
    this.#numbers.push(number);
    this.#slots[this.#free(hash)] = at;
    return at;
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
      const word = this.#words[at] as string;
      this.#slots[this.#free(hashOf(word, 0, word.length))] = at;
    }
  }

  /**
   * Where the word is kept that stands in a text (in small letters) at `start`..`end`, until the next one is looked for.
   * @param keep whether to keep a word of no phrase: not numbers, which seldom come back
   */
  find(text: string, start: number, end: number, keep: boolean): number {
    const hash = hashOf(text, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = this.#slots[slot] as number;
      if (at === 0) break;
      if (standsAt(this.#words[at] as string, text, start, end)) return at;
    }
    if (!keep || end - start > LONGEST) {
      this.#words[0] = text.slice(start, end);
      return 0;
    }
    if (this.#words.length > this.#own.size + MOST) this.#begin();
    return this.#put(copied(text, start, end), 0, hash);
  }

  /** The number of the word that stands in a text at `start`..`end`; 0 where no phrase has it. Keeps nothing. */
  known(text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const at = this.#slots[slot] as number;
      if (at === 0) return 0;
      if (standsAt(this.#words[at] as string, text, start, end)) return this.#numbers[at] as number;
    }
  }

  word(at: number): string {
    return this.#words[at] as string;
  }

  /** The number of a word in its lexicon; 0 where no phrase has it. */
  number(at: number): number {
    return this.#numbers[at] as number;
  }
}
