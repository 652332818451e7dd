/** Numbers from the first to the second, both of them. */
export type Range = readonly [number, number];

/** What is there of a run of numbers from 1. */
export interface Run {
  /** Every number up to this one is there. */
  readonly upTo: number;
  readonly highest: number;
  /** What is missing between them, in order. */
  readonly missing: readonly Range[];
}

/**
 * What is there and what is missing of the messages of a partner.
 * @param numbers in any order, each at most once
 * @param sent the highest number the partner says it sent; what is above the highest there and not above this is missing too
 */
export function runOf(numbers: readonly number[], sent = 0): Run {
  const missing: Range[] = [];
  let last = 0;
  for (const number of numbers.toSorted((a, b) => a - b)) {
    if (number > last + 1) missing.push([last + 1, number - 1]);
    last = Math.max(last, number);
  }
  if (sent > last) missing.push([last + 1, sent]);
  return { upTo: missing[0] === undefined ? last : missing[0][0] - 1, highest: last, missing };
}
