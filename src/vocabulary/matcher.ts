import { evenTones, type Folding, fold, foldUnits, IN_WORD, WORD_CLASSES } from './fold.ts';

/** A form to look for. A form that ends in `*` may go on inside a word (`railway*` finds `railways`). */
export interface Entry<T> {
  readonly form: string;
  readonly value: T;
  /** The first letter in the text must be a capital (names in Latin letters). */
  readonly capital?: boolean;
  /** Letter for letter (abbreviations: `WHO`, not `who`). */
  readonly exact?: boolean;
}

export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
  /** The form as it stands in the data. */
  readonly form: string;
}

export interface Matcher<T> {
  /** All matches, leftmost first and longest at each place, none overlapping; in time linear in the text. */
  scan(text: string): Match<T>[];
  /** The values of all forms equal to the whole text. */
  exactly(text: string): T[];
}

interface Leaf<T> {
  readonly entry: Entry<T>;
  readonly open: boolean;
}

/** A trie in one open-addressed table: (node, unit) → node. */
class Trie<T> {
  #size = 1;
  #mask: number;
  #nodes: Int32Array;
  #units: Uint16Array;
  #next: Int32Array;
  readonly leaves: Leaf<T>[][] = [[]];

  constructor(capacity: number) {
    let slots = 1024;
    while (slots < capacity * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#nodes = new Int32Array(slots).fill(-1);
    this.#units = new Uint16Array(slots);
    this.#next = new Int32Array(slots);
  }

  #slot(node: number, unit: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & this.#mask;
    while (this.#nodes[slot] !== -1 && !(this.#nodes[slot] === node && this.#units[slot] === unit)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  /** The node reached from `node` by `unit`, or -1. */
  step(node: number, unit: number): number {
    const slot = this.#slot(node, unit);
    return this.#nodes[slot] === -1 ? -1 : (this.#next[slot] as number);
  }

  add(units: Uint16Array, leaf: Leaf<T>): void {
    let node = 0;
    for (const unit of units) {
      const slot = this.#slot(node, unit);
      if (this.#nodes[slot] === -1) {
        this.#nodes[slot] = node;
        this.#units[slot] = unit;
        this.#next[slot] = this.#size++;
        this.leaves.push([]);
      }
      node = this.#next[slot] as number;
    }
    this.leaves[node]?.push(leaf);
  }
}

const SPACE = 0x20;
const DASH = 0x2d;

/** Half-spaces, soft hyphens, second spaces and the spaces about a dash are passed over, in forms and texts alike. */
function passedOver(units: Uint16Array, index: number): boolean {
  const unit = units[index];
  if (unit === 0x200c || unit === 0xad || unit === 0x640) return true;
  if (unit !== SPACE) return false;
  return units[index - 1] === DASH || units[index + 1] === DASH || units[index - 1] === SPACE;
}

function keyOf(form: string, folding: Folding): Uint16Array {
  return foldUnits(form.normalize('NFC'), folding).filter((_, index, units) => !passedOver(units, index));
}

const CAPITAL = /\p{Lu}/u;
const MARKED = /[^ -~]/;

function spelled(name: string): string {
  return evenTones(fold(name.normalize('NFC'), 'case'))
    .replace(/[\u200c\u00ad\u0640]/g, '')
    .replace(/ *- */g, '-');
}

/** Words that begin with a capital in the form must not begin with a small letter in the text. */
function capitalised(found: string, form: string): boolean {
  const words = form.split(/[\s-]+/u);
  return found
    .split(/[\s\p{Pd}]+/u)
    .every((word, index) => !(/^\p{Ll}/u.test(word) && CAPITAL.test((words[index] ?? '').charAt(0))));
}

/** Diacritics may be left out of a name, but where some are written all must be right. */
function written<T>(found: string, entry: Entry<T>): boolean {
  if (entry.capital && !capitalised(found, entry.form)) return false;
  if (!MARKED.test(found)) return true;
  const wanted = entry.form.endsWith('*') ? entry.form.slice(0, -1) : entry.form;
  return spelled(found) === spelled(wanted);
}

/** Compiles forms into one trie over the folded text. Compile once, scan often. */
export function compileMatcher<T>(entries: readonly Entry<T>[], folding: Folding): Matcher<T> {
  const trie = new Trie<T>(entries.reduce((sum, entry) => sum + entry.form.length, 0));
  for (const entry of entries) {
    const open = entry.form.endsWith('*');
    const form = open ? entry.form.slice(0, -1) : entry.form;
    if (form !== '') trie.add(keyOf(form, folding), { entry, open });
  }

  function longestAt(text: string, units: Uint16Array, start: number): Match<T> | null {
    let found: Match<T> | null = null;
    let node = 0;
    for (let offset = start; offset < units.length; ) {
      const unit = units[offset] as number;
      if (offset > start && passedOver(units, offset)) {
        offset += 1;
        continue;
      }
      node = trie.step(node, unit);
      if (node === -1) break;
      offset += 1;
      const leaves = trie.leaves[node] as Leaf<T>[];
      if (leaves.length === 0) continue;
      const whole = WORD_CLASSES[unit] !== IN_WORD || WORD_CLASSES[units[offset] ?? 0] !== IN_WORD;
      for (const { entry, open } of leaves) {
        if (!(whole || open)) continue;
        if (entry.exact && text.slice(start, offset) !== entry.form) continue;
        if (folding === 'bare' && !written(text.slice(start, offset), entry)) continue;
        found = { start, end: offset, value: entry.value, form: entry.form };
        break;
      }
    }
    return found;
  }

  return {
    scan(text) {
      const units = foldUnits(text, folding);
      const matches: Match<T>[] = [];
      for (let start = 0; start < units.length; ) {
        const inWord = WORD_CLASSES[units[start] as number] === IN_WORD;
        const begins = !inWord || start === 0 || WORD_CLASSES[units[start - 1] as number] !== IN_WORD;
        const match = begins ? longestAt(text, units, start) : null;
        if (match) matches.push(match);
        start = match ? match.end : start + 1;
      }
      return matches;
    },
    exactly(text) {
      let node = 0;
      for (const unit of keyOf(text, folding)) {
        node = trie.step(node, unit);
        if (node === -1) return [];
      }
      return (trie.leaves[node] as Leaf<T>[])
        .filter(({ entry }) => folding !== 'bare' || written(text, entry))
        .map(({ entry }) => entry.value);
    },
  };
}
