import { SHAPES } from './features.ts';
import type { Step } from './lattice.ts';
import type { Mark, Signature } from './signature.ts';

/** A bead teaches only where it is this sure. */
const SURE = 0.6;
/** Pairs of words must meet in at least as many beads. */
const MEETINGS = 2;
/** How far above chance their meetings must be (log-likelihood ratio of Dunning 1993), and how exclusive (Dice). */
const ABOVE_CHANCE = 11;
const EXCLUSIVE = 0.6;

interface Lesson {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

function formsOf(signatures: readonly Signature[], from: number, size: number): string[] {
  const forms = new Set<string>();
  for (let line = from; line < from + size; line += 1) {
    for (const mark of signatures[line]?.marks ?? []) if (mark.kind !== 'number') forms.add(mark.form);
  }
  return [...forms];
}

function count(lists: ReadonlyArray<readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const form of list) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

function xlogx(value: number): number {
  return value <= 0 ? 0 : value * Math.log(value);
}

/** Dunning's G² of a 2×2 table: both, first only, second only, of `total`. */
function likelihoodRatio(both: number, first: number, second: number, total: number): number {
  const cells = [both, first - both, second - both, total - first - second + both];
  const margins = [first, total - first, second, total - second];
  return (
    2 *
    (cells.reduce((sum, cell) => sum + xlogx(cell), 0) -
      margins.reduce((sum, margin) => sum + xlogx(margin), 0) +
      xlogx(total))
  );
}

function pairsOf(lessons: readonly Lesson[]): Array<readonly [string, string]> {
  const countsA = count(lessons.map((lesson) => lesson.a));
  const countsB = count(lessons.map((lesson) => lesson.b));
  const meetings = new Map<string, number>();
  for (const { a, b } of lessons) {
    const known = b.filter((form) => (countsB.get(form) as number) >= MEETINGS);
    for (const one of a) {
      if ((countsA.get(one) as number) < MEETINGS) continue;
      for (const other of known) {
        const pair = `${one}\t${other}`;
        meetings.set(pair, (meetings.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...meetings].flatMap(([pair, both]) => {
    const [one, other] = pair.split('\t') as [string, string];
    const first = countsA.get(one) as number;
    const second = countsB.get(other) as number;
    const good =
      both >= MEETINGS &&
      (2 * both) / (first + second) >= EXCLUSIVE &&
      likelihoodRatio(both, first, second, lessons.length) >= ABOVE_CHANCE;
    return good ? [[one, other] as const] : [];
  });
}

function withLearned(signatures: readonly Signature[], keys: ReadonlyMap<string, readonly string[]>): Signature[] {
  const extended = (mark: Mark): Mark => {
    const learned = mark.kind === 'number' ? undefined : keys.get(mark.form);
    return learned === undefined ? mark : { ...mark, keys: [...mark.keys, ...learned] };
  };
  return signatures.map((signature) => ({ ...signature, marks: signature.marks.map(extended) }));
}

/** Gives words that keep meeting in sure beads a key in common, so that a second pass can use them. */
export function learnWords(
  a: readonly Signature[],
  b: readonly Signature[],
  steps: readonly Step[],
): { a: Signature[]; b: Signature[]; pairs: number } {
  const lessons = steps.flatMap(({ i, j, shape, probability }) => {
    const [di, dj] = SHAPES[shape] as readonly [number, number];
    if (di === 0 || dj === 0 || probability < SURE) return [];
    return [{ a: formsOf(a, i, di), b: formsOf(b, j, dj) }];
  });
  const pairs = pairsOf(lessons);
  const keysA = new Map<string, string[]>();
  const keysB = new Map<string, string[]>();
  pairs.forEach(([one, other], index) => {
    keysA.set(one, [...(keysA.get(one) ?? []), `w:${index}`]);
    keysB.set(other, [...(keysB.get(other) ?? []), `w:${index}`]);
  });
  return { a: withLearned(a, keysA), b: withLearned(b, keysB), pairs: pairs.length };
}
