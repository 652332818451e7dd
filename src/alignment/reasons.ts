import { type KeyNumbers, listAt, type Side } from './compile.ts';
import type { BeadReason, Sign } from './model.ts';
import type { Mark } from './signature.ts';

/** Most reasons a bead shows, the most telling first. */
const MOST = 8;

const SIGNS: ReadonlyArray<readonly [RegExp, Sign]> = [
  [/^L:/u, 'label'],
  [/^[nm]:/u, 'number'],
  [/^l:/u, 'letters'],
  [/^s:/u, 'name'],
  [/^w:/u, 'learned'],
];

function signOf(key: string): Sign {
  return SIGNS.find(([pattern]) => pattern.test(key))?.[1] ?? 'term';
}

/** Marks of a run of lines by key. */
function marksByKey(side: Side, lines: readonly number[]): Map<string, Mark> {
  const byKey = new Map<string, Mark>();
  for (const line of lines) {
    for (const mark of side.signatures[line]?.marks ?? []) {
      for (const key of mark.keys) if (!byKey.has(key)) byKey.set(key, mark);
    }
  }
  return byKey;
}

/** How many lines of a side hold each key, counted once for all beads. */
export function keyFrequencies(side: Side): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { marks } of side.signatures) {
    for (const key of new Set(marks.flatMap((mark) => mark.keys))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Counts for any bead the words, numbers and names of side a that side b has too. */
export function signsInCommon({
  a,
  b,
  numbers,
}: {
  readonly a: Side;
  readonly b: Side;
  readonly numbers: KeyNumbers;
}): (bead: { readonly a: readonly number[]; readonly b: readonly number[] }) => number {
  const held = new Int32Array(numbers.size);
  let bead = 0;
  return (lines) => {
    bead += 1;
    for (const line of lines.b) {
      for (const type of listAt(b.lines, line)) for (const key of listAt(b.keys, type)) held[key] = bead;
    }
    let count = 0;
    for (const line of lines.a) {
      for (const type of listAt(a.lines, line)) if (listAt(a.keys, type).some((key) => held[key] === bead)) count += 1;
    }
    return count;
  };
}

/** The words of both sides that made a bead, rarest first. */
export function reasonsFor(
  sides: { readonly a: Side; readonly b: Side },
  bead: { readonly a: readonly number[]; readonly b: readonly number[] },
  frequencies: ReadonlyMap<string, number>,
): BeadReason[] {
  const [marksA, marksB] = [marksByKey(sides.a, bead.a), marksByKey(sides.b, bead.b)];
  const shown = new Set<Mark>();
  return [...marksA]
    .filter(([key]) => marksB.has(key))
    .sort(([one], [other]) => (frequencies.get(one) ?? 0) - (frequencies.get(other) ?? 0))
    .flatMap(([key, mark]) => {
      if (shown.has(mark)) return [];
      shown.add(mark);
      return [{ sign: signOf(key), a: mark.words, b: (marksB.get(key) as Mark).words }];
    })
    .slice(0, MOST);
}
