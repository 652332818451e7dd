import type { Anchor } from './band.ts';
import type { Side } from './compile.ts';
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

function linesByKey(side: Side): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  side.lines.forEach((types, line) => {
    for (const key of new Set([...types].flatMap((type) => [...(side.keys[type] as Int32Array)]))) {
      const list = lines.get(key);
      if (list === undefined) lines.set(key, [line]);
      else list.push(line);
    }
  });
  return lines;
}

/** Pairs of lines that share so many rare words, numbers and names that they surely belong together, in a chain. */
export function likelyPairs(a: Side, b: Side): Anchor[] {
  const byKeyA = linesByKey(a);
  const byKeyB = linesByKey(b);
  const scores = a.lines.map(() => new Map<number, number>());
  for (const [key, linesA] of byKeyA) {
    const linesB = byKeyB.get(key);
    if (linesB === undefined || linesA.length > RARE || linesB.length > RARE) continue;
    const worth = Math.log(Math.max(a.lines.length, b.lines.length) / Math.max(linesA.length, linesB.length));
    for (const line of linesA) {
      const row = scores[line] as Map<number, number>;
      for (const other of linesB) row.set(other, (row.get(other) ?? 0) + worth);
    }
  }
  const pairs = scores.flatMap((row, line) =>
    [...row]
      .filter(([, worth]) => worth >= STRONG)
      .sort(([, one], [, other]) => other - one)
      .slice(0, PROPOSED)
      .map(([other, worth]) => ({ a: line, b: other, worth })),
  );
  return heaviestChain(pairs, b.lines.length);
}
