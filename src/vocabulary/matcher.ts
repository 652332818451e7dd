import { evenTones, type Folding, fold, foldUnits, IN_WORD, WORD_CLASSES } from './fold.ts';
import { buildTrie, type Trie } from './trie.ts';

/** A form to look for. A form that ends in `*` may go on inside a word (`railway*` finds `railways`). */
export interface Entry<T> {
  readonly form: string;
  readonly value: T;
  /** Its capitals must be capitals in the text too (names in Latin letters). */
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
  /** The form in small letters, diacritics kept. */
  readonly small: string;
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
  return evenTones(name)
    .replace(/[\u200c\u00ad\u0640]/g, '')
    .replace(/ *- */g, '-');
}

/** Words that begin with a capital in the form must not begin with a small letter in the text. */
function capitalised(found: string, form: string): boolean {
  if (found === form) return true;
  const words = form.split(/[\s-]+/u);
  return found
    .split(/[\s\p{Pd}]+/u)
    .every((word, index) => !(/^\p{Ll}/u.test(word) && CAPITAL.test((words[index] ?? '').charAt(0))));
}

/** Diacritics may be left out of a name, but where some are written all must be right. */
function written<T>(found: string, leaf: Leaf<T>): boolean {
  if (leaf.entry.capital && !capitalised(found, leaf.entry.form)) return false;
  if (!MARKED.test(found)) return true;
  const small = fold(found.normalize('NFC'), 'case');
  return small === leaf.small || spelled(small) === spelled(leaf.small);
}

function leafOf<T>(entry: Entry<T>): Leaf<T> {
  const open = entry.form.endsWith('*');
  const form = open ? entry.form.slice(0, -1) : entry.form;
  return { entry, open, small: fold(form.normalize('NFC'), 'case') };
}

function accepts<T>(leaf: Leaf<T>, text: string, start: number, end: number, folding: Folding): boolean {
  if (leaf.entry.exact && text.slice(start, end) !== leaf.entry.form) return false;
  return folding === 'case' || written(text.slice(start, end), leaf);
}

/** The longest form that begins at `start`. */
function longestAt<T>(
  trie: Trie<Leaf<T>>,
  text: string,
  units: Uint16Array,
  start: number,
  folding: Folding,
): Match<T> | null {
  let found: Match<T> | null = null;
  let node = trie.first(units[start] as number);
  for (let end = start + 1; node >= 0; end++) {
    const leaves = trie.leaves[node];
    if (leaves !== undefined) {
      const whole = WORD_CLASSES[units[end - 1] as number] !== IN_WORD || WORD_CLASSES[units[end] ?? 0] !== IN_WORD;
      const leaf = leaves.find((one) => (whole || one.open) && accepts(one, text, start, end, folding));
      if (leaf) found = { start, end, value: leaf.entry.value, form: leaf.entry.form };
    }
    while (end < units.length && passedOver(units, end)) end++;
    if (end >= units.length) break;
    node = trie.next(node, units[end] as number);
  }
  return found;
}

/** Compiles forms into one trie over the folded text. Compile once, scan often. */
export function compileMatcher<T>(entries: readonly Entry<T>[], folding: Folding): Matcher<T> {
  const trie = buildTrie(
    entries.map((entry) => {
      const leaf = leafOf(entry);
      return { key: keyOf(leaf.open ? entry.form.slice(0, -1) : entry.form, folding), leaf };
    }),
  );
  return {
    scan(text) {
      const units = foldUnits(text, folding);
      const matches: Match<T>[] = [];
      let inWord = false;
      for (let start = 0; start < units.length; ) {
        const unit = units[start] as number;
        const begins = !inWord || WORD_CLASSES[unit] !== IN_WORD;
        const match = begins && trie.first(unit) >= 0 ? longestAt(trie, text, units, start, folding) : null;
        if (match) matches.push(match);
        start = match ? match.end : start + 1;
        inWord = WORD_CLASSES[units[start - 1] as number] === IN_WORD;
      }
      return matches;
    },
    exactly(text) {
      const node = trie.walk(keyOf(text, folding));
      return (trie.leaves[node] ?? [])
        .filter((leaf) => accepts(leaf, text, 0, text.length, folding))
        .map(({ entry }) => entry.value);
    },
  };
}
