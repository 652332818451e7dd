/** So many units of a key are looked at before the trie is walked. */
const DEPTH = 4;
const SINGLE_SHIFT = 32 - 10;
const PAIR_SHIFT = 32 - 15;
const LONG_SHIFT = 32 - 16;

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Dashes and half-spaces draw units together that a filter would not: leave it to the trie. */
export function drawsTogether(unit: number): boolean {
  return unit === 0x2d || unit === 0x200c || unit === 0xad || unit === 0x640;
}

const NONE = 0;
const SHORT = 2;

/**
 * A quick test whether any key may begin at a place of a text, by its first two and first four units. It may say yes in
 * vain, never no in vain; the text must end in a few zeros.
 */
export class PrefixFilter {
  /** By the first two units: whether no key begins so, only longer ones, or one of fewer than four units. */
  readonly #pairs = new Uint8Array(2 ** 15);
  readonly #long = new Uint8Array(2 ** 16);
  /** By the first unit: whether it may be a key by itself. */
  readonly #single = new Uint8Array(2 ** 10);

  constructor(keys: readonly Uint16Array[]) {
    for (const key of keys) {
      const [one = 0, two = 0, three = 0, four = 0] = key;
      if (key.length < 2) {
        this.#single[mixed(1, one) >>> SINGLE_SHIFT] = 1;
        continue;
      }
      const pair = mixed(mixed(1, one), two);
      const at = pair >>> PAIR_SHIFT;
      this.#pairs[at] = Math.max(this.#pairs[at] as number, key.length < DEPTH ? SHORT : 1);
      if (key.length >= DEPTH) this.#long[mixed(mixed(pair, three), four) >>> LONG_SHIFT] = 1;
    }
  }

  mayBegin(units: Uint16Array, start: number): boolean {
    const one = units[start] as number;
    const two = units[start + 1] as number;
    const first = mixed(1, one);
    if (this.#single[first >>> SINGLE_SHIFT] === 1 || drawsTogether(one) || drawsTogether(two)) return true;
    const pair = mixed(first, two);
    const known = this.#pairs[pair >>> PAIR_SHIFT];
    if (known === NONE || known === SHORT) return known === SHORT;
    const three = units[start + 2] as number;
    const four = units[start + 3] as number;
    if (drawsTogether(three) || drawsTogether(four)) return true;
    return this.#long[mixed(mixed(pair, three), four) >>> LONG_SHIFT] === 1;
  }
}
