import { MARK_KINDS, type WorkMarks } from './store.ts';

/** Weight left to a word of no list when the other unit is in another language and could not share it. */
const UNSHARABLE = 0.3;

const NUMBER = MARK_KINDS.indexOf('number');

/** A unit made ready for comparing with many others. */
export interface ReadyUnit {
  readonly marks: WorkMarks;
  readonly unit: number;
  /** Key id → position of the mark that has it, counted from the unit's first. */
  readonly markOf: ReadonlyMap<number, number>;
}

/** How much two units share, weighed by how rare the shared concepts are. */
export interface Overlap {
  /** Shared part of both, 0..1 (Dice). */
  readonly dice: number;
  /** Shared part of either, 0..1. */
  readonly ofA: number;
  readonly ofB: number;
  /** Weight of what is shared, and of its rarest concept, in units of inverse document frequency. */
  readonly mass: number;
  readonly rarest: number;
  /** Numbers in both, and numbers of one that the other lacks. */
  readonly numbersShared: number;
  readonly numbersApart: number;
}

/** Rarity of keys by id, and which are words of one language. */
export interface Rarity {
  readonly idf: Float32Array;
  readonly own: readonly boolean[];
}

export function readyUnit(marks: WorkMarks, unit: number): ReadyUnit {
  const first = marks.marks[unit] as number;
  const markOf = new Map<number, number>();
  for (let mark = first; mark < (marks.marks[unit + 1] as number); mark += 1) {
    for (let at = marks.keys[mark] as number; at < (marks.keys[mark + 1] as number); at += 1) {
      const key = marks.key[at] as number;
      if (!markOf.has(key)) markOf.set(key, mark - first);
    }
  }
  return { marks, unit, markOf };
}

/** Weight of a mark: its rarest key, less where no key could be shared. */
export function markWeight(marks: WorkMarks, mark: number, { idf, own }: Rarity, sameLanguage: boolean): number {
  let rarest = 0;
  let sharable = sameLanguage;
  for (let at = marks.keys[mark] as number; at < (marks.keys[mark + 1] as number); at += 1) {
    const key = marks.key[at] as number;
    rarest = Math.max(rarest, idf[key] as number);
    if (!own[key]) sharable = true;
  }
  return rarest * (marks.weight[mark] as number) * (sharable ? 1 : UNSHARABLE);
}

/** Compares a unit with another. */
export function overlap(a: ReadyUnit, other: WorkMarks, unit: number, rarity: Rarity, sameLanguage: boolean): Overlap {
  const firstA = a.marks.marks[a.unit] as number;
  const countA = (a.marks.marks[a.unit + 1] as number) - firstA;
  const matchedA = new Float32Array(countA);
  let [weightB, matchedB, rarest, numbersShared, numbersApart] = [0, 0, 0, 0, 0];
  for (let mark = other.marks[unit] as number; mark < (other.marks[unit + 1] as number); mark += 1) {
    const whole = markWeight(other, mark, rarity, sameLanguage);
    let best = 0;
    for (let at = other.keys[mark] as number; at < (other.keys[mark + 1] as number); at += 1) {
      const key = other.key[at] as number;
      const found = a.markOf.get(key);
      if (found === undefined) continue;
      const weight =
        (rarity.idf[key] as number) * Math.min(other.weight[mark] as number, a.marks.weight[firstA + found] as number);
      matchedA[found] = Math.max(matchedA[found] as number, weight);
      best = Math.max(best, weight);
    }
    weightB += whole;
    matchedB += Math.min(best, whole);
    rarest = Math.max(rarest, best);
    if (other.kind[mark] === NUMBER) {
      if (best > 0) numbersShared += 1;
      else numbersApart += 1;
    }
  }
  let [weightA, sharedA] = [0, 0];
  for (let mark = 0; mark < countA; mark += 1) {
    const whole = markWeight(a.marks, firstA + mark, rarity, sameLanguage);
    weightA += whole;
    sharedA += Math.min(matchedA[mark] as number, whole);
    if (a.marks.kind[firstA + mark] === NUMBER && matchedA[mark] === 0) numbersApart += 1;
  }
  const both = weightA + weightB;
  return {
    dice: both === 0 ? 0 : (sharedA + matchedB) / both,
    ofA: weightA === 0 ? 0 : sharedA / weightA,
    ofB: weightB === 0 ? 0 : matchedB / weightB,
    mass: (sharedA + matchedB) / 2,
    rarest,
    numbersShared,
    numbersApart,
  };
}
