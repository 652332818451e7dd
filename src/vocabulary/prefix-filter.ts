/** So many units of a key are looked at before the trie is walked. */
const DEPTH = 4;
const BITS = 18;
const SHIFT = 32 - BITS;

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * A quick test whether any key may begin at a place of a text: the first units, hashed, must be those of a key (or a
 * whole key, where it is shorter). It may say yes in vain, never no in vain; the text must end in a 0.
 */
export function buildFilter(keys: readonly Uint16Array[]): (units: Uint16Array, start: number) => boolean {
  const table = new Uint8Array(2 ** BITS);
  for (const key of keys) {
    let hash = Math.min(key.length, DEPTH);
    for (let index = 0; index < key.length && index < DEPTH; index++) hash = mixed(hash, key[index] as number);
    table[hash >>> SHIFT] = 1;
  }
  return (units, start) => {
    let [one, two, three, four] = [1, 2, 3, 4];
    for (let index = 0; index < DEPTH; index++) {
      const unit = units[start + index] as number;
      if (unit === 0) break;
      // Dashes and half-spaces draw units together that the filter would not: leave it to the trie.
      if (unit === 0x2d || unit === 0x200c || unit === 0xad || unit === 0x640) return true;
      if (index < 1) one = mixed(one, unit);
      if (index < 2) two = mixed(two, unit);
      if (index < 3) three = mixed(three, unit);
      four = mixed(four, unit);
    }
    return (
      table[one >>> SHIFT] === 1 ||
      table[two >>> SHIFT] === 1 ||
      table[three >>> SHIFT] === 1 ||
      table[four >>> SHIFT] === 1
    );
  };
}
