/** A set of keys (runs of UTF-16 units) with what hangs on each. Nodes are numbers; -1 is nowhere. */
export interface Trie<L> {
  /** The node of a first unit. */
  first(unit: number): number;
  /** The node reached from a node by a unit. */
  next(node: number, unit: number): number;
  /** What hangs on a node, in the order it was given. */
  readonly leaves: readonly (L[] | undefined)[];
}

/** Node and symbol share one number: 2^19 nodes, 2^12 symbols. */
const SYMBOL_BITS = 12;
const MOST_NODES = 2 ** 19;

/** Numbers the units that occur in keys from 1; all others are 0. */
function alphabetOf(keys: readonly Uint16Array[]): Uint16Array {
  const symbols = new Uint16Array(65536);
  let count = 0;
  for (const key of keys) for (const unit of key) if (symbols[unit] === 0) symbols[unit] = ++count;
  if (count >= 2 ** SYMBOL_BITS) throw new RangeError(`more than ${2 ** SYMBOL_BITS} different characters`);
  return symbols;
}

/**
 * Builds a trie in flat arrays: one table for the first unit of a key; for the others one open-addressed table whose
 * slots hold (node, symbol) and the next node side by side, never more than half full.
 */
export function buildTrie<L>(entries: readonly { readonly key: Uint16Array; readonly leaf: L }[]): Trie<L> {
  const symbols = alphabetOf(entries.map(({ key }) => key));
  const capacity = entries.reduce((sum, { key }) => sum + key.length, 0);
  const bits = Math.max(10, Math.ceil(Math.log2(capacity * 2 + 1)));
  const mask = 2 ** bits - 1;
  const shift = 32 - bits;
  const slots = new Int32Array(2 * (mask + 1)).fill(-1);
  const roots = new Int32Array(65536).fill(-1);
  const leaves: (L[] | undefined)[] = [];

  function slotOf(pair: number): number {
    let slot = Math.imul(pair, 0x9e3779b1) >>> shift;
    for (let there = slots[2 * slot]; there !== pair && there !== -1; there = slots[2 * slot]) slot = (slot + 1) & mask;
    return slot;
  }

  function add(): number {
    if (leaves.length >= MOST_NODES) throw new RangeError(`more than ${MOST_NODES} nodes`);
    return leaves.push(undefined) - 1;
  }

  function grow(node: number, unit: number): number {
    if (node < 0) {
      if (roots[unit] === -1) roots[unit] = add();
      return roots[unit] as number;
    }
    const pair = (node << SYMBOL_BITS) | (symbols[unit] as number);
    const slot = slotOf(pair);
    if (slots[2 * slot] === -1) {
      slots[2 * slot] = pair;
      slots[2 * slot + 1] = add();
    }
    return slots[2 * slot + 1] as number;
  }

  for (const { key, leaf } of entries) {
    let node = -1;
    for (const unit of key) node = grow(node, unit);
    if (node < 0) continue;
    const there = leaves[node];
    if (there) there.push(leaf);
    else leaves[node] = [leaf];
  }
  return {
    first: (unit) => roots[unit] as number,
    next(node, unit) {
      const symbol = symbols[unit] as number;
      return symbol === 0 ? -1 : (slots[2 * slotOf((node << SYMBOL_BITS) | symbol) + 1] as number);
    },
    leaves,
  };
}
