import type { LineageLink, LineageWork } from './model.ts';
import { unitComparison } from './relations/drift.ts';
import {
  enterWork,
  type IndexedWork,
  type LineageIndex,
  rarityOf,
  scoreWork,
  type WorkPair,
} from './scoring/index-works.ts';
import type { Rarity } from './scoring/overlap.ts';
import type { PairScore } from './scoring/score-pair.ts';
import { type ChosenPair, choosePairs } from './selection/choose.ts';
import limits from './selection/limits.json' with { type: 'json' };
import { canBeMissed } from './selection/statuses.ts';
import { linkOf } from './trace.ts';

/** What a work that has arrived has to do with those that were there. */
export interface Arrival {
  readonly links: readonly LineageLink[];
  /**
   * Units that may be one concern and are too far apart to say so, for a person to look at: for every unit without a link
   * the nearest of the other work. The score says how near, 0..1.
   */
  readonly possible: readonly LineageLink[];
  /** Units that say too little for anything to be missing. */
  readonly vague: readonly number[];
}

/** For every unit of two works that has no link, the nearest of the other work, where it is near at all. */
function possiblePairs(
  { a, b, scores }: WorkPair<PairScore>,
  linked: { a: Set<number>; b: Set<number> },
): ChosenPair[] {
  const [seenA, seenB] = [new Set(linked.a), new Set(linked.b)];
  const open = scores.filter(({ a: unit, near }) => near >= limits.near && a.work.units[unit]?.kind !== 'record');
  const sorted = [...open].sort((one, other) => other.near - one.near || one.a - other.a || one.b - other.b);
  return sorted.flatMap((pair) => {
    if (seenA.has(pair.a) && seenB.has(pair.b)) return [];
    seenA.add(pair.a);
    seenB.add(pair.b);
    return [{ a: pair.a, b: pair.b, score: pair.near, from: a, to: b }];
  });
}

function vagueUnits(entered: IndexedWork, index: LineageIndex, rarity: Rarity): number[] {
  return entered.work.units.flatMap((_, unit) => (canBeMissed(entered, unit, index, rarity) ? [] : [unit]));
}

/** Takes a work into an index whose own comparisons are known already. */
export function enterKnownWork(index: LineageIndex, work: LineageWork): void {
  enterWork(index, work);
}

/**
 * Takes a work into an index and compares it with those in it, whatever the order of their dates. The index keeps the
 * work but none of what was found: it stays as large as its texts.
 */
export function traceArrival(index: LineageIndex, work: LineageWork): Arrival {
  const entered = enterWork(index, work);
  const rarity = { idf: rarityOf(index), own: index.table.own };
  const compare = unitComparison(index, rarity);
  const links: LineageLink[] = [];
  const possible: LineageLink[] = [];
  for (const pair of scoreWork(index, entered, index.works.length, rarity.idf)) {
    const likely = pair.scores.filter(({ score }) => score >= limits.link);
    const chosen = choosePairs({ ...pair, scores: likely });
    links.push(...chosen.map((one) => linkOf(one, compare)));
    const linked = { a: new Set(chosen.map(({ a }) => a)), b: new Set(chosen.map(({ b }) => b)) };
    possible.push(...possiblePairs(pair, linked).map((one) => linkOf(one, compare)));
  }
  return { links, possible, vague: vagueUnits(entered, index, rarity) };
}
