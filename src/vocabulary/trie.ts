/** A set of keys (runs of UTF-16 units) with what hangs on each. Nodes are numbers; -1 is nowhere. */
export interface Trie<L> {
  /** The node of a first unit. */
  first(unit: number): number;
  /** The node reached from a node by a unit. */
  next(node: number, unit: number): number;
  /** The node of a whole key. */
  walk(key: Uint16Array): number;
  /** What hangs on a node, in the order it was given. */
  readonly leaves: readonly (L[] | undefined)[];
}

/**
 * Builds a trie in flat arrays: one table for the first unit of a key, one open-addressed table (node, unit) → node
 * for the others, never more than half full.
 */
export function buildTrie<L>(entries: readonly { readonly key: Uint16Array; readonly leaf: L }[]): Trie<L> {
  const capacity = entries.reduce((sum, { key }) => sum + key.length, 0);
  const bits = Math.max(10, Math.ceil(Math.log2(capacity * 2 + 1)));
  const mask = 2 ** bits - 1;
  const shift = 32 - bits;
  const nodes = new Int32Array(mask + 1).fill(-1);
  const units = new Uint16Array(mask + 1);
  const targets = new Int32Array(mask + 1);
  const roots = new Int32Array(65536).fill(-1);
  const leaves: (L[] | undefined)[] = [];

  function slotOf(node: number, unit: number): number {
    let slot = Math.imul(Math.imul(node, 0x9e3779b1) + unit, 0x85ebca6b) >>> shift;
    while (nodes[slot] !== -1 && (nodes[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(node: number, unit: number): number {
    if (node < 0) {
      if (roots[unit] === -1) roots[unit] = leaves.push(undefined) - 1;
      return roots[unit] as number;
    }
    const slot = slotOf(node, unit);
    if (nodes[slot] === -1) {
      nodes[slot] = node;
      units[slot] = unit;
      targets[slot] = leaves.push(undefined) - 1;
    }
    return targets[slot] as number;
  }

  for (const { key, leaf } of entries) {
    let node = -1;
    for (const unit of key) node = grow(node, unit);
    if (node < 0) continue;
    const there = leaves[node];
    if (there) there.push(leaf);
    else leaves[node] = [leaf];
  }

  const first = (unit: number) => roots[unit] as number;
  const next = (node: number, unit: number) => {
    const slot = slotOf(node, unit);
    return nodes[slot] === -1 ? -1 : (targets[slot] as number);
  };
  return {
    first,
    next,
    walk(key) {
      let node = key.length === 0 ? -1 : first(key[0] as number);
      for (let index = 1; index < key.length && node >= 0; index++) node = next(node, key[index] as number);
      return node;
    },
    leaves,
  };
}
