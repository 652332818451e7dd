import { workOrder } from '../works/order.ts';
import type { IndexedWork, LineageIndex } from './index-works.ts';

/** Keys of more units than this share of all tell nothing; the bounds keep small registers open and large ones fast. */
const COMMON_SHARE = 0.02;
const COMMON_UNITS = { least: 300, most: 1_500 };
/** Candidates of a unit in one other work; days near in time in whose works any are looked for; and candidates elsewhere. */
const PER_WORK = 8;
const NEAR_DAYS = 4;
const ELSEWHERE = 12;
/** Candidates share at least this part of what the best one shares. */
const WORTH = 0.08;

/** Whether a key with so many units can still lead to candidates: longer lists need not be kept. */
export function leadsToCandidates(units: number): boolean {
  return units <= COMMON_UNITS.most;
}

type Candidates = Map<number, Array<readonly [mine: number, theirs: number]>>;

/** Positions of the works that come before or after a work, and how many days nearer in time hold others. */
function comparable(index: LineageIndex, { work }: IndexedWork, upTo: number): Map<number, number> {
  const day = Date.parse(work.date ?? '9999-01-01');
  const others = index.works
    .slice(0, upTo)
    .map((other, position) => ({ other: other.work, position }))
    .filter(({ other }) => workOrder(other, work) !== null)
    .map(({ other, position }) => ({ other, position, gap: Math.abs(Date.parse(other.date ?? '9999-01-01') - day) }))
    .sort((one, two) => one.gap - two.gap || one.position - two.position);
  // Language versions and texts of one day are one step away, however many they are.
  const steps = new Map([...new Set(others.map(({ other }) => other.date))].map((date, step) => [date, step]));
  return new Map(others.map(({ position, other }) => [position, steps.get(other.date) as number]));
}

/** Collects, for one unit, weights of shared keys by unit of the other works. */
function collect(index: LineageIndex, keys: Iterable<number>, idf: Float32Array, sums: Float32Array): number[] {
  const common = Math.min(COMMON_UNITS.most, Math.max(COMMON_UNITS.least, index.workOf.length * COMMON_SHARE));
  const touched: number[] = [];
  for (const key of keys) {
    const posting = index.postings[key] as number[];
    if (posting.length > common) continue;
    const weight = (idf[key] as number) ** 2;
    for (const unit of posting) {
      if (sums[unit] === 0) touched.push(unit);
      sums[unit] = (sums[unit] as number) + weight;
    }
  }
  return touched;
}

/**
 * For every unit of a work the units of earlier and later works that share its rarest concepts: the best few of each
 * of the works nearest in time, and of the others the best of all.
 */
export function candidatesOf(index: LineageIndex, entered: IndexedWork, upTo: number, idf: Float32Array): Candidates {
  const ranks = comparable(index, entered, upTo);
  const found: Candidates = new Map();
  const sums = new Float32Array(index.workOf.length);
  const { marks } = entered;
  entered.work.units.forEach((_, unit) => {
    const from = marks.keys[marks.marks[unit] as number] as number;
    const to = marks.keys[marks.marks[unit + 1] as number] as number;
    const touched = collect(index, new Set(marks.key.subarray(from, to)), idf, sums);
    let best = 0;
    for (const other of touched) best = Math.max(best, sums[other] as number);
    const sorted = touched
      .filter((other) => (sums[other] as number) >= best * WORTH && ranks.has(index.workOf[other] as number))
      .sort((one, two) => (sums[two] as number) - (sums[one] as number) || one - two);
    const taken = new Map<number, number>();
    let elsewhere = 0;
    for (const other of sorted) {
      const position = index.workOf[other] as number;
      const count = taken.get(position) ?? 0;
      const near = (ranks.get(position) as number) < NEAR_DAYS;
      if (count >= PER_WORK || (!near && elsewhere >= ELSEWHERE)) continue;
      taken.set(position, count + 1);
      if (!near) elsewhere += 1;
      const list = found.get(position) ?? [];
      found.set(position, list);
      list.push([unit, other - (index.works[position] as IndexedWork).first]);
    }
    for (const other of touched) sums[other] = 0;
  });
  return found;
}
