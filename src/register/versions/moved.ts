import type { PassageBead } from './model.ts';

/**
 * The beads whose passages stand in another place of text b than their neighbours': those outside the longest run that
 * grows on both sides (patience sorting).
 * @returns indexes into `beads`
 */
export function movedBeads(beads: readonly Pick<PassageBead, 'a' | 'b'>[]): ReadonlySet<number> {
  const both = beads.flatMap(({ a, b }, index) =>
    a.length > 0 && b.length > 0 ? [{ index, at: b[0] as number }] : [],
  );
  const ends: number[] = [];
  const before: number[] = [];
  for (const [place, { at }] of both.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((both[ends[middle] as number]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    before[place] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = place;
  }
  const moved = new Set(both.map(({ index }) => index));
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) {
    moved.delete(both[place]?.index ?? -1);
  }
  return moved;
}
