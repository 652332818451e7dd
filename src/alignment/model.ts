import type { Language } from '../kernel/index.ts';

/** A line, passage or sentence to align: its words and the language they are in. */
export interface Passage {
  readonly text: string;
  readonly language: Language;
  /** Label of the heading or item it is, such as `4.3(2)`; the same label on the other side is a sign. */
  readonly label?: string | null;
}

/** What kind of sign made two passages look like translations of each other. */
export type Sign = 'identical' | 'number' | 'letters' | 'name' | 'term' | 'learned' | 'length' | 'label';

/** One reason for a bead: the sign and the words of either side that carry it. */
export interface BeadReason {
  readonly sign: Sign;
  readonly a: string;
  readonly b: string;
}

/** Passages of one side that translate passages of the other; an empty list where one side has nothing. */
export interface Bead {
  /** 0-based indexes, ascending, without gaps. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Probability of exactly this bead under the model, 0..1. */
  readonly score: number;
  /** How many words, numbers and names the two sides have in common. */
  readonly support: number;
  readonly why: readonly BeadReason[];
}

export interface AlignOptions {
  /** Leave the reasons out (a tenth of the time on long files). */
  readonly withoutReasons?: boolean;
}
