import type { Mark, MarkKind, Signature } from './signature.ts';

/** Kinds in the order in which the features hold them. */
export const KINDS: readonly MarkKind[] = ['number', 'letters', 'name', 'term', 'word'];

/** Most lines of one side in a bead. */
export const WIDEST = 4;

/** All marks of the same form on one side. */
export interface MarkType {
  readonly kind: number;
  readonly words: string;
  readonly keys: Int32Array;
  /** How telling a match with 1…WIDEST lines of the other side is: log of one over its probability by chance. */
  readonly telling: Float32Array;
  /** Probability that as many lines hold no match by chance. */
  readonly absent: Float32Array;
}

/** One side, compiled: for each line the types of its marks. */
export interface Side {
  readonly signatures: readonly Signature[];
  readonly lines: readonly Int32Array[];
  readonly types: readonly MarkType[];
}

/** A match is at most as telling as in a text of this many lines, so that weights fit short texts and long. */
const MOST_LINES = 120;

class Interner {
  readonly #ids = new Map<string, number>();
  id(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#ids.size);
    return this.#ids.size - 1;
  }
}

function postings(signatures: readonly Signature[], keys: Interner): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  signatures.forEach(({ marks }, line) => {
    for (const key of new Set(marks.flatMap((mark) => mark.keys))) {
      const id = keys.id(key);
      const list = lines.get(id);
      if (list === undefined) lines.set(id, [line]);
      else list.push(line);
    }
  });
  return lines;
}

function markType(mark: Mark, keys: Interner, other: Map<number, number[]>, count: number): MarkType {
  const ids = Int32Array.from(mark.keys, (key) => keys.id(key));
  const lists = [...ids].map((id) => other.get(id) ?? []);
  const frequency = lists.length === 1 ? (lists[0]?.length ?? 0) : new Set(lists.flat()).size;
  const chance = Math.max((frequency + 0.5) / (count + 1), 1 / MOST_LINES);
  const within = Array.from({ length: WIDEST }, (_, index) => 1 - (1 - Math.min(chance, 0.95)) ** (index + 1));
  return {
    kind: KINDS.indexOf(mark.kind),
    words: mark.words,
    keys: ids,
    telling: Float32Array.from(within, (probability) => -Math.log(probability)),
    absent: Float32Array.from(within, (probability) => 1 - probability),
  };
}

function compileSide(
  signatures: readonly Signature[],
  keys: Interner,
  other: Map<number, number[]>,
  count: number,
): Side {
  const ids = new Map<string, number>();
  const types: MarkType[] = [];
  const lines = signatures.map(({ marks }) =>
    Int32Array.from(
      marks.filter((mark) => mark.keys.length > 0),
      (mark) => {
        const name = `${mark.form} ${mark.keys.join(' ')}`;
        const known = ids.get(name);
        if (known !== undefined) return known;
        ids.set(name, types.length);
        types.push(markType(mark, keys, other, count));
        return types.length - 1;
      },
    ),
  );
  return { signatures, lines, types };
}

/** Both sides with their keys as small numbers and the weight of every possible match. */
export function compile(a: readonly Signature[], b: readonly Signature[]): { a: Side; b: Side; keys: number } {
  const keys = new Interner();
  const linesA = postings(a, keys);
  const linesB = postings(b, keys);
  const sideA = compileSide(a, keys, linesB, b.length);
  const sideB = compileSide(b, keys, linesA, a.length);
  return { a: sideA, b: sideB, keys: linesA.size + linesB.size + 1 };
}
