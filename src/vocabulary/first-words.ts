import { IN_WORD, WORD_CLASSES } from './fold.ts';
import { drawsTogether } from './prefix-filter.ts';

const SPACE = 0x20;
const SOFT_HYPHEN = 0xad;
const HALF_SPACE = 0x200c;
const TATWEEL = 0x640;

/** The hash of no units. */
export const NO_HASH = 1;

/** The hash of a word with one more unit; what is passed over within words counts for nothing. */
export function wordHash(hash: number, unit: number): number {
  return unit === HALF_SPACE || unit === TATWEEL ? hash : Math.imul(hash ^ unit, 0x01000193);
}

/** Where the word ends that a key begins with. */
function firstWordEnd(key: Uint16Array): number {
  let end = 0;
  while (end < key.length && WORD_CLASSES[key[end] as number] === IN_WORD) end++;
  return end;
}

/** Whether a key begins with no whole word: with another sign, or with a word that may go on. */
export function beginsInsideOneWord(key: Uint16Array, open: boolean): boolean {
  const end = firstWordEnd(key);
  return end === 0 || (open && end === key.length);
}

/** So many units behind the first word are looked at before the trie is walked. */
const BEHIND = 3;
const WORD_SHIFT = 32 - 14;
const BEHIND_SHIFT = 32 - 15;

const WHOLE = 1;
const GOES_ON = 2;

function behindHash(hash: number, units: Uint16Array, at: number): number {
  let mixed = hash;
  for (let behind = at; behind < at + BEHIND; behind++)
    mixed = Math.imul(mixed ^ (units[behind] as number), 0x01000193);
  return mixed;
}

function spread(hash: number, shift: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> shift;
}

/** Whether signs stand from `at` that a walk through the trie passes over: leave it to the trie. */
function passesOver(units: Uint16Array, at: number): boolean {
  for (let behind = at; behind <= at + BEHIND; behind++) {
    const unit = units[behind] as number;
    if (drawsTogether(unit) || (unit === SPACE && units[behind + 1] === SPACE)) return true;
  }
  return false;
}

/**
 * A quick test whether any of the keys, which begin with whole words, may begin with a word of a text: by all of the word
 * and the units behind it. It may say yes in vain, never no in vain; the text must end in a few zeros.
 */
export class FirstWords {
  /** By the first word: whether it is a key by itself (or nearly), and whether longer keys go on behind it. */
  readonly #words = new Uint8Array(2 ** 14);
  readonly #behind = new Uint8Array(2 ** 15);

  constructor(keys: readonly Uint16Array[]) {
    for (const key of keys) {
      const end = firstWordEnd(key);
      const hash = key.subarray(0, end).reduce(wordHash, NO_HASH);
      const goesOn = key.length >= end + BEHIND;
      const at = spread(hash, WORD_SHIFT);
      this.#words[at] = (this.#words[at] as number) | (goesOn ? GOES_ON : WHOLE);
      if (goesOn) this.#behind[spread(behindHash(hash, key, end), BEHIND_SHIFT)] = 1;
    }
  }

  /** @param hash of the word that ends at `end` */
  mayBegin(hash: number, units: Uint16Array, end: number): boolean {
    const known = this.#words[spread(hash, WORD_SHIFT)] as number;
    if (known === 0) return units[end] === SOFT_HYPHEN;
    if ((known & WHOLE) !== 0 || passesOver(units, end)) return true;
    return this.#behind[spread(behindHash(hash, units, end), BEHIND_SHIFT)] === 1;
  }
}
