import { conceptMarks } from '../concepts/marks.ts';
import type { LineageUnit } from '../model.ts';
import type { IndexedWork } from '../scoring/index-works.ts';
import { markWeight, type Rarity } from '../scoring/overlap.ts';
import { conceptText } from '../scoring/store.ts';

/** What became of the object of a unit: shared, lost and added concepts in words, with their weights. */
export interface Drift {
  readonly shared: readonly string[];
  readonly lost: readonly string[];
  readonly added: readonly string[];
  /** Weights of what is lost and added, as shares of all of the earlier and of the later unit. */
  readonly lostShare: number;
  readonly addedShare: number;
}

interface Weighed {
  readonly words: string;
  readonly weight: number;
}

function keysOf(unit: LineageUnit): Set<string> {
  return new Set(conceptMarks(conceptText(unit), unit.language).flatMap(({ keys }) => keys));
}

/** Marks of a unit with their weights, apart by whether the other unit has them; the rarest first. */
function split(
  { work, marks }: IndexedWork,
  at: number,
  other: ReadonlySet<string>,
  rarity: Rarity,
  sameLanguage: boolean,
): { shared: Weighed[]; apart: Weighed[] } {
  const unit = work.units[at] as LineageUnit;
  const first = marks.marks[at] as number;
  const weighed = conceptMarks(conceptText(unit), unit.language).map((mark, index) => ({
    words: mark.words,
    weight: markWeight(marks, first + index, rarity, sameLanguage),
    shared: mark.keys.some((key) => other.has(key)),
  }));
  const sorted = weighed.sort((one, two) => two.weight - one.weight);
  return { shared: sorted.filter(({ shared }) => shared), apart: sorted.filter(({ shared }) => !shared) };
}

function sum(list: readonly Weighed[]): number {
  return list.reduce((total, { weight }) => total + weight, 0);
}

/** Compares the concepts of two units of an index. */
export function driftOf(a: IndexedWork, unitA: number, b: IndexedWork, unitB: number, rarity: Rarity): Drift {
  const [one, other] = [a.work.units[unitA] as LineageUnit, b.work.units[unitB] as LineageUnit];
  const same = one.language === other.language;
  const earlier = split(a, unitA, keysOf(other), rarity, same);
  const later = split(b, unitB, keysOf(one), rarity, same);
  const words = (list: readonly Weighed[]): string[] => list.slice(0, 6).map((item) => item.words);
  const [allA, allB] = [sum(earlier.shared) + sum(earlier.apart), sum(later.shared) + sum(later.apart)];
  return {
    shared: words(later.shared),
    lost: words(earlier.apart),
    added: words(later.apart),
    lostShare: allA === 0 ? 0 : sum(earlier.apart) / allA,
    addedShare: allB === 0 ? 0 : sum(later.apart) / allB,
  };
}
