import type { Mark, MarkKind, Signature } from './signature.ts';

/** Kinds in the order in which the features hold them. */
export const KINDS: readonly MarkKind[] = ['number', 'letters', 'name', 'term', 'word'];

/** Most lines of one side in a bead. */
export const WIDEST = 4;

/** A match is at most as telling as in a text of this many lines, so that weights fit short texts and long. */
const MOST_LINES = 120;

/** One side, compiled to flat arrays: lines hold types (marks of one form), types hold keys. */
export interface Side {
  readonly signatures: readonly Signature[];
  /** Types of the marks of each line that the other side may hold. */
  readonly lines: readonly Int32Array[];
  /** How many marks of each kind a line has that the other side holds nowhere (`line * KINDS.length + kind`). */
  readonly lost: Uint16Array;
  /** Keys of each type. */
  readonly keys: readonly Int32Array[];
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

class Interner {
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

interface Draft {
  readonly lines: Int32Array[];
  readonly keys: Int32Array[];
  readonly kinds: number[];
  /** Lines that hold each key, ascending. */
  readonly postings: Map<number, number[]>;
}

function draftType(draft: Draft, mark: Mark, keys: Interner): number {
  draft.keys.push(Int32Array.from(mark.keys, (key) => keys.id(key)));
  draft.kinds.push(KINDS.indexOf(mark.kind));
  return draft.keys.length - 1;
}

function draftSide(signatures: readonly Signature[], keys: Interner): Draft {
  const draft: Draft = { lines: [], keys: [], kinds: [], postings: new Map() };
  const ids = new Map<string, number>();
  signatures.forEach(({ marks }, line) => {
    const types: number[] = [];
    for (const mark of marks) {
      if (mark.keys.length === 0) continue;
      const known = ids.get(mark.form);
      const type = known ?? draftType(draft, mark, keys);
      if (known === undefined) ids.set(mark.form, type);
      types.push(type);
      for (const key of draft.keys[type] as Int32Array) {
        const list = draft.postings.get(key);
        if (list === undefined) draft.postings.set(key, [line]);
        else if (list.at(-1) !== line) list.push(line);
      }
    }
    draft.lines.push(Int32Array.from(types));
  });
  return draft;
}

function frequency(keys: Int32Array, postings: ReadonlyMap<number, readonly number[]>): number {
  if (keys.length === 1) return postings.get(keys[0] as number)?.length ?? 0;
  const lists = [...keys].flatMap((key) => {
    const list = postings.get(key);
    return list === undefined ? [] : [list];
  });
  return lists.length < 2 ? (lists[0]?.length ?? 0) : new Set(lists.flat()).size;
}

/** Splits each line's types into those the other side may hold and a count of those it holds nowhere. */
function sortOut(draft: Draft, other: Draft): { lines: Int32Array[]; lost: Uint16Array } {
  const live = draft.keys.map((keys) => keys.some((key) => other.postings.has(key)));
  const lost = new Uint16Array(draft.lines.length * KINDS.length);
  const lines = draft.lines.map((types, line) =>
    types.filter((type) => {
      if (live[type]) return true;
      const at = line * KINDS.length + (draft.kinds[type] as number);
      lost[at] = (lost[at] as number) + 1;
      return false;
    }),
  );
  return { lines, lost };
}

function finish(signatures: readonly Signature[], draft: Draft, other: Draft): Side {
  const types = draft.keys.length;
  const telling = new Float32Array(types * WIDEST);
  const absent = new Float32Array(types * WIDEST);
  draft.keys.forEach((keys, type) => {
    const share = (frequency(keys, other.postings) + 0.5) / (other.lines.length + 1);
    const chance = Math.min(0.95, Math.max(share, 1 / MOST_LINES));
    for (let width = 0; width < WIDEST; width += 1) {
      const within = 1 - (1 - chance) ** (width + 1);
      telling[type * WIDEST + width] = -Math.log(within);
      absent[type * WIDEST + width] = 1 - within;
    }
  });
  const sentences = new Int32Array(signatures.length + 1);
  signatures.forEach((signature, line) => {
    sentences[line + 1] = (sentences[line] as number) + signature.sentences;
  });
  const shapes = Uint8Array.from(signatures, ({ shape }) =>
    shape.reduce((bits, mark, at) => bits | (mark ? 1 << at : 0), 0),
  );
  return {
    ...{ signatures, ...sortOut(draft, other), keys: draft.keys, kinds: Uint8Array.from(draft.kinds) },
    ...{ telling, absent, sentences, shapes },
  };
}

/** Both sides with their keys as small numbers and the weight of every possible match; `keys` counts them. */
export function compile(a: readonly Signature[], b: readonly Signature[]): { a: Side; b: Side; keys: number } {
  const keys = new Interner();
  const draftA = draftSide(a, keys);
  const draftB = draftSide(b, keys);
  return { a: finish(a, draftA, draftB), b: finish(b, draftB, draftA), keys: keys.size };
}
