import { beginsInsideOneWord, FirstWords, NO_HASH, wordHash } from './first-words.ts';
import { evenTones, fold, foldsTo, IN_WORD, WORD_CLASSES } from './fold.ts';
import { foldedOf, keyOf, passedOver } from './folded-text.ts';
import { PrefixFilter } from './prefix-filter.ts';
import { Trie } from './trie.ts';

/** A form to look for. A form that ends in `*` may go on inside a word (`railway*` finds `railways`). */
export interface Entry<T> {
  readonly form: string;
  readonly value: T;
  /** Its capitals must be capitals in the text too (names in Latin letters). */
  readonly capital?: boolean;
  /** Letter for letter (abbreviations: `WHO`, not `who`). */
  readonly exact?: boolean;
  /** Diacritics may not be left out (ordinary words; names may be written without). */
  readonly strict?: boolean;
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

interface Leaf {
  readonly group: number;
  readonly entry: Entry<unknown>;
  readonly open: boolean;
  /** The form in small letters, diacritics kept. */
  readonly small: string;
  /** Its tones can stand on another vowel (`hòa`, `hoà`). */
  readonly shifting: boolean;
}

const CAPITAL = /\p{Lu}/u;
const MARKED = /[^ -~]/;
const SHIFTING = /o[aeàáảãạèéẻẽẹ]|[òóỏõọ][ae]|u[yỳýỷỹỵ]|[ùúủũụ]y/u;

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
function written(text: string, start: number, end: number, leaf: Leaf): boolean {
  const { entry, small } = leaf;
  if (entry.exact) return text.slice(start, end) === entry.form;
  const same = foldsTo(text, start, end, small, 'case');
  if (same && !entry.capital) return true;
  const level = end - start === small.length;
  if (!same && level && entry.strict && !leaf.shifting) return false;
  const found = text.slice(start, end);
  if (entry.capital && !capitalised(found, entry.form)) return false;
  if (same) return true;
  if (!MARKED.test(found) && (!entry.strict || level)) return !entry.strict;
  if (level && !leaf.shifting) return false;
  return spelled(fold(found.normalize('NFC'), 'case')) === spelled(small);
}

function leafOf(group: number, entry: Entry<unknown>): Leaf {
  const open = entry.form.endsWith('*');
  const form = open ? entry.form.slice(0, -1) : entry.form;
  const small = fold(form.normalize('NFC'), 'case');
  return { group, entry, open, small, shifting: SHIFTING.test(small) };
}

/** No matches: most groups have none in a sentence. */
const NONE: Match<unknown>[] = [];

/** The forms of all groups, compiled; and, while a text is read, where each group stands. */
class Forms {
  readonly #trie: Trie<Leaf>;
  /** Where forms may begin that begin with whole words, and those that do not. */
  readonly #words: FirstWords;
  readonly #others: PrefixFilter;
  readonly #groups: number;
  /** Where the next match of each group may begin, and the longest found from the present place. */
  readonly #free: Int32Array;
  readonly #ends: Int32Array;
  readonly #leaves: (Leaf | null)[];

  constructor(groups: number, leaves: readonly Leaf[]) {
    const keyed = leaves.map((leaf) => ({ key: keyOf(leaf.small), leaf }));
    this.#trie = new Trie(keyed);
    const others = keyed.filter(({ key, leaf }) => beginsInsideOneWord(key, leaf.open));
    this.#others = new PrefixFilter(others.map(({ key }) => key));
    this.#words = new FirstWords(keyed.filter((one) => !others.includes(one)).map(({ key }) => key));
    this.#groups = groups;
    this.#free = new Int32Array(groups);
    this.#ends = new Int32Array(groups);
    this.#leaves = new Array<Leaf | null>(groups).fill(null);
  }

  /** The matches of each group; `NONE` where it has none. */
  read(text: string): Match<unknown>[][] {
    const units = foldedOf(text);
    const lists: Match<unknown>[][] = [];
    for (let group = 0; group < this.#groups; group++) lists.push(NONE);
    this.#free.fill(0);
    this.#ends.fill(0);
    const { length } = text;
    for (let start = 0, end = 0; start < length; start = end) {
      end = start;
      let hash = NO_HASH;
      for (let unit = units[end] as number; WORD_CLASSES[unit] === IN_WORD; unit = units[++end] as number) {
        hash = wordHash(hash, unit);
      }
      const mayBegin = this.#others.mayBegin(units, start) || (end > start && this.#words.mayBegin(hash, units, end));
      if (mayBegin && this.#walk(text, units, start)) this.#keep(lists, start);
      if (end === start) end++;
    }
    return lists;
  }

  /** Notes the longest form of each group that begins at a place; false where there is none. */
  #walk(text: string, units: Uint16Array, start: number): boolean {
    let any = false;
    let place = this.#trie.first(units[start] as number);
    for (let end = start + 1; place >= 0; end++) {
      const leaves = this.#trie.leaves(place);
      if (leaves !== null && this.#settle(leaves, text, units, start, end)) any = true;
      while (end < text.length && passedOver(units, end)) end++;
      if (end >= text.length) break;
      place = this.#trie.next(place, units[end] as number);
    }
    return any;
  }

  #settle(leaves: readonly Leaf[], text: string, units: Uint16Array, start: number, end: number): boolean {
    const whole = WORD_CLASSES[units[end - 1] as number] !== IN_WORD || WORD_CLASSES[units[end] as number] !== IN_WORD;
    let any = false;
    for (const leaf of leaves) {
      if (!(whole || leaf.open) || start < (this.#free[leaf.group] as number)) continue;
      if (this.#ends[leaf.group] === end || !written(text, start, end, leaf)) continue;
      this.#ends[leaf.group] = end;
      this.#leaves[leaf.group] = leaf;
      any = true;
    }
    return any;
  }

  #keep(lists: Match<unknown>[][], start: number): void {
    for (let group = 0; group < lists.length; group++) {
      const leaf = this.#leaves[group];
      if (!leaf) continue;
      const end = this.#ends[group] as number;
      const match = { start, end, value: leaf.entry.value, form: leaf.entry.form };
      if (lists[group] === NONE) lists[group] = [match];
      else lists[group]?.push(match);
      this.#free[group] = end;
      this.#leaves[group] = null;
    }
  }
}

/**
 * Compiles groups of forms into one trie over text folded bare; all groups are found in one pass, each for itself
 * leftmost and longest. Compile once, scan often.
 */
export function compileGroups<G extends Record<string, readonly Entry<unknown>[]>>(
  groups: G,
): (text: string) => { [K in keyof G]: Match<G[K][number]['value']>[] } {
  const names = Object.keys(groups);
  const forms = new Forms(
    names.length,
    names.flatMap((name, group) => (groups[name] ?? []).map((entry) => leafOf(group, entry))),
  );
  return (text) => {
    const lists = forms.read(text);
    const found: Record<string, Match<unknown>[]> = {};
    for (let group = 0; group < names.length; group++) found[names[group] as string] = lists[group] as Match<unknown>[];
    return found as { [K in keyof G]: Match<G[K][number]['value']>[] };
  };
}

/** One group of forms by itself. */
export function compileMatcher<T>(entries: readonly Entry<T>[]): Matcher<T> {
  const scan = compileGroups({ all: entries as readonly Entry<T>[] });
  const byKey = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    const key = String.fromCharCode(...keyOf(entry.form.replace(/\*$/, '')));
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return {
    scan: (text) => scan(text).all as Match<T>[],
    exactly: (text) =>
      (byKey.get(String.fromCharCode(...keyOf(text))) ?? [])
        .filter((entry) => written(text, 0, text.length, leafOf(0, entry)))
        .map(({ value }) => value),
  };
}
