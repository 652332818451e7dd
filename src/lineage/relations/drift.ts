import type { ConceptMark } from '../concepts/marks.ts';
import type { LineageUnit } from '../model.ts';
import type { LineageIndex } from '../scoring/index-works.ts';
import type { Rarity } from '../scoring/overlap.ts';
import { type ReadUnit, unitReader } from './unit-reader.ts';

/** What became of the object of a unit: shared, lost and added concepts in words, the rarest first. */
export interface Drift {
  readonly shared: readonly string[];
  readonly lost: readonly string[];
  readonly added: readonly string[];
  /** Weights of what is lost and added, as shares of all of the earlier and of the later unit. */
  readonly lostShare: number;
  readonly addedShare: number;
  /** The head verbs mean the same. */
  readonly sameAction: boolean;
}

const MOST_WORDS = 6;

interface Weighed {
  /** Null for a pair of syllables that is no word. */
  readonly words: string | null;
  readonly weight: number;
}

/** Weight of a mark: its rarest key. A word of no list weighs nothing where the other text could not share it. */
function weightOf(mark: ConceptMark, { table }: LineageIndex, { idf, own }: Rarity, sameLanguage: boolean): number {
  const ids = mark.keys.map((key) => table.ids.get(key)).filter((id) => id !== undefined);
  if (!sameLanguage && ids.every((id) => own[id])) return 0;
  return mark.weight * Math.max(0, ...ids.map((id) => idf[id] as number));
}

function sum(list: readonly Weighed[]): number {
  return list.reduce((total, { weight }) => total + weight, 0);
}

function wordsOf(list: readonly Weighed[]): string[] {
  const weighty = list.filter(({ weight }) => weight > 0);
  return weighty.flatMap(({ words }) => words ?? []).slice(0, MOST_WORDS);
}

/** Neighbouring syllables or characters of no list are compared as pairs, and are seldom words to be shown. */
function readable({ kind, keys }: ConceptMark): boolean {
  return kind !== 'word' || !keys.some((key) => /^(?:vi|zh):/u.test(key));
}

/** Compares the concepts of two units by the rarity that an index knows. */
export type CompareUnits = (one: LineageUnit, other: LineageUnit) => Drift;

/** A comparison of units that remembers what it read. */
export function unitComparison(index: LineageIndex, rarity: Rarity): CompareUnits {
  const read = unitReader();
  const split = (unit: ReadUnit, keys: ReadonlySet<string>, same: boolean): [shared: Weighed[], apart: Weighed[]] => {
    const weighed = unit.core.map((mark) => ({
      words: readable(mark) ? mark.words : null,
      weight: weightOf(mark, index, rarity, same),
      shared: mark.keys.some((key) => keys.has(key)),
    }));
    const sorted = weighed.sort((one, two) => two.weight - one.weight);
    return [sorted.filter(({ shared }) => shared), sorted.filter(({ shared }) => !shared)];
  };
  return (one, other) => {
    const same = one.language === other.language;
    const [earlier, later] = [read(one), read(other)];
    const [keptOfA, lost] = split(earlier, later.keys, same);
    const [shared, added] = split(later, earlier.keys, same);
    const [allA, allB] = [sum(keptOfA) + sum(lost), sum(shared) + sum(added)];
    return {
      shared: wordsOf(shared),
      lost: wordsOf(lost),
      added: wordsOf(added),
      lostShare: allA === 0 ? 0 : sum(lost) / allA,
      addedShare: allB === 0 ? 0 : sum(added) / allB,
      sameAction: [...earlier.action].some((key) => later.action.has(key)),
    };
  };
}
