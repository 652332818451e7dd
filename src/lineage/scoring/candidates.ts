import { workOrder } from '../works/order.ts';
import type { IndexedWork, LineageIndex } from './index-works.ts';

/** Keys of more units than this share of all tell nothing; in a small register they still do. */
const COMMON_SHARE = 0.02;
const COMMON_UNITS = 300;
/** Days near in time, whose works are searched whole; candidates of a unit there, seen from the newcomer and from the other. */
const NEAR_DAYS = 4;
const PER_UNIT = { mine: 8, theirs: 4 };
/** Of the works further off the best few of all, found by the rarest keys whose units are no more than so many together. */
const ELSEWHERE = 12;
const MOST_MET = 3_000;
/** Longer lists of units need not be kept: what is so common leads nowhere. */
const MOST_POSTED = 1_500;
/** Candidates share at least this part of what the best one shares. */
const WORTH = 0.15;

/** Whether a key with so many units can still lead to works further off. */
export function leadsToCandidates(units: number): boolean {
  return units <= MOST_POSTED;
}

/** By position of the other work: the units to be compared. */
export type Candidates = Map<number, Array<readonly [mine: number, theirs: number]>>;

const NEAR = 1;
const FAR = 2;

/** By position: whether a work comes before or after the newcomer, and whether near in time. */
function places(index: LineageIndex, { work }: IndexedWork, upTo: number): Uint8Array {
  const day = Date.parse(work.date ?? '9999-01-01');
  const others = index.works.slice(0, upTo).flatMap(({ work: other, left }, position) => {
    if (left || workOrder(other, work) === null) return [];
    return [{ position, date: other.date, gap: Math.abs(Date.parse(other.date ?? '9999-01-01') - day) }];
  });
  others.sort((one, two) => one.gap - two.gap || one.position - two.position);
  // Language versions and texts of one day are one step away, however many they are.
  const near = new Set([...new Set(others.map(({ date }) => date))].slice(0, NEAR_DAYS));
  const found = new Uint8Array(index.works.length);
  for (const { position, date } of others) found[position] = near.has(date) ? NEAR : FAR;
  return found;
}

/** The best few places of an array from one place on, step by step; the likeliest first. */
function bestOf(sums: Float32Array, from: number, step: number, steps: number, count: number): number[] {
  const kept: number[] = [];
  let least = 0;
  for (let place = from, taken = 0; taken < steps; place += step, taken += 1) {
    const sum = sums[place] as number;
    if (sum <= least) continue;
    let at = kept.length === count ? count - 1 : kept.length;
    for (; at > 0 && (sums[kept[at - 1] as number] as number) < sum; at -= 1) kept[at] = kept[at - 1] as number;
    kept[at] = place;
    const worth = (sums[kept[0] as number] as number) * WORTH;
    least = kept.length === count ? Math.max(worth, sums[kept[count - 1] as number] as number) : worth;
  }
  const worth = (sums[kept[0] as number] as number) * WORTH;
  return kept.filter((place) => (sums[place] as number) >= worth);
}

/** Units of a work by the keys they have. */
function postingsOf({ marks, work }: IndexedWork): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (let unit = 0; unit < work.units.length; unit += 1) {
    for (let at = marks.unit[unit] as number; at < (marks.unit[unit + 1] as number); at += 1) {
      const key = marks.unitKey[at] as number;
      const posting = postings.get(key);
      if (posting === undefined) postings.set(key, [unit]);
      else posting.push(unit);
    }
  }
  return postings;
}

/** All units of two works against each other: the best of each, from both sides, so that none is missed for its rivals. */
function joinWorks(
  own: ReadonlyMap<number, readonly number[]>,
  mine: IndexedWork,
  other: IndexedWork,
  idf: Float32Array,
  leastIdf: number,
): Array<readonly [number, number]> {
  const [width, height] = [other.work.units.length, mine.work.units.length];
  const sums = new Float32Array(width * height);
  const { marks } = other;
  for (let unit = 0; unit < width; unit += 1) {
    for (let at = marks.unit[unit] as number; at < (marks.unit[unit + 1] as number); at += 1) {
      const key = marks.unitKey[at] as number;
      const rarity = idf[key] as number;
      if (rarity < leastIdf) continue;
      const weight = rarity ** 2;
      for (const row of own.get(key) ?? []) sums[row * width + unit] = (sums[row * width + unit] as number) + weight;
    }
  }
  const pairs = new Set<number>();
  for (let row = 0; row < height; row += 1) {
    for (const place of bestOf(sums, row * width, 1, width, PER_UNIT.mine)) pairs.add(place);
  }
  for (let unit = 0; unit < width; unit += 1) {
    for (const place of bestOf(sums, unit, width, height, PER_UNIT.theirs)) pairs.add(place);
  }
  return [...pairs].sort((one, two) => one - two).map((at) => [Math.floor(at / width), at % width]);
}

/** The units of works further off that share the rarest keys of a unit, the best few of all. */
function searchFar(
  index: LineageIndex,
  { marks }: IndexedWork,
  unit: number,
  place: Uint8Array,
  idf: Float32Array,
  sums: Float32Array,
): number[] {
  const keys = [...marks.unitKey.subarray(marks.unit[unit], marks.unit[unit + 1])].map((key) => ({
    key,
    posting: index.postings[key] as readonly number[],
  }));
  keys.sort((one, two) => one.posting.length - two.posting.length || one.key - two.key);
  const met: number[] = [];
  let units = 0;
  for (const { key, posting } of keys) {
    units += posting.length;
    if (units > MOST_MET || !leadsToCandidates(posting.length)) break;
    const weight = (idf[key] as number) ** 2;
    for (const other of posting) {
      if (place[index.workOf[other] as number] !== FAR) continue;
      if (sums[other] === 0) met.push(other);
      sums[other] = (sums[other] as number) + weight;
    }
  }
  const weights = Float32Array.from(met, (other) => sums[other] as number);
  for (const other of met) sums[other] = 0;
  return bestOf(weights, 0, 1, weights.length, ELSEWHERE).map((at) => met[at] as number);
}

/** How rare a key must be to lead anywhere, in units of inverse document frequency. */
function leastRarity(units: number, background: number): number {
  const common = Math.max(COMMON_UNITS, units * COMMON_SHARE);
  return Math.log((units + background + 1) / (common + 0.5));
}

/**
 * For every unit of a work the units of earlier and later works that share its rare concepts: in the works nearest in time
 * the best few of each, from both sides; of the others the best of all.
 */
export function candidatesOf(
  index: LineageIndex,
  entered: IndexedWork,
  upTo: number,
  idf: Float32Array,
  background: number,
): Candidates {
  const place = places(index, entered, upTo);
  const found: Candidates = new Map();
  const own = postingsOf(entered);
  const leastIdf = leastRarity(index.workOf.length, background);
  place.forEach((where, position) => {
    if (where !== NEAR) return;
    const pairs = joinWorks(own, entered, index.works[position] as IndexedWork, idf, leastIdf);
    if (pairs.length > 0) found.set(position, pairs);
  });
  if (!place.includes(FAR)) return found;
  const sums = new Float32Array(index.workOf.length);
  entered.work.units.forEach((_, unit) => {
    for (const other of searchFar(index, entered, unit, place, idf, sums)) {
      const position = index.workOf[other] as number;
      const list = found.get(position) ?? [];
      found.set(position, list);
      list.push([unit, other - (index.works[position] as IndexedWork).first]);
    }
  });
  return found;
}
