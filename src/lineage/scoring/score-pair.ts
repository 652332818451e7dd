import type { LineageUnit } from '../model.ts';
import { FEATURES, featuresOf, likelihood, NEIGHBOURS } from './features.ts';
import type { IndexedWork } from './index-works.ts';
import { type NameKeys, sharedNames } from './names.ts';
import { overlap, type Rarity, type ReadyUnit, readyUnit } from './overlap.ts';
import trained from './weights.json' with { type: 'json' };

/** Two units, by their places in their works, and how likely both are one concern. */
export interface PairScore {
  readonly a: number;
  readonly b: number;
  readonly features: Float32Array;
  readonly score: number;
}

/** How many places a neighbour may be away. */
const REACH = 3;

const WEIGHTS = Float32Array.from(FEATURES, (feature) => trained[feature]);

/** Scores of the neighbours of a pair: the best of those that go in the same order, both sides within reach. */
function neighbours(first: ReadonlyMap<number, number>, width: number, a: number, b: number): number {
  let best = 0;
  for (let down = -REACH; down <= REACH; down += 1) {
    for (let across = -REACH; across <= REACH; across += 1) {
      if (down === 0 || across === 0 || down < 0 !== across < 0) continue;
      if (b + across < 0 || b + across >= width) continue;
      best = Math.max(best, first.get((a + down) * width + b + across) ?? 0);
    }
  }
  return best;
}

/**
 * Scores candidate pairs of two works: first each by itself, then with the support of what stands beside both, since
 * statements keep the order of their concerns.
 */
export function scorePair(
  a: IndexedWork,
  b: IndexedWork,
  candidates: ReadonlyArray<readonly [a: number, b: number]>,
  rarity: Rarity,
): PairScore[] {
  const width = b.work.units.length;
  const ready = new Map<number, ReadyUnit>();
  const first = new Map<number, number>();
  const rows = candidates.map(([unitA, unitB]) => {
    const known = ready.get(unitA) ?? readyUnit(a.marks, unitA);
    ready.set(unitA, known);
    const [one, other] = [a.work.units[unitA] as LineageUnit, b.work.units[unitB] as LineageUnit];
    const shared = overlap(known, b.marks, unitB, rarity, one.language === other.language);
    const names = sharedNames(a.names[unitA] as NameKeys, b.names[unitB] as NameKeys);
    const features = featuresOf(one, other, shared, names);
    first.set(unitA * width + unitB, likelihood(features, WEIGHTS));
    return { a: unitA, b: unitB, features };
  });
  return rows.map((row) => {
    row.features[NEIGHBOURS] = neighbours(first, width, row.a, row.b);
    return { ...row, score: likelihood(row.features, WEIGHTS) };
  });
}
