import type { Unit } from './model.ts';

/**
 * The unit that answers on a day for what a unit owed: its last successor that has come into being by then.
 * A chain that turns back on itself ends where it began to repeat.
 */
export function answersOn(units: ReadonlyMap<string, Unit>, id: string, day: string): string {
  const seen = new Set<string>();
  let answering = id;
  while (!seen.has(answering)) {
    seen.add(answering);
    const unit = units.get(answering);
    if (unit?.successor == null || unit.until === null || day <= unit.until) return answering;
    answering = unit.successor;
  }
  return answering;
}

/** A unit, all units under it, and all units that one of these succeeds: whose work is its own. */
export function unitsOf(units: Iterable<Unit>, id: string): string[] {
  const all = [...units];
  const below = Map.groupBy(all, ({ parent }) => parent);
  const before = Map.groupBy(all, ({ successor }) => successor);
  const found = new Set([id]);
  for (const one of found) {
    for (const unit of [...(below.get(one) ?? []), ...(before.get(one) ?? [])]) found.add(unit.id);
  }
  return [...found];
}

/** The units above a unit, the nearest first. */
export function unitsAbove(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const above: string[] = [];
  for (let at = units.get(id)?.parent ?? null; at !== null && !above.includes(at); at = units.get(at)?.parent ?? null) {
    above.push(at);
  }
  return above;
}
