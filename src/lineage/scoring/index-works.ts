import type { LineageWork } from '../model.ts';
import { workOrder } from '../works/order.ts';
import { candidatesOf } from './candidates.ts';
import { type NameKeys, nameKeys } from './names.ts';
import { type PairScore, scorePair } from './score-pair.ts';
import { type KeyTable, keyTable, readMarks, type WorkMarks } from './store.ts';

/** A work in the index. */
export interface IndexedWork {
  readonly work: LineageWork;
  readonly marks: WorkMarks;
  readonly names: readonly NameKeys[];
  /** Number of its first unit among all units of the index. */
  readonly first: number;
}

/** Units of an earlier and a later work that may be one concern. */
export interface WorkPair {
  readonly a: IndexedWork;
  readonly b: IndexedWork;
  readonly scores: readonly PairScore[];
}

/**
 * Works with their concepts inverted: concept → units. It grows by `addWork`, in place; time and memory grow with the
 * units added, not with the pairs of works.
 */
export interface LineageIndex {
  readonly works: IndexedWork[];
  readonly table: KeyTable;
  /** By key id: the units that have it, by their number in the index. */
  readonly postings: number[][];
  /** By unit number: position of its work. */
  readonly workOf: number[];
  readonly pairs: WorkPair[];
}

export function lineageIndex(): LineageIndex {
  return { works: [], table: keyTable(), postings: [], workOf: [], pairs: [] };
}

/** Takes a work into the index without comparing it; `compareWork` does. */
function enterWork(index: LineageIndex, work: LineageWork): IndexedWork {
  const marks = readMarks(work, index.table);
  const entered: IndexedWork = { work, marks, names: nameKeys(work), first: index.workOf.length };
  work.units.forEach((_, unit) => {
    const from = marks.keys[marks.marks[unit] as number] as number;
    const to = marks.keys[marks.marks[unit + 1] as number] as number;
    for (const key of new Set(marks.key.subarray(from, to))) {
      const posting = index.postings[key] ?? [];
      index.postings[key] = posting;
      posting.push(entered.first + unit);
    }
    index.workOf.push(index.works.length);
  });
  index.works.push(entered);
  return entered;
}

/** Rarity of every key of an index, by id. */
export function rarityOf({ table, workOf }: LineageIndex): Float32Array {
  const units = workOf.length + 1;
  return Float32Array.from(table.counts, (count) => Math.max(0, Math.log(units / (count + 0.5))));
}

function compareWork(index: LineageIndex, entered: IndexedWork, upTo: number): void {
  const rarity = { idf: rarityOf(index), own: index.table.own };
  const found = candidatesOf(index, entered, upTo, rarity.idf);
  for (const [position, units] of found) {
    const other = index.works[position] as IndexedWork;
    const earlier = (workOrder(other.work, entered.work) as number) < 0;
    const [a, b] = earlier ? [other, entered] : [entered, other];
    const oriented = earlier ? units.map(([mine, theirs]) => [theirs, mine] as const) : units;
    index.pairs.push({ a, b, scores: scorePair(a, b, oriented, rarity) });
  }
}

/** Adds one work and compares it with those before it in the index, whatever the order of their dates. */
export function addWork(index: LineageIndex, work: LineageWork): void {
  compareWork(index, enterWork(index, work), index.works.length);
}

/** An index of works: all are entered first, so that what is rare is known from the whole. */
export function indexWorks(works: readonly LineageWork[]): LineageIndex {
  const index = lineageIndex();
  const entered = works.map((work) => enterWork(index, work));
  entered.forEach((work, position) => {
    compareWork(index, work, position);
  });
  return index;
}
