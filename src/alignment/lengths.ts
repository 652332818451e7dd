import type { Language } from '../kernel/index.ts';
import { WIDEST } from './compile.ts';
import type { Passage } from './model.ts';
import type { Signature } from './signature.ts';

/** Characters (without blanks) a language needs for what English says in one; measured on translated news. */
const CHARACTERS: Readonly<Record<Language, number>> = { en: 1, vi: 1, zh: 0.33, fa: 0.93, und: 1 };

/** Spread of the logarithm of a translation's length: a constant part and one that fades with length. */
const SPREAD = { constant: 0.16, short: 2.2 };

/** Lengths of both sides as sums before each line, measured so that the two sides compare. */
export interface LengthModel {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Mean and spread of the logarithm of the length of 1…WIDEST neighbouring lines of side b. */
  readonly background: ReadonlyArray<{ readonly mean: number; readonly deviation: number }>;
}

function measured(signatures: readonly Signature[], passages: readonly Passage[], factor: number): Float64Array {
  const sums = new Float64Array(signatures.length + 1);
  signatures.forEach(({ length }, line) => {
    const language = (passages[line] as Passage).language;
    sums[line + 1] = (sums[line] as number) + Math.max(1, (length / CHARACTERS[language]) * factor);
  });
  return sums;
}

function spreadOf(before: Float64Array, size: number): { mean: number; deviation: number } {
  const sums: number[] = [];
  for (let start = 0; start + size < before.length; start += 1) {
    sums.push(Math.log((before[start + size] as number) - (before[start] as number)));
  }
  if (sums.length < 3) return { mean: Math.log(100 * size), deviation: 0.8 };
  const mean = sums.reduce((total, value) => total + value, 0) / sums.length;
  const variance = sums.reduce((total, value) => total + (value - mean) ** 2, 0) / sums.length;
  return { mean, deviation: Math.max(0.3, Math.sqrt(variance)) };
}

/** Prepares lengths; `ratio` is how much longer side b says the same than the table expects (1 where not known). */
export function lengthModel(
  a: { signatures: readonly Signature[]; passages: readonly Passage[] },
  b: { signatures: readonly Signature[]; passages: readonly Passage[] },
  ratio = 1,
): LengthModel {
  const lengthsA = measured(a.signatures, a.passages, 1);
  const lengthsB = measured(b.signatures, b.passages, 1 / ratio);
  const background = Array.from({ length: WIDEST }, (_, index) => spreadOf(lengthsB, index + 1));
  return { a: lengthsA, b: lengthsB, background };
}

/**
 * Evidence of length for a bead: log of how much likelier side b's length is as a translation of side a's than as any
 * run of as many lines. After Gale and Church 1993, with log-normal lengths as in Moore 2002.
 */
export function lengthEvidence(lengthA: number, lengthB: number, lines: { mean: number; deviation: number }): number {
  const spread = Math.sqrt(SPREAD.constant ** 2 + SPREAD.short / Math.max(8, (lengthA + lengthB) / 2));
  const apart = Math.log(lengthB / lengthA) / spread;
  const usual = (Math.log(lengthB) - lines.mean) / lines.deviation;
  const evidence = -0.5 * apart ** 2 - Math.log(spread) + 0.5 * usual ** 2 + Math.log(lines.deviation);
  return Math.max(-12, Math.min(4, evidence));
}
