import type { Kind } from '../../vocabulary/index.ts';
import type { Candidate } from '../model.ts';
import type { GoldUnit } from './gold.ts';
import { matchSpans } from './matching.ts';
import { type ActorPair, sameBodies } from './renamed-bodies.ts';

/** Intersection over union two spans need to count as the same unit. */
export const LEAST_OVERLAP = 0.5;

/** How many of `of` were right. */
export interface Score {
  readonly right: number;
  readonly of: number;
}

/** Precision and recall over lists of names. */
export interface SetScore {
  readonly shared: number;
  readonly gold: number;
  readonly found: number;
}

export interface Disagreement {
  readonly field: 'kind' | 'strength' | 'action' | 'actors' | 'due' | 'sector';
  readonly quote: string;
  readonly gold: string;
  readonly found: string;
}

/** The figures of one document, and every unit behind them. */
export interface Evaluation {
  readonly matched: number;
  readonly gold: number;
  readonly found: number;
  readonly attributes: Readonly<Record<Disagreement['field'], Score>>;
  /** As `attributes.actors`, whatever ids the gold and the reader make up for bodies that stand in no register. */
  readonly bodies: Score;
  readonly names: Readonly<Record<'instruments' | 'mechanisms' | 'places', SetScore>>;
  readonly missed: readonly GoldUnit[];
  readonly spurious: readonly Candidate[];
  readonly wrong: readonly Disagreement[];
}

const DETECTED: ReadonlySet<Kind> = new Set<Kind>(['commitment', 'support']);
const FIELDS: readonly Disagreement['field'][] = ['kind', 'strength', 'action', 'actors', 'due', 'sector'];
const NAMES = ['instruments', 'mechanisms', 'places'] as const;

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for']);

/**
 * An actor's id by its words alone: ids of bodies that stand in no register are made by whoever writes them, so that
 * `department-of-foreign-affairs`, `foreign-affairs-department` and `foreign-affairs-departments` are one.
 */
function wordsOf(id: string): string {
  return id
    .toLowerCase()
    .split('-')
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/ies$/, 'y').replace(/s$/, '') : word))
    .sort()
    .join('-');
}

function comparable(unit: GoldUnit | Candidate, field: Disagreement['field']): string {
  if (field === 'due') return unit.due === null ? 'none' : `${unit.due.from ?? ''}/${unit.due.to ?? ''}`;
  if (field === 'actors') return [...new Set(unit.actors.map(wordsOf))].sort().join(', ');
  return unit[field].toLowerCase();
}

/** Gold names found word for word, ignoring quotation marks and letter case. */
function sharedNames(gold: readonly string[], found: readonly string[]): number {
  const bare = (name: string): string =>
    name
      .replace(/["“”«»《》]/g, '')
      .trim()
      .toLowerCase();
  const left = found.map(bare);
  let shared = 0;
  for (const name of gold.map(bare)) {
    const at = left.indexOf(name);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return shared;
}

/**
 * Compares what was found in a document with its gold: units of kind commitment and support, one to one, best overlap
 * first, at least half of their joint extent shared; attributes are compared among the pairs, due only where the gold
 * has one. `until` leaves out every unit that begins at or after that offset.
 */
export function evaluate(
  gold: readonly GoldUnit[],
  candidates: readonly Candidate[],
  until = Number.POSITIVE_INFINITY,
): Evaluation {
  const wanted = gold.filter((unit) => DETECTED.has(unit.kind) && unit.span.start < until);
  const found = candidates.filter((unit) => DETECTED.has(unit.kind) && unit.span.start < until);
  const pairs = matchSpans(
    wanted.map((unit) => unit.span),
    found.map((unit) => unit.span),
    LEAST_OVERLAP,
  );
  const attributes = Object.fromEntries(FIELDS.map((field) => [field, { right: 0, of: 0 }])) as Record<
    Disagreement['field'],
    { right: number; of: number }
  >;
  const names = Object.fromEntries(NAMES.map((name) => [name, { shared: 0, gold: 0, found: 0 }])) as Record<
    (typeof NAMES)[number],
    { shared: number; gold: number; found: number }
  >;
  const wrong: Disagreement[] = [];
  const actors: ActorPair[] = [];
  for (const pair of pairs) {
    const a = wanted[pair.gold] as GoldUnit;
    const b = found[pair.found] as Candidate;
    for (const field of FIELDS) {
      if (field === 'due' && a.due === null) continue;
      const [left, right] = [comparable(a, field), comparable(b, field)];
      attributes[field].of += 1;
      if (left === right) attributes[field].right += 1;
      else wrong.push({ field, quote: a.quote, gold: left, found: right });
    }
    actors.push({ gold: a.actors.map(wordsOf), found: b.actors.map(wordsOf) });
    for (const name of NAMES) {
      names[name].shared += sharedNames(a[name], b[name]);
      names[name].gold += a[name].length;
      names[name].found += b[name].length;
    }
  }
  const goldPaired = new Set(pairs.map((pair) => pair.gold));
  const foundPaired = new Set(pairs.map((pair) => pair.found));
  return {
    matched: pairs.length,
    gold: wanted.length,
    found: found.length,
    attributes,
    bodies: { right: sameBodies(actors), of: actors.length },
    names,
    missed: wanted.filter((_, index) => !goldPaired.has(index)),
    spurious: found.filter((_, index) => !foundPaired.has(index)),
    wrong,
  };
}

/** Precision, recall and their harmonic mean, 0..1; 1 where there was nothing to find and nothing found. */
export function detectionFigures(result: Pick<Evaluation, 'matched' | 'gold' | 'found'>): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = result.found === 0 ? 1 : result.matched / result.found;
  const recall = result.gold === 0 ? 1 : result.matched / result.gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The sum of several documents' evaluations. */
export function mergeEvaluations(results: readonly Evaluation[]): Evaluation {
  const sum = (pick: (result: Evaluation) => number): number =>
    results.reduce((total, result) => total + pick(result), 0);
  const attributes = Object.fromEntries(
    FIELDS.map((field) => [
      field,
      { right: sum((r) => r.attributes[field].right), of: sum((r) => r.attributes[field].of) },
    ]),
  ) as Record<Disagreement['field'], Score>;
  const names = Object.fromEntries(
    NAMES.map((name) => [
      name,
      {
        shared: sum((r) => r.names[name].shared),
        gold: sum((r) => r.names[name].gold),
        found: sum((r) => r.names[name].found),
      },
    ]),
  ) as Record<(typeof NAMES)[number], SetScore>;
  return {
    matched: sum((r) => r.matched),
    gold: sum((r) => r.gold),
    found: sum((r) => r.found),
    attributes,
    bodies: { right: sum((r) => r.bodies.right), of: sum((r) => r.bodies.of) },
    names,
    missed: results.flatMap((r) => r.missed),
    spurious: results.flatMap((r) => r.spurious),
    wrong: results.flatMap((r) => r.wrong),
  };
}
