import { MARK_KINDS, type WorkMarks } from './store.ts';

/** Weight left to a word of no list when the other unit is in another language and could not share it. */
const UNSHARABLE = 0.3;

const NUMBER = MARK_KINDS.indexOf('number');

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

/** Weights of the marks of a unit, counted from its first; read once. */
function weighing(rarity: Rarity, sameLanguage: boolean): (marks: WorkMarks, unit: number) => Float32Array {
  const known = new Map<WorkMarks, Float32Array[]>();
  return (marks, unit) => {
    const units = known.get(marks) ?? [];
    known.set(marks, units);
    const weights = units[unit];
    if (weights !== undefined) return weights;
    const first = marks.marks[unit] as number;
    const read = new Float32Array((marks.marks[unit + 1] as number) - first);
    for (let at = 0; at < read.length; at += 1) read[at] = markWeight(marks, first + at, rarity, sameLanguage);
    units[unit] = read;
    return read;
  };
}

/** Compares units of works; those of one unit `a` in a row, since it is made ready once. */
export type CompareMarks = (a: WorkMarks, unitA: number, b: WorkMarks, unitB: number, same: boolean) => Overlap;

/** A comparison under one state of the index. */
export function comparison(rarity: Rarity): CompareMarks {
  const { idf } = rarity;
  const weightsIn = { same: weighing(rarity, true), other: weighing(rarity, false) };
  /** Key id → position of the mark of the ready unit that has it, counted from its first, and one more. */
  const markOf = new Int32Array(idf.length);
  let matchedA = new Float32Array(64);
  let ready: { marks: WorkMarks; unit: number } | null = null;

  function eachKey(
    { marks, unit }: { marks: WorkMarks; unit: number },
    set: (key: number, mark: number) => void,
  ): void {
    const first = marks.marks[unit] as number;
    for (let mark = first; mark < (marks.marks[unit + 1] as number); mark += 1) {
      for (let at = marks.keys[mark] as number; at < (marks.keys[mark + 1] as number); at += 1) {
        set(marks.key[at] as number, mark - first);
      }
    }
  }

  function makeReady(marks: WorkMarks, unit: number): void {
    if (ready?.marks === marks && ready.unit === unit) return;
    if (ready !== null) {
      eachKey(ready, (key) => {
        markOf[key] = 0;
      });
    }
    ready = { marks, unit };
    eachKey(ready, (key, mark) => {
      if (markOf[key] === 0) markOf[key] = mark + 1;
    });
  }

  return (a, unitA, b, unitB, same) => {
    makeReady(a, unitA);
    const weigh = same ? weightsIn.same : weightsIn.other;
    const [weightsA, weightsB] = [weigh(a, unitA), weigh(b, unitB)];
    const [firstA, firstB] = [a.marks[unitA] as number, b.marks[unitB] as number];
    const countA = (a.marks[unitA + 1] as number) - firstA;
    if (matchedA.length < countA) matchedA = new Float32Array(countA * 2);
    matchedA.fill(0, 0, countA);
    let weightB = 0;
    let matchedB = 0;
    let rarest = 0;
    let numbersShared = 0;
    let numbersApart = 0;
    for (let mark = firstB; mark < (b.marks[unitB + 1] as number); mark += 1) {
      const whole = weightsB[mark - firstB] as number;
      let most = 0;
      for (let at = b.keys[mark] as number; at < (b.keys[mark + 1] as number); at += 1) {
        const key = b.key[at] as number;
        const found = (markOf[key] as number) - 1;
        if (found < 0) continue;
        const weight = (idf[key] as number) * Math.min(b.weight[mark] as number, a.weight[firstA + found] as number);
        if (weight > (matchedA[found] as number)) matchedA[found] = weight;
        if (weight > most) most = weight;
      }
      weightB += whole;
      matchedB += Math.min(most, whole);
      if (most > rarest) rarest = most;
      if (b.kind[mark] === NUMBER) {
        if (most > 0) numbersShared += 1;
        else numbersApart += 1;
      }
    }
    let weightA = 0;
    let sharedA = 0;
    for (let mark = 0; mark < countA; mark += 1) {
      const whole = weightsA[mark] as number;
      weightA += whole;
      sharedA += Math.min(matchedA[mark] as number, whole);
      if (a.kind[firstA + mark] === NUMBER && matchedA[mark] === 0) numbersApart += 1;
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
  };
}
