import type { LineageUnit } from '../model.ts';
import { cueAtStart } from '../relations/cues.ts';
import type { IndexedWork, KeptPair, LineageIndex, WorkPair } from '../scoring/index-works.ts';
import { carriesOut } from '../works/order.ts';
import limits from './limits.json' with { type: 'json' };

/** A pair of units taken as one concern. */
export interface ChosenPair extends KeptPair {
  readonly from: IndexedWork;
  readonly to: IndexedWork;
}

function best(scores: readonly KeptPair[], side: 'a' | 'b'): Map<number, number> {
  const found = new Map<number, number>();
  for (const pair of scores) found.set(pair[side], Math.max(found.get(pair[side]) ?? 0, pair.score));
  return found;
}

/** Thanks, wishes and praise begin nothing; praise may still tell that something was done. */
function isConcern({ kind, quote, language }: LineageUnit, as: 'earlier' | 'later'): boolean {
  if (kind === 'record') return as === 'later';
  if (kind !== 'position') return true;
  if (cueAtStart('courtesy', quote, language) !== null) return false;
  return as === 'later' || cueAtStart('welcome', quote, language) === null;
}

/**
 * Of the candidates between two works those that are likely enough, the best for one of their units and near the best
 * for the other; a unit may go on in several, up to the limit.
 */
export function choosePairs({ a, b, scores }: WorkPair): ChosenPair[] {
  const [bestA, bestB] = [best(scores, 'a'), best(scores, 'b')];
  const [countA, countB] = [new Map<number, number>(), new Map<number, number>()];
  const chosen: ChosenPair[] = [];
  // What was done when it was written has no later life of its own.
  const open = scores.filter(
    (pair) =>
      isConcern(a.work.units[pair.a] as LineageUnit, 'earlier') &&
      isConcern(b.work.units[pair.b] as LineageUnit, 'later'),
  );
  const sorted = open.sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b);
  for (const pair of sorted) {
    const [nearA, nearB] = [pair.score / (bestA.get(pair.a) as number), pair.score / (bestB.get(pair.b) as number)];
    if (Math.max(nearA, nearB) < 1 - limits.slack || Math.min(nearA, nearB) < limits.mutual) continue;
    const [takenA, takenB] = [countA.get(pair.a) ?? 0, countB.get(pair.b) ?? 0];
    if (takenA >= limits.perUnit || takenB >= limits.perUnit) continue;
    countA.set(pair.a, takenA + 1);
    countB.set(pair.b, takenB + 1);
    chosen.push({ ...pair, from: a, to: b });
  }
  return chosen;
}

/** An agreed text of the states: what lies between an earlier and a later work in a thread. */
function isAgreed({ work }: IndexedWork): boolean {
  return work.level === 'national' && !['interview', 'article', 'other'].includes(work.type);
}

/**
 * Leaves out what a thread says already: a pair whose earlier unit goes on in an agreed national work between, and from
 * there to the later unit.
 */
function withoutShortcuts(pairs: readonly ChosenPair[]): ChosenPair[] {
  const idOf = (work: IndexedWork, unit: number): number => work.first + unit;
  const onward = new Map<number, Set<number>>();
  for (const { from, to, a, b } of pairs) {
    const next = onward.get(idOf(from, a)) ?? new Set();
    onward.set(idOf(from, a), next.add(idOf(to, b)));
  }
  const between = new Set(pairs.filter(({ to }) => isAgreed(to)).map(({ to, b }) => idOf(to, b)));
  return pairs.filter(({ from, to, a, b }) => {
    const target = idOf(to, b);
    return ![...(onward.get(idOf(from, a)) ?? [])].some(
      (step) => step !== target && between.has(step) && onward.get(step)?.has(target),
    );
  });
}

/**
 * A directive carries out the newest national agreement before it; what it shares with older ones it has from there.
 * Without the pairs of the older ones.
 */
function withoutSuperseded(pairs: readonly WorkPair[]): WorkPair[] {
  const carriedOut = ({ a, b }: WorkPair): boolean => a.work.level === 'national' && carriesOut(b.work, a.work);
  const newest = new Map<string, string>();
  for (const pair of pairs.filter(carriedOut)) {
    const known = newest.get(pair.b.work.id) ?? '';
    const date = pair.a.work.date ?? '';
    if (date > known) newest.set(pair.b.work.id, date);
  }
  return pairs.filter((pair) => {
    const latest = newest.get(pair.b.work.id);
    const older = pair.a.work.level === 'national' && latest !== undefined && (pair.a.work.date ?? '') < latest;
    return !older;
  });
}

/** All pairs of an index taken as one concern, shortcuts left out, in order of work and unit. */
export function chooseAll(index: LineageIndex): ChosenPair[] {
  const chosen = withoutShortcuts(withoutSuperseded(index.pairs).flatMap(choosePairs));
  return chosen.sort(
    (one, other) =>
      one.from.first + one.a - (other.from.first + other.a) || one.to.first + one.b - (other.to.first + other.b),
  );
}
