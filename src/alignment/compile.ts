import type { Mark, MarkKind, Signature } from './signature.ts';

/** Kinds in the order in which the features hold them. */
export const KINDS: readonly MarkKind[] = ['number', 'letters', 'name', 'term', 'word'];

/** Most lines of one side in a bead. */
export const WIDEST = 4;

/** A match is at most as telling as in a text of this many lines, so that weights fit short texts and long. */
const MOST_LINES = 120;

/** Lists of numbers in one array: list `n` lies from `start[n]` up to `start[n + 1]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** One side, compiled to flat arrays: lines hold types (marks of one form), types hold keys. */
export interface Side {
  readonly signatures: readonly Signature[];
  /** How many lines. */
  readonly count: number;
  /** Types of the marks of each line that the other side may hold. */
  readonly lines: Lists;
  /** How many marks of each kind a line has that the other side holds nowhere (`line * KINDS.length + kind`). */
  readonly lost: Uint16Array;
  /** Keys of each type. */
  readonly keys: Lists;
  readonly kinds: Uint8Array;
  /** For type and width (`type * WIDEST + width`): log of one over the probability of a match by chance. */
  readonly telling: Float32Array;
  /** For type and width: probability of no match by chance. */
  readonly absent: Float32Array;
  /** Sums before each line, for the sentences of any run of lines. */
  readonly sentences: Int32Array;
  /** Marks of shape of each line, one bit each. */
  readonly shapes: Uint8Array;
}

/** Numbers for the keys of both sides. */
export class KeyNumbers {
  readonly #ids = new Map<string, number>();
  get size(): number {
    return this.#ids.size;
  }
  id(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#ids.size);
    return this.#ids.size - 1;
  }
}

/** Probability by chance of what the other side holds nowhere. */
export const LOST_ABSENT = Array.from({ length: WIDEST }, (_, width) => (1 - 1 / MOST_LINES) ** (width + 1));

/** The numbers of a list. */
export function listAt({ start, items }: Lists, at: number): Int32Array {
  return items.subarray(start[at] as number, start[at + 1] as number);
}

/** Puts lists of numbers one after another. */
function lists(all: ReadonlyArray<ArrayLike<number>>): Lists {
  const start = new Int32Array(all.length + 1);
  all.forEach((list, at) => {
    start[at + 1] = (start[at] as number) + list.length;
  });
  const items = new Int32Array(start[all.length] as number);
  all.forEach((list, at) => {
    items.set(list, start[at] as number);
  });
  return { start, items };
}

interface Draft {
  readonly lines: Lists;
  readonly keys: Lists;
  readonly kinds: Uint8Array;
}

function draftSide(signatures: readonly Signature[], numbers: KeyNumbers): Draft {
  const types = new Map<string, number>();
  const byMark = new Map<Mark, number>();
  const keys: number[][] = [];
  const kinds: number[] = [];
  const typeOf = (mark: Mark): number => {
    const type = types.get(mark.form) ?? types.size;
    byMark.set(mark, type);
    if (type < keys.length) return type;
    types.set(mark.form, type);
    keys.push(mark.keys.map((key) => numbers.id(key)));
    kinds.push(KINDS.indexOf(mark.kind));
    return type;
  };
  const lines = signatures.map(({ marks }) => {
    const list: number[] = [];
    for (const mark of marks) if (mark.keys.length > 0) list.push(byMark.get(mark) ?? typeOf(mark));
    return list;
  });
  return { lines: lists(lines), keys: lists(keys), kinds: Uint8Array.from(kinds) };
}

/** The lines that hold each key, ascending. */
export function linesByKey({ lines, keys }: Pick<Side, 'lines' | 'keys'>, size: number): Lists {
  const start = new Int32Array(size + 1);
  const last = new Int32Array(size).fill(-1);
  const each = (visit: (key: number, line: number) => void): void => {
    last.fill(-1);
    for (let line = 0; line + 1 < lines.start.length; line += 1) {
      for (let at = lines.start[line] as number; at < (lines.start[line + 1] as number); at += 1) {
        const type = lines.items[at] as number;
        for (let index = keys.start[type] as number; index < (keys.start[type + 1] as number); index += 1) {
          const key = keys.items[index] as number;
          if (last[key] !== line) visit(key, line);
          last[key] = line;
        }
      }
    }
  };
  each((key) => {
    start[key + 1] = (start[key + 1] as number) + 1;
  });
  for (let key = 0; key < size; key += 1) start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  const items = new Int32Array(start[size] as number);
  const next = start.slice();
  each((key, line) => {
    items[next[key] as number] = line;
    next[key] = (next[key] as number) + 1;
  });
  return { start, items };
}

/** How many lines of the other side hold any key of each type. */
function frequencies(keys: Lists, postings: Lists, lineCount: number): Int32Array {
  const seen = new Int32Array(lineCount).fill(-1);
  return Int32Array.from({ length: keys.start.length - 1 }, (_, type) => {
    const [from, to] = [keys.start[type] as number, keys.start[type + 1] as number];
    let count = 0;
    for (let index = from; index < to; index += 1) {
      const key = keys.items[index] as number;
      for (let at = postings.start[key] as number; at < (postings.start[key + 1] as number); at += 1) {
        const line = postings.items[at] as number;
        if (seen[line] !== type) count += 1;
        seen[line] = type;
      }
    }
    return count;
  });
}

/** Splits each line's types into those the other side may hold and a count of those it holds nowhere. */
function sortOut(draft: Draft, frequency: Int32Array): { lines: Lists; lost: Uint16Array } {
  const count = draft.lines.start.length - 1;
  const lost = new Uint16Array(count * KINDS.length);
  const start = new Int32Array(count + 1);
  const items = new Int32Array(draft.lines.items.length);
  let size = 0;
  for (let line = 0; line < count; line += 1) {
    for (let at = draft.lines.start[line] as number; at < (draft.lines.start[line + 1] as number); at += 1) {
      const type = draft.lines.items[at] as number;
      if ((frequency[type] as number) > 0) {
        items[size] = type;
        size += 1;
      } else {
        const kind = line * KINDS.length + (draft.kinds[type] as number);
        lost[kind] = (lost[kind] as number) + 1;
      }
    }
    start[line + 1] = size;
  }
  return { lines: { start, items: items.slice(0, size) }, lost };
}

function chances(frequency: Int32Array, otherLines: number): { telling: Float32Array; absent: Float32Array } {
  const telling = new Float32Array(frequency.length * WIDEST);
  const absent = new Float32Array(frequency.length * WIDEST);
  frequency.forEach((lines, type) => {
    const share = (lines + 0.5) / (otherLines + 1);
    const chance = Math.min(0.95, Math.max(share, 1 / MOST_LINES));
    let none = 1;
    for (let width = 0; width < WIDEST; width += 1) {
      none *= 1 - chance;
      telling[type * WIDEST + width] = -Math.log(1 - none);
      absent[type * WIDEST + width] = none;
    }
  });
  return { telling, absent };
}

function finish(signatures: readonly Signature[], draft: Draft, other: Draft, keys: number): Side {
  const otherLines = other.lines.start.length - 1;
  const frequency = frequencies(draft.keys, linesByKey(other, keys), otherLines);
  const sentences = new Int32Array(signatures.length + 1);
  signatures.forEach((signature, line) => {
    sentences[line + 1] = (sentences[line] as number) + signature.sentences;
  });
  const shapes = Uint8Array.from(signatures, ({ shape }) =>
    shape.reduce((bits, mark, at) => bits | (mark ? 1 << at : 0), 0),
  );
  return {
    ...{ signatures, count: signatures.length, ...sortOut(draft, frequency) },
    ...{ keys: draft.keys, kinds: draft.kinds, ...chances(frequency, otherLines), sentences, shapes },
  };
}

/** Both sides with their keys as small numbers and the weight of every possible match. */
export function compile(a: readonly Signature[], b: readonly Signature[]): { a: Side; b: Side; numbers: KeyNumbers } {
  const numbers = new KeyNumbers();
  const draftA = draftSide(a, numbers);
  const draftB = draftSide(b, numbers);
  return { a: finish(a, draftA, draftB, numbers.size), b: finish(b, draftB, draftA, numbers.size), numbers };
}
