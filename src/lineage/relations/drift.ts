import { type ConceptMark, conceptMarks } from '../concepts/marks.ts';
import type { LineageUnit } from '../model.ts';
import type { LineageIndex } from '../scoring/index-works.ts';
import type { Rarity } from '../scoring/overlap.ts';
import { conceptText } from '../scoring/store.ts';
import { cuesIn } from './cues.ts';

/** What became of the object of a unit: shared, lost and added concepts in words, with their weights. */
export interface Drift {
  readonly shared: readonly string[];
  readonly lost: readonly string[];
  readonly added: readonly string[];
  /** Weights of what is lost and added, as shares of all of the earlier and of the later unit. */
  /** The head verbs mean the same. */
  readonly sameAction: boolean;
  readonly lostShare: number;
  readonly addedShare: number;
}

/** What stands before a purpose must at least hold an action and an object. UTF-16 units. */
const SHORTEST_CORE = 40;
const MOST_WORDS = 6;

interface Weighed {
  readonly words: string;
  readonly weight: number;
}

/** The action and its object: purpose and result, which follow, move with the times. */
function core(unit: LineageUnit): string {
  const text = conceptText(unit);
  const cuts = cuesIn('purpose', text, unit.language).filter((at) => at > SHORTEST_CORE);
  return cuts.length === 0 ? text : text.slice(0, Math.min(...cuts));
}

function keysOf(unit: LineageUnit): Set<string> {
  return new Set(conceptMarks(conceptText(unit), unit.language).flatMap(({ keys }) => keys));
}

/** Marks of a unit with their weights, apart by whether the other unit has them; the rarest first. */
function split(
  unit: LineageUnit,
  other: ReadonlySet<string>,
  index: LineageIndex,
  rarity: Rarity,
  sameLanguage: boolean,
): { shared: Weighed[]; apart: Weighed[] } {
  const counted = conceptMarks(core(unit), unit.language).filter(({ kind }) => kind !== 'number');
  const weighed = counted.map((mark) => ({
    words: mark.words,
    weight: weightOf(mark, index, rarity, sameLanguage),
    shared: mark.keys.some((key) => other.has(key)),
  }));
  const sorted = weighed.sort((one, two) => two.weight - one.weight);
  return { shared: sorted.filter(({ shared }) => shared), apart: sorted.filter(({ shared }) => !shared) };
}

function sum(list: readonly Weighed[]): number {
  return list.reduce((total, { weight }) => total + weight, 0);
}

/** Weight of a mark: its rarest key. A word of no list weighs nothing where the other text could not share it. */
function weightOf(mark: ConceptMark, { table }: LineageIndex, { idf, own }: Rarity, sameLanguage: boolean): number {
  const ids = mark.keys.map((key) => table.ids.get(key)).filter((id) => id !== undefined);
  if (!sameLanguage && ids.every((id) => own[id])) return 0;
  return mark.weight * Math.max(0, ...ids.map((id) => idf[id] as number));
}

function sharesKey(one: LineageUnit, other: LineageUnit): boolean {
  const keys = new Set(conceptMarks(one.action, one.language).flatMap((mark) => mark.keys));
  return conceptMarks(other.action, other.language).some((mark) => mark.keys.some((key) => keys.has(key)));
}

/** Compares the concepts of two units by the rarity that an index knows. */
export function driftOf(one: LineageUnit, other: LineageUnit, index: LineageIndex, rarity: Rarity): Drift {
  const same = one.language === other.language;
  const earlier = split(one, keysOf(other), index, rarity, same);
  const later = split(other, keysOf(one), index, rarity, same);
  const words = (list: readonly Weighed[]): string[] =>
    list
      .filter(({ weight }) => weight > 0)
      .slice(0, MOST_WORDS)
      .map((item) => item.words);
  const [allA, allB] = [sum(earlier.shared) + sum(earlier.apart), sum(later.shared) + sum(later.apart)];
  return {
    shared: words(later.shared),
    lost: words(earlier.apart),
    added: words(later.apart),
    sameAction: sharesKey(one, other),
    lostShare: allA === 0 ? 0 : sum(earlier.apart) / allA,
    addedShare: allB === 0 ? 0 : sum(later.apart) / allB,
  };
}
