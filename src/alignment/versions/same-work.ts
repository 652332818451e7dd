import type { Document } from '../../documents/index.ts';
import { align } from '../align.ts';
import { passagesOf } from '../passages.ts';
import { numbersIn } from '../related.ts';

/** Signs that two texts are one work in two languages, each 0..1, and what they add up to. */
export interface SameWork {
  readonly confidence: number;
  /** Characters of the shorter-bound text in pairs of passages that are sure. */
  readonly text: number;
  /** Numbers of two digits and more that both texts have, among those either has. */
  readonly numbers: number;
  /** Passages bound one to one among all of the text that has more. */
  readonly order: number;
}

/** A bead speaks for the texts where it is this sure and its sides have as many signs in common. */
const SURE = 0.5;
const SIGNS = 2;

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const joint = one.union(other).size;
  return joint === 0 ? 0.5 : one.intersection(other).size / joint;
}

/**
 * How likely two texts in different languages are versions of one work: how much of both finds its partner, whether they
 * name the same numbers, and whether their passages go one by one. Statements of one series share words and structure;
 * their numbers differ.
 */
export function sameWork(a: Document, b: Document): SameWork {
  const sides = { a: passagesOf(a), b: passagesOf(b) };
  const beads = align(sides.a, sides.b, { withoutReasons: true });
  const sure = beads.filter((bead) => bead.a.length > 0 && bead.b.length > 0 && bead.score >= SURE);
  const bound = sure.filter(({ support }) => support >= SIGNS);
  const share = (side: 'a' | 'b') => {
    const size = (lines: readonly number[]) =>
      lines.reduce((sum, line) => sum + (sides[side][line]?.text.length ?? 0), 0);
    const all = size(sides[side].map((_, line) => line));
    return all === 0 ? 0 : bound.reduce((sum, bead) => sum + size(bead[side]), 0) / all;
  };
  const single = sure.filter((bead) => bead.a.length === 1 && bead.b.length === 1).length;
  const text = Math.min(share('a'), share('b'));
  const numbers = jaccard(numbersIn(sides.a), numbersIn(sides.b));
  const order = Math.min(1, single / Math.max(1, sides.a.length, sides.b.length));
  return { confidence: text * 0.4 + numbers * 0.35 + order * 0.25, text, numbers, order };
}
