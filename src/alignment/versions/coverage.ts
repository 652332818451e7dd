import type { Document } from '../../documents/index.ts';
import { type NameBinder, nameBinder } from '../names/bind-names.ts';
import { passagesOf } from '../passages.ts';
import { type KnownMarks, type Mark, type Signature, signature } from '../signature.ts';
import type { Stretch } from './pair.ts';

/** How rare the marks of a document are: log of lines over lines with the key. */
export interface Rarity {
  of(mark: Mark): number;
}

export function rarityIn(document: Document): Rarity {
  const counts = new Map<string, number>();
  const passages = passagesOf(document);
  for (const passage of passages) {
    for (const key of new Set(signature(passage).marks.flatMap(({ keys }) => keys))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return {
    of: ({ keys }) => {
      const commonest = Math.max(1, ...keys.map((key) => counts.get(key) ?? 0));
      return Math.log((passages.length + 1) / commonest);
    },
  };
}

/** Words of which something can be told, and how much of what they say the other text says too. */
export interface Coverage {
  readonly known: number;
  /** Share of the rarity of the known words that the other text has, 0..1. */
  readonly share: number;
}

/** A passage as it is asked again and again: for each of its clauses, and for those of the passage that faces it. */
interface Read {
  readonly signature: Signature;
  /** Finds the passage's names in the other's letters. */
  readonly bind: NameBinder;
  readonly known: KnownMarks;
}

const read = new WeakMap<Stretch, Read>();

function readOnce(stretch: Stretch): Read {
  const before = read.get(stretch);
  if (before !== undefined) return before;
  const known: KnownMarks = new Map();
  const own = signature(stretch, known);
  const fresh = { signature: own, bind: nameBinder([own]), known };
  read.set(stretch, fresh);
  return fresh;
}

const facing = new WeakMap<Stretch, { readonly own: Stretch; readonly keys: ReadonlySet<string> }>();

/** All that the facing passage may say, the names of `own` in its letters too. */
function keysFacing(own: Stretch, other: Stretch): ReadonlySet<string> {
  const before = facing.get(other);
  if (before?.own === own) return before.keys;
  const { marks } = readOnce(own).bind(readOnce(other).signature, other);
  const keys = new Set(marks.flatMap((mark) => mark.keys));
  facing.set(other, { own, keys });
  return keys;
}

/** How much of `text`, words of `own`, the other side says somewhere; words outside the vocabulary tell nothing. */
export function coverageOf(text: string, own: Stretch, other: Stretch, rarity: Rarity): Coverage {
  const passage = { text, language: own.language };
  const mine = readOnce(other).bind(signature(passage, readOnce(own).known), passage);
  const held = keysFacing(own, other);
  const known = mine.marks.filter(({ kind, keys }) => keys.length > 0 && kind !== 'word');
  const weigh = (marks: readonly Mark[]): number => marks.reduce((sum, mark) => sum + rarity.of(mark), 0);
  const found = known.filter(({ keys }) => keys.some((key) => held.has(key)));
  const all = weigh(known);
  return { known: known.length, share: all === 0 ? 1 : weigh(found) / all };
}
