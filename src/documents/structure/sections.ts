import type { Draft } from './draft.ts';

interface Seen {
  readonly value: number;
  readonly at: number;
}

/** Lines looked back for the point that a run goes on from. */
const REACH = 2000;

/**
 * Styles of markers that divide a text whose points are numbered through: after points 1 and 2 comes section A, then
 * point 3, then section B. Such a style stands above the points although it comes after them.
 */
export function sectionStyles(drafts: readonly Draft[]): ReadonlySet<string> {
  const last = new Map<string, Seen>();
  const counts = new Map<string, number>();
  const found = new Set<string>();
  for (const { marker } of drafts) if (marker) counts.set(marker.style, (counts.get(marker.style) ?? 0) + 1);
  drafts.forEach(({ marker }, at) => {
    if (marker?.value == null || marker.absolute || marker.style === 'ordinal') return;
    const before = last.get(marker.style);
    if (before && marker.value === before.value + 1) {
      const points = runningPoints(drafts, before.at, at, marker.style);
      // Of two lists that run through each other the shorter one divides the longer.
      if (points && (counts.get(marker.style) ?? 0) < (counts.get(points) ?? 0)) found.add(marker.style);
    }
    last.set(marker.style, { value: marker.value, at });
  });
  return found;
}

/** The style of points between two members of a list that go on from points before the first of the two, or null. */
function runningPoints(drafts: readonly Draft[], from: number, to: number, style: string): string | null {
  const inside = drafts
    .slice(from + 1, to)
    .find(({ marker }) => marker?.value != null && marker.style !== style)?.marker;
  if (!inside?.value || inside.value < 2 || inside.absolute) return null;
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const marker = (drafts[i] as Draft).marker;
    if (marker?.style === inside.style) return marker.value === inside.value - 1 ? inside.style : null;
  }
  return null;
}
