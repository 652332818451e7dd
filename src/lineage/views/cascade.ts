import type { LineageLink, LineageUnit, LineageWork, UnitPlace } from '../model.ts';
import { placeOf } from '../selection/place.ts';
import { traceWorks } from '../trace.ts';

/** A national commitment, and where local documents take it up. */
export interface CascadeRow {
  readonly place: UnitPlace;
  readonly unit: LineageUnit;
  /** The likeliest first; empty where no local document takes it up. */
  readonly takenUp: readonly LineageLink[];
}

/**
 * The commitments of a national work against local documents, in document order. Positions, supports and records are
 * nobody's task and have no row.
 */
export function cascade(national: LineageWork, locals: readonly LineageWork[]): CascadeRow[] {
  const { links } = traceWorks([national, ...locals]);
  const downward = Map.groupBy(
    links.filter(({ a, b }) => a.work === national.id && b.work !== national.id),
    ({ a }) => a.unit,
  );
  return national.units.flatMap((unit, at): CascadeRow[] => {
    if (unit.kind !== 'commitment') return [];
    const takenUp = [...(downward.get(at) ?? [])].sort((one, other) => other.score - one.score);
    return [{ place: placeOf(national, at), unit, takenUp }];
  });
}
