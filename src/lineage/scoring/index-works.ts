import type { LineageWork } from '../model.ts';
import limits from '../selection/limits.json' with { type: 'json' };
import { workOrder } from '../works/order.ts';
import { BACKGROUND_UNITS } from './background.ts';
import { candidatesOf, leadsToCandidates } from './candidates.ts';
import { type NameKeys, nameKeys } from './names.ts';
import { comparison } from './overlap.ts';
import { type PairScore, scorePair } from './score-pair.ts';
import { type KeyTable, keyTable, readMarks, type WorkMarks } from './store.ts';

/** A work in the index. */
export interface IndexedWork {
  readonly work: LineageWork;
  readonly marks: WorkMarks;
  readonly names: readonly NameKeys[];
  /** Number of its first unit among all units of the index. */
  readonly first: number;
  /** By unit: how likely the best of the earlier and of the later works is the same concern, rivals set aside. */
  readonly before: Float32Array;
  readonly after: Float32Array;
  /** Taken out of the index: its numbers stay, its units count no more. */
  left: boolean;
}

/** Units of an earlier and a later work that may be one concern. */
export interface WorkPair<Scored = KeptPair> {
  readonly a: IndexedWork;
  readonly b: IndexedWork;
  readonly scores: readonly Scored[];
}

/** What the index keeps of a pair that is likely enough. */
export type KeptPair = Pick<PairScore, 'a' | 'b' | 'score'>;

/**
 * Works with their concepts inverted: concept → units. It grows by `addWork`, in place; time and memory grow with the
 * units added, not with the pairs of works.
 */
export interface LineageIndex {
  readonly works: IndexedWork[];
  readonly table: KeyTable;
  /** By key id: the units that have it, by their number in the index; cut short where the key is too common to lead on. */
  readonly postings: number[][];
  /** By unit number: position of its work. */
  readonly workOf: number[];
  readonly pairs: WorkPair[];
}

export function lineageIndex(): LineageIndex {
  return { works: [], table: keyTable(), postings: [], workOf: [], pairs: [] };
}

/** Takes a work into the index without comparing it; `scoreWork` does. */
export function enterWork(index: LineageIndex, work: LineageWork): IndexedWork {
  const marks = readMarks(work, index.table);
  const entered: IndexedWork = {
    ...{ work, marks, names: nameKeys(work, index.table), first: index.workOf.length },
    before: new Float32Array(work.units.length),
    after: new Float32Array(work.units.length),
    left: false,
  };
  work.units.forEach((_, unit) => {
    for (const key of marks.unitKey.subarray(marks.unit[unit], marks.unit[unit + 1])) {
      const posting = index.postings[key] ?? [];
      index.postings[key] = posting;
      if (leadsToCandidates(posting.length)) posting.push(entered.first + unit);
    }
    index.workOf.push(index.works.length);
  });
  index.works.push(entered);
  return entered;
}

/** Takes a work out of an index, so that it may come again with other units: its units lead nowhere and count no more. */
export function leaveIndex(index: LineageIndex, id: string): void {
  for (const known of index.works) {
    if (known.left || known.work.id !== id) continue;
    known.left = true;
    const end = known.first + known.work.units.length;
    for (const key of known.marks.unitKey) index.table.counts[key] = (index.table.counts[key] as number) - 1;
    for (const key of new Set(known.marks.unitKey)) {
      const posting = index.postings[key] as number[];
      // One that is cut short leads nowhere any more and has to look as long as it is.
      if (!leadsToCandidates(posting.length)) continue;
      index.postings[key] = posting.filter((unit) => unit < known.first || unit >= end);
    }
  }
}

/** Rarity of every key of an index, by id. */
export function rarityOf({ table, workOf }: LineageIndex): Float32Array {
  const units = workOf.length + BACKGROUND_UNITS + 1;
  const rarity = new Float32Array(table.counts.length);
  for (let key = 0; key < rarity.length; key += 1) {
    rarity[key] = Math.max(0, Math.log(units / ((table.counts[key] as number) + 0.5)));
  }
  return rarity;
}

/** Scores a work's units against those of the works of the index up to a position. */
export function scoreWork(
  index: LineageIndex,
  entered: IndexedWork,
  upTo: number,
  idf: Float32Array = rarityOf(index),
): Array<WorkPair<PairScore>> {
  const found = candidatesOf(index, entered, upTo, idf, BACKGROUND_UNITS);
  const compare = comparison({ idf, own: index.table.own });
  return [...found].map(([position, units]) => {
    const other = index.works[position] as IndexedWork;
    const earlier = (workOrder(other.work, entered.work) as number) < 0;
    const [a, b] = earlier ? [other, entered] : [entered, other];
    const oriented = earlier ? units.map(([mine, theirs]) => [theirs, mine] as const) : units;
    return { a, b, scores: scorePair(a, b, oriented, compare) };
  });
}

/** Keeps of what was scored the likely pairs, and for every unit how near it came to any other. */
function keepScores(index: LineageIndex, pairs: ReadonlyArray<WorkPair<PairScore>>): void {
  for (const { a, b, scores } of pairs) {
    for (const pair of scores) {
      a.after[pair.a] = Math.max(a.after[pair.a] as number, pair.near);
      b.before[pair.b] = Math.max(b.before[pair.b] as number, pair.near);
    }
    const kept = scores.filter(({ score }) => score >= limits.link);
    if (kept.length > 0) index.pairs.push({ a, b, scores: kept.map(({ a, b, score }) => ({ a, b, score })) });
  }
}

/** Adds one work and compares it with those before it in the index, whatever the order of their dates. */
export function addWork(index: LineageIndex, work: LineageWork): void {
  const entered = enterWork(index, work);
  keepScores(index, scoreWork(index, entered, index.works.length));
}

/** Enters all works of a set, so that what is rare is known from the whole, then scores each with those before it. */
export function scoreWorks(index: LineageIndex, works: readonly LineageWork[]): Array<WorkPair<PairScore>> {
  const entered = works.map((work) => enterWork(index, work));
  const from = index.works.length - works.length;
  const idf = rarityOf(index);
  return entered.flatMap((work, position) => scoreWork(index, work, from + position, idf));
}

/** An index of works. */
export function indexWorks(works: readonly LineageWork[]): LineageIndex {
  const index = lineageIndex();
  keepScores(index, scoreWorks(index, works));
  return index;
}
