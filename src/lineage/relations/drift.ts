import type { IndexedWork, LineageIndex } from '../scoring/index-works.ts';
import type { Rarity } from '../scoring/overlap.ts';
import { CORE, MARK_KINDS, PART, UNREADABLE } from '../scoring/store.ts';

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
const NUMBER = MARK_KINDS.indexOf('number');

/** A mark of the core of a unit by its weight: its rarest key. */
interface Weighed {
  readonly words: string | null;
  readonly weight: number;
}

interface Split {
  readonly shared: Weighed[];
  readonly apart: Weighed[];
}

function sum(list: readonly Weighed[]): number {
  return list.reduce((total, { weight }) => total + weight, 0);
}

function wordsOf(list: Weighed[]): string[] {
  const weighty = list.filter(({ weight }) => weight > 0).sort((one, two) => two.weight - one.weight);
  return weighty.flatMap(({ words }) => words ?? []).slice(0, MOST_WORDS);
}

function keysOf({ marks }: IndexedWork, unit: number): Set<number> {
  return new Set(marks.unitKey.subarray(marks.unit[unit], marks.unit[unit + 1]));
}

/** Puts marks where they belong: of a longer term that only one text has its parts, where the other has any of them. */
function gathering(found: Split) {
  let term: { mark: Weighed; both: boolean } | null = null;
  let parts: Array<{ mark: Weighed; both: boolean }> = [];
  const put = ({ mark, both }: { mark: Weighed; both: boolean }) => (both ? found.shared : found.apart).push(mark);
  function close(): void {
    if (term === null) return;
    if (term.both || !parts.some(({ both }) => both)) put(term);
    else parts.forEach(put);
    term = null;
    parts = [];
  }
  function add(mark: Weighed, both: boolean, part: boolean): void {
    if (part && term !== null) {
      parts.push({ mark, both });
      return;
    }
    close();
    term = { mark, both };
  }
  return { add, close };
}

/** Compares the concepts of two units of works in the index by the rarity it knows. */
export type CompareUnits = (one: IndexedWork, unit: number, other: IndexedWork, otherUnit: number) => Drift;

/** A comparison of units under one state of the index. */
export function unitComparison({ table }: LineageIndex, { idf, own }: Rarity): CompareUnits {
  /** Action and object without numbers. A word of no list weighs nothing where the other text could not share it. */
  const split = (
    { marks, names }: IndexedWork,
    unit: number,
    keys: ReadonlySet<number>,
    sameLanguage: boolean,
  ): Split => {
    const found: Split = { shared: [], apart: [] };
    const action = names[unit]?.action ?? [];
    const { add, close } = gathering(found);
    for (let mark = marks.marks[unit] as number; mark < (marks.marks[unit + 1] as number); mark += 1) {
      const flags = marks.flags[mark] as number;
      if ((flags & CORE) === 0 || marks.kind[mark] === NUMBER) continue;
      let [rarest, both, sharable, verb] = [0, false, sameLanguage, false];
      for (let at = marks.keys[mark] as number; at < (marks.keys[mark + 1] as number); at += 1) {
        const key = marks.key[at] as number;
        rarest = Math.max(rarest, idf[key] as number);
        both ||= keys.has(key);
        sharable ||= !own[key];
        verb ||= action.includes(key);
      }
      // Neighbouring syllables or characters of no list are compared as pairs, and are seldom words to be shown; how the
      // verb moved is told by the ladder of strength.
      const words = (flags & UNREADABLE) === 0 && !verb ? (table.words[marks.word[mark] as number] as string) : null;
      const weight = sharable ? rarest * (marks.whole[mark] as number) : 0;
      add({ words, weight }, both, (flags & PART) !== 0);
    }
    close();
    return found;
  };
  return (one, unit, other, otherUnit) => {
    const same = one.work.units[unit]?.language === other.work.units[otherUnit]?.language;
    const earlier = split(one, unit, keysOf(other, otherUnit), same);
    const later = split(other, otherUnit, keysOf(one, unit), same);
    const [lost, added] = [sum(earlier.apart), sum(later.apart)];
    const [allA, allB] = [sum(earlier.shared) + lost, sum(later.shared) + added];
    const action = one.names[unit]?.action ?? [];
    return {
      shared: wordsOf(later.shared),
      lost: wordsOf(earlier.apart),
      added: wordsOf(later.apart),
      lostShare: allA === 0 ? 0 : lost / allA,
      addedShare: allB === 0 ? 0 : added / allB,
      sameAction: other.names[otherUnit]?.action.some((key) => action.includes(key)) ?? false,
    };
  };
}
