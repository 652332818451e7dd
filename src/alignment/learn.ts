import { SHAPES } from './features.ts';
import type { Step } from './lattice.ts';
import type { Mark, Signature } from './signature.ts';

/** A bead teaches only where it is this sure. */
const SURE = 0.6;
/** Pairs of words must meet in at least as many beads; words of more than one bead in `COMMON` teach nothing. */
const MEETINGS = 2;
const COMMON = 5;
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

/** Forms that stand in enough lessons and not too many, with the lessons they stand in. */
function places(lists: ReadonlyArray<readonly string[]>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  lists.forEach((list, lesson) => {
    for (const form of list) {
      const known = found.get(form);
      if (known === undefined) found.set(form, [lesson]);
      else known.push(lesson);
    }
  });
  const most = Math.max(MEETINGS, lists.length / COMMON);
  for (const [form, lessons] of found) if (lessons.length < MEETINGS || lessons.length > most) found.delete(form);
  return found;
}

function xlogx(value: number): number {
  return value <= 0 ? 0 : value * Math.log(value);
}

/** Dunning's G² of a 2×2 table: both, first only, second only, of `total`. */
function likelihoodRatio(both: number, first: number, second: number, total: number): number {
  const cells = xlogx(both) + xlogx(first - both) + xlogx(second - both) + xlogx(total - first - second + both);
  const margins = xlogx(first) + xlogx(total - first) + xlogx(second) + xlogx(total - second);
  return 2 * (cells - margins + xlogx(total));
}

function pairsOf(lessons: readonly Lesson[]): Array<readonly [string, string]> {
  const placesA = places(lessons.map((lesson) => lesson.a));
  const placesB = places(lessons.map((lesson) => lesson.b));
  const formsB = [...placesB.keys()];
  const idsB = new Map(formsB.map((form, id) => [form, id]));
  const known = lessons.map(({ b }) =>
    Int32Array.from(
      b.filter((form) => placesB.has(form)),
      (form) => idsB.get(form) as number,
    ),
  );
  const meetings = new Int32Array(formsB.length);
  return [...placesA].flatMap(([one, where]) => {
    const met: number[] = [];
    for (const lesson of where) {
      const ids = known[lesson] as Int32Array;
      for (let at = 0; at < ids.length; at += 1) {
        const id = ids[at] as number;
        if (meetings[id] === 0) met.push(id);
        meetings[id] = (meetings[id] as number) + 1;
      }
    }
    return met.flatMap((id) => {
      const other = formsB[id] as string;
      const [both, first, second] = [meetings[id] as number, where.length, (placesB.get(other) as number[]).length];
      meetings[id] = 0;
      const exclusive = both >= MEETINGS && (2 * both) / (first + second) >= EXCLUSIVE;
      const telling = exclusive && likelihoodRatio(both, first, second, lessons.length) >= ABOVE_CHANCE;
      return telling ? [[one, other] as const] : [];
    });
  });
}

function withLearned(signatures: readonly Signature[], keys: ReadonlyMap<string, readonly string[]>): Signature[] {
  const known = new Map<Mark, Mark>();
  const extended = (mark: Mark): Mark => {
    const before = known.get(mark);
    if (before !== undefined) return before;
    const learned = mark.kind === 'number' ? undefined : keys.get(mark.form);
    const after = learned === undefined ? mark : { ...mark, keys: [...mark.keys, ...learned] };
    known.set(mark, after);
    return after;
  };
  return signatures.map((signature) => ({ ...signature, marks: signature.marks.map(extended) }));
}

/** Gives words that keep meeting in sure beads a key in common, so that a second pass can use them. */
export function learnWords(
  a: readonly Signature[],
  b: readonly Signature[],
  steps: readonly Step[],
): { a: Signature[]; b: Signature[] } {
  const lessons = steps.flatMap(({ i, j, shape, probability }) => {
    const [di, dj] = SHAPES[shape] as readonly [number, number];
    if (di === 0 || dj === 0 || probability < SURE) return [];
    return [{ a: formsOf(a, i, di), b: formsOf(b, j, dj) }];
  });
  const keysA = new Map<string, string[]>();
  const keysB = new Map<string, string[]>();
  pairsOf(lessons).forEach(([one, other], index) => {
    keysA.set(one, [...(keysA.get(one) ?? []), `w:${index}`]);
    keysB.set(other, [...(keysB.get(other) ?? []), `w:${index}`]);
  });
  return { a: withLearned(a, keysA), b: withLearned(b, keysB) };
}
