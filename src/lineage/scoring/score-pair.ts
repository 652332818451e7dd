import type { LineageUnit } from '../model.ts';
import limits from '../selection/limits.json' with { type: 'json' };
import { carriesOut } from '../works/order.ts';
import {
  CLEAR_BEST,
  COVERAGE,
  FEATURES,
  featuresOf,
  kinship,
  likelihood,
  NEAR_BEST_A,
  NEAR_BEST_B,
  NEIGHBOURS,
  RAREST,
  SAME_SECTOR,
} from './features.ts';
import type { IndexedWork } from './index-works.ts';
import { type NameKeys, sharedNames } from './names.ts';
import type { CompareMarks } from './overlap.ts';
import trained from './weights.json' with { type: 'json' };

/** Two units, by their places in their works, and how likely both are one concern. */
export interface PairScore {
  readonly a: number;
  readonly b: number;
  readonly features: Float32Array;
  readonly score: number;
  /** How near both come, rivals set aside, 0..1: from `limits.near` on neither can be called new or dropped. */
  readonly near: number;
}

/** How many places a neighbour may be away. */
const REACH = 3;

const WEIGHTS = Float32Array.from(FEATURES, (feature) => trained[feature]);

/** A rare concept in both, or one unit held by the other but for common words, is more than chance. */
const RARE = { alone: 0.86, inSector: 0.75, held: 0.6, holds: 0.6 };

/** Above the limit, and so beyond the rounding of numbers in 32 bits. */
const AKIN = limits.near + 0.01;

function nearness(features: Float32Array): number {
  const rivals = [features[NEAR_BEST_A] as number, features[NEAR_BEST_B] as number] as const;
  features[NEAR_BEST_A] = 1;
  features[NEAR_BEST_B] = 1;
  const unrivalled = likelihood(features, WEIGHTS);
  [features[NEAR_BEST_A], features[NEAR_BEST_B]] = rivals;
  const [rarest, coverage] = [features[RAREST] as number, features[COVERAGE] as number];
  const sameSector = features[SAME_SECTOR] === 1;
  const akin = rarest >= (sameSector ? RARE.inSector : RARE.alone) || (rarest >= RARE.held && coverage >= RARE.holds);
  return Math.max(unrivalled, akin ? AKIN : 0);
}

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

/** The best kinship of a unit's candidates, and the next one. */
interface TopTwo {
  readonly first: number;
  readonly second: number;
}

function withNext(top: TopTwo | undefined, akin: number): TopTwo {
  const { first, second } = top ?? { first: 0, second: 0 };
  return akin > first ? { first: akin, second: first } : { first, second: Math.max(second, akin) };
}

/** How far a pair stands above all rivals of both its units, 0..1; 0 where it is not the best of both. */
function clearBest(akin: number, a: TopTwo, b: TopTwo): number {
  if (akin === 0 || akin < a.first || akin < b.first) return 0;
  return 1 - Math.max(a.second, b.second) / akin;
}

/**
 * Scores candidate pairs of two works: first each by itself, then with the support of what stands beside both, since
 * statements keep the order of their concerns.
 */
export function scorePair(
  a: IndexedWork,
  b: IndexedWork,
  candidates: ReadonlyArray<readonly [a: number, b: number]>,
  compare: CompareMarks,
): PairScore[] {
  const width = b.work.units.length;
  const first = new Map<number, number>();
  const [bestA, bestB] = [new Map<number, TopTwo>(), new Map<number, TopTwo>()];
  const local = a.work.level === 'national' && b.work.level === 'local';
  const to = { local, directive: carriesOut(b.work, a.work) };
  const inOrder = candidates.toSorted((one, other) => one[0] - other[0]);
  const rows = inOrder.map(([unitA, unitB]) => {
    const [one, other] = [a.work.units[unitA] as LineageUnit, b.work.units[unitB] as LineageUnit];
    const shared = compare(a.marks, unitA, b.marks, unitB, one.language === other.language);
    const names = sharedNames(a.names[unitA] as NameKeys, b.names[unitB] as NameKeys);
    const akin = kinship(shared, names);
    first.set(unitA * width + unitB, akin);
    bestA.set(unitA, withNext(bestA.get(unitA), akin));
    bestB.set(unitB, withNext(bestB.get(unitB), akin));
    return { a: unitA, b: unitB, akin, features: featuresOf(one, other, shared, names, to) };
  });
  return rows.map(({ akin, ...row }) => {
    row.features[NEIGHBOURS] = neighbours(first, width, row.a, row.b);
    const [topA, topB] = [bestA.get(row.a) as TopTwo, bestB.get(row.b) as TopTwo];
    row.features[NEAR_BEST_A] = akin / Math.max(topA.first, Number.EPSILON);
    row.features[NEAR_BEST_B] = akin / Math.max(topB.first, Number.EPSILON);
    row.features[CLEAR_BEST] = clearBest(akin, topA, topB);
    return { ...row, score: likelihood(row.features, WEIGHTS), near: nearness(row.features) };
  });
}
