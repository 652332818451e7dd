import type { Document } from '../../documents/index.ts';
import { bindNames } from '../names/bind-names.ts';
import { passagesOf } from '../passages.ts';
import { type Mark, type Signature, signature } from '../signature.ts';
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

/** How much of `text` the other side says somewhere; words outside the vocabulary tell nothing. */
export function coverageOf(text: string, own: Stretch, other: Stretch, rarity: Rarity): Coverage {
  const passage = { text, language: own.language };
  const facing = { text: other.text, language: other.language };
  const [mine] = bindNames([signature(passage)], [passage], [signature(facing)]) as [Signature];
  const [theirs] = bindNames([signature(facing)], [facing], [signature(passage)]) as [Signature];
  const held = new Set(theirs.marks.flatMap(({ keys }) => keys));
  const known = mine.marks.filter(({ kind, keys }) => keys.length > 0 && kind !== 'word');
  const weigh = (marks: readonly Mark[]): number => marks.reduce((sum, mark) => sum + rarity.of(mark), 0);
  const found = known.filter(({ keys }) => keys.some((key) => held.has(key)));
  const all = weigh(known);
  return { known: known.length, share: all === 0 ? 1 : weigh(found) / all };
}
