/** Where a walk through a trie stands: a branching (below this) or a place in the rest of a key that no other key shares. */
const REST = 2 ** 16;
/** The branching a walk begins at. */
const ROOT = 0;
/** Ends the rest of a key; no key holds it. */
const STOP = 0;

interface Step {
  readonly from: number;
  readonly unit: number;
  readonly to: number;
}

/** The branchings, rests and leaves of sorted keys, on their way into flat arrays. */
class Layout<L> {
  readonly steps: Step[] = [];
  readonly rests: number[] = [];
  /** For each branching the number of its list of leaves; 0 where none end there. */
  readonly ends: number[] = [0];
  readonly lists: L[][] = [[]];
  readonly #keys: readonly string[];
  readonly #leaves: readonly L[];

  /** `keys` are sorted; `leaves` are those of the keys. */
  constructor(keys: readonly string[], leaves: readonly L[]) {
    this.#keys = keys;
    this.#leaves = leaves;
    this.#branch(0, keys.length, 0, ROOT);
  }

  #list(from: number, to: number): number {
    return this.lists.push(this.#leaves.slice(from, to)) - 1;
  }

  /** Lays out the keys `from`..`to`, whose first `depth` units lead to `node`. */
  #branch(from: number, to: number, depth: number, node: number): void {
    let at = from;
    while (at < to && (this.#keys[at] as string).length === depth) at++;
    if (at > from && depth > 0) this.ends[node] = this.#list(from, at);
    while (at < to) {
      const unit = (this.#keys[at] as string).charCodeAt(depth);
      const first = at;
      while (at < to && (this.#keys[at] as string).charCodeAt(depth) === unit) at++;
      this.#step(first, at, depth, { from: node, unit });
    }
  }

  #step(first: number, end: number, depth: number, step: Omit<Step, 'to'>): void {
    const key = this.#keys[first] as string;
    if (key === this.#keys[end - 1]) {
      this.steps.push({ ...step, to: REST + this.rests.length });
      const list = this.#list(first, end);
      for (let at = depth + 1; at < key.length; at++) this.rests.push(key.charCodeAt(at));
      this.rests.push(STOP, list & 0xffff, list >>> 16);
      return;
    }
    const to = this.ends.push(0) - 1;
    if (to >= REST - 1) throw new RangeError(`more than ${REST} branchings`);
    this.steps.push({ ...step, to });
    this.#branch(first, end, depth + 1, to);
  }
}

/**
 * A set of keys (runs of 16-bit numbers other than 0: the units of a text, or numbered words) with what hangs on each. Where keys branch, one open-addressed
 * table holds (branching, unit) and what follows side by side, half full; what a key has for itself alone lies in one row.
 * Small enough for a processor's cache, so that a step takes a few nanoseconds.
 */
export class Trie<L> {
  readonly #slots: Int32Array;
  readonly #shift: number;
  readonly #rests: Uint16Array;
  readonly #ends: Int32Array;
  readonly #lists: readonly (readonly L[])[];

  constructor(entries: readonly { readonly key: Uint16Array; readonly leaf: L }[]) {
    const sorted = entries
      .map(({ key, leaf }) => ({ key: String.fromCharCode(...key), leaf }))
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
    const layout = new Layout(
      sorted.map(({ key }) => key),
      sorted.map(({ leaf }) => leaf),
    );
    const bits = Math.max(4, Math.ceil(Math.log2(layout.steps.length * 2 + 1)));
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(2 ** (bits + 1)).fill(-1);
    this.#rests = Uint16Array.from(layout.rests);
    this.#ends = Int32Array.from(layout.ends);
    this.#lists = layout.lists;
    for (const { from, unit, to } of layout.steps) {
      const slot = this.#slotOf((from << 16) | unit);
      this.#slots[slot] = (from << 16) | unit;
      this.#slots[slot + 1] = to;
    }
  }

  #slotOf(pair: number): number {
    const slots = this.#slots;
    let slot = (Math.imul(pair, 0x9e3779b1) >>> this.#shift) << 1;
    for (let there = slots[slot]; there !== pair && there !== -1; there = slots[slot]) {
      slot = (slot + 2) & (slots.length - 1);
    }
    return slot;
  }

  /** Where a first unit leads, or -1. */
  first(unit: number): number {
    return this.#slots[this.#slotOf(unit) + 1] as number;
  }

  /** Where a unit leads from a place, or -1. */
  next(place: number, unit: number): number {
    if (place >= REST) return unit !== STOP && this.#rests[place - REST] === unit ? place + 1 : -1;
    return this.#slots[this.#slotOf((place << 16) | unit) + 1] as number;
  }

  /** What hangs on the key that ends at a place, in the order it was given; null where none ends. */
  leaves(place: number): readonly L[] | null {
    if (place < REST) {
      const list = this.#ends[place] as number;
      return list === 0 ? null : (this.#lists[list] as readonly L[]);
    }
    const rests = this.#rests;
    const at = place - REST;
    if (rests[at] !== STOP) return null;
    return this.#lists[(rests[at + 1] as number) | ((rests[at + 2] as number) << 16)] as readonly L[];
  }
}
