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
const RARE = 6;
/** What the shared rare keys of two lines must be worth, and by how much they must beat the next best. */
const STRONG = 9;
const LEAD = 1.5;

function linesByKey(side: Side): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  side.lines.forEach((types, line) => {
    for (const key of new Set([...types].flatMap((id) => [...(side.types[id]?.keys ?? [])]))) {
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
  const pairs = scores.flatMap((row, line) => {
    const ranked = [...row].sort(([, one], [, other]) => other - one);
    const [best, next] = ranked;
    if (best === undefined || best[1] < STRONG || best[1] < LEAD * (next?.[1] ?? 0)) return [];
    return [{ a: line, b: best[0] }];
  });
  return longestChain(pairs);
}
