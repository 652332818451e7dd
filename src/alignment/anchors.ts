import type { Anchor } from './band.ts';
import { type Lists, linesByKey, listAt, type Side } from './compile.ts';
import type { Passage } from './model.ts';

/** The longest chain of anchors that grow on both sides; ties go to the earlier ones. */
export function longestChain(anchors: readonly Anchor[]): Anchor[] {
  const sorted = [...anchors].sort((one, other) => one.a - other.a || other.b - one.b);
  const tails: number[] = [];
  const previous: number[] = [];
  sorted.forEach((anchor, index) => {
    let from = 0;
    let to = tails.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((sorted[tails[middle] as number] as Anchor).b < anchor.b) from = middle + 1;
      else to = middle;
    }
    previous[index] = from > 0 ? (tails[from - 1] as number) : -1;
    tails[from] = index;
  });
  const chain: Anchor[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) chain.push(sorted[at] as Anchor);
  return chain.reverse();
}

/** Lines with fewer letters are identical by chance (numbers, signatures, rules). */
const LETTERS = 12;

/** Lines that are the same on both sides (left untranslated), each used once, in a chain. */
export function identicalLines(a: readonly Passage[], b: readonly Passage[]): Anchor[] {
  const places = new Map<string, number[]>();
  b.forEach(({ text }, line) => {
    const key = text.trim();
    if (key.replace(/[^\p{L}]/gu, '').length < LETTERS) return;
    places.set(key, [...(places.get(key) ?? []), line]);
  });
  const pairs = a.flatMap(({ text }, line) => (places.get(text.trim()) ?? []).map((other) => ({ a: line, b: other })));
  return longestChain(pairs);
}

/** Keys in more lines than this say too little to seek by. */
const RARE = 8;
/** What the shared rare keys of two lines must be worth, and how many partners a line may propose. */
const STRONG = 9;
const PROPOSED = 3;

interface Weighed extends Anchor {
  readonly worth: number;
}

/** The chain of anchors that grow on both sides with the greatest worth in sum. */
function heaviestChain(pairs: readonly Weighed[], width: number): Anchor[] {
  const sorted = [...pairs].sort((one, other) => one.a - other.a || other.b - one.b);
  const best = new Float64Array(width + 1);
  const holder = new Int32Array(width + 1).fill(-1);
  const previous = new Int32Array(sorted.length);
  sorted.forEach(({ b, worth }, index) => {
    let sum = 0;
    let from = -1;
    for (let at = b; at > 0; at -= at & -at) {
      if ((best[at] as number) > sum) [sum, from] = [best[at] as number, holder[at] as number];
    }
    previous[index] = from;
    for (let at = b + 1; at <= width; at += at & -at) {
      if (sum + worth > (best[at] as number)) {
        best[at] = sum + worth;
        holder[at] = index;
      }
    }
  });
  let [sum, at] = [0, -1];
  for (let index = width; index > 0; index -= index & -index) {
    if ((best[index] as number) > sum) [sum, at] = [best[index] as number, holder[index] as number];
  }
  const chain: Anchor[] = [];
  for (; at >= 0; at = previous[at] as number)
    chain.push({ a: (sorted[at] as Weighed).a, b: (sorted[at] as Weighed).b });
  return chain.reverse();
}

/** Pairs of lines that share so many rare words, numbers and names that they surely belong together, in a chain. */
export function likelyPairs(a: Side, b: Side, keys: number): Anchor[] {
  const [byKeyA, byKeyB] = [linesByKey(a, keys), linesByKey(b, keys)];
  const size = ({ start }: Lists, key: number): number => (start[key + 1] as number) - (start[key] as number);
  const worths = new Float64Array(b.count);
  const pairs: Weighed[] = [];
  for (let line = 0; line < a.count; line += 1) {
    const met: number[] = [];
    for (const key of keysOf(a, line)) {
      const most = Math.max(size(byKeyA, key), size(byKeyB, key));
      if (most > RARE || size(byKeyB, key) === 0) continue;
      const worth = Math.log(Math.max(a.count, b.count) / most);
      for (const other of listAt(byKeyB, key)) {
        if (worths[other] === 0) met.push(other);
        worths[other] = (worths[other] as number) + worth;
      }
    }
    const strong = met.map((other) => ({ a: line, b: other, worth: worths[other] as number }));
    for (const other of met) worths[other] = 0;
    pairs.push(
      ...strong
        .filter(({ worth }) => worth >= STRONG)
        .sort((one, other) => other.worth - one.worth)
        .slice(0, PROPOSED),
    );
  }
  return heaviestChain(pairs, b.count);
}

function keysOf(side: Side, line: number): Set<number> {
  const keys = new Set<number>();
  for (const type of listAt(side.lines, line)) for (const key of listAt(side.keys, type)) keys.add(key);
  return keys;
}
