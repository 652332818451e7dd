import type { LineageLink, UnitPlace } from '../model.ts';

/** One promise over time: where it began, and each step in the order of the links. */
export interface Thread {
  readonly start: UnitPlace;
  readonly steps: readonly LineageLink[];
  /** A later text reports it done, or uses what was to be made. */
  readonly fulfilled: boolean;
}

function keyOf({ work, unit }: UnitPlace): string {
  return `${work}\n${unit}`;
}

/** For every later unit its likeliest forerunner, so that each unit stands in one thread. */
function likeliest(links: readonly LineageLink[]): LineageLink[] {
  const best = new Map<string, LineageLink>();
  for (const link of links) {
    const known = best.get(keyOf(link.b));
    if (known === undefined || known.score < link.score) best.set(keyOf(link.b), link);
  }
  const kept = new Set(best.values());
  return links.filter((link) => kept.has(link));
}

/**
 * Threads of the links of a lineage, in the order of their first units. A promise that goes on in several later units
 * is one thread with branches; links to other forerunners than the likeliest are left out.
 */
export function threads(links: readonly LineageLink[]): Thread[] {
  const kept = likeliest(links);
  const ends = new Set(kept.map(({ b }) => keyOf(b)));
  const onward = Map.groupBy(kept, ({ a }) => keyOf(a));
  const follow = (place: UnitPlace): LineageLink[] =>
    (onward.get(keyOf(place)) ?? []).flatMap((link) => [link, ...follow(link.b)]);
  const starts = [...onward.values()]
    .map(([first]) => (first as LineageLink).a)
    .filter((place) => !ends.has(keyOf(place)));
  return starts.map((start) => {
    const steps = follow(start);
    return { start, steps, fulfilled: steps.some(({ relation }) => relation === 'fulfilled') };
  });
}
