import { answersOn, type Unit } from '../seats/index.ts';
import { addCounts, type CountedTask, type Counts, countTasks, NO_COUNTS } from './counts.ts';

/** A unit with what it leads itself and what it and all units under it lead. */
export interface UnitCounts {
  readonly unit: string;
  readonly own: Counts;
  readonly total: Counts;
  readonly below: readonly UnitCounts[];
}

/** The units whose tasks a unit's total counts on a day: itself, those under it, and those that any of them answers for. */
export function leadsUnder(units: readonly Unit[], unit: string, day: string): string[] {
  const known = new Map(units.map((one) => [one.id, one]));
  const under = (id: string) => {
    for (let at: string | null = answersOn(known, id, day), steps = 0; at !== null && steps <= known.size; steps += 1) {
      if (at === unit) return true;
      at = parentOn(known, at, day);
    }
    return false;
  };
  return [unit, ...units.map(({ id }) => id).filter((id) => id !== unit && under(id))];
}

/**
 * Counts tasks by the unit that answers for their lead on a day, up the tree: what a unit that ended owed counts with its successor,
 * and only there. Units without a task, of their own or below, are left out.
 * @param units all units of the side
 * @param day ISO date
 * @returns the units at the top, and what is led by units that are not among those given; both together are the whole
 */
export function rollUpUnits(
  tasks: readonly (CountedTask & { readonly lead: string })[],
  units: readonly Unit[],
  day: string,
): { readonly tops: readonly UnitCounts[]; readonly unknown: Counts; readonly whole: Counts } {
  const once = [...new Map(tasks.map((task) => [task.id, task])).values()];
  const led = new Map([...Map.groupBy(once, ({ lead }) => lead)].map(([lead, own]) => [lead, countTasks(own)]));
  return rollUpLeads(led, units, day);
}

/** The same from what each unit leads, counted already. */
export function rollUpLeads(
  counted: ReadonlyMap<string, Counts>,
  units: readonly Unit[],
  day: string,
): { readonly tops: readonly UnitCounts[]; readonly unknown: Counts; readonly whole: Counts } {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const led = new Map<string, Counts>();
  for (const [lead, counts] of counted) {
    const answering = answersOn(known, lead, day);
    led.set(answering, addCounts(led.get(answering) ?? NO_COUNTS, counts));
  }
  const parents = new Map(units.map(({ id }) => [id, parentOn(known, id, day)]));
  const below = Map.groupBy(
    units.map(({ id }) => id),
    (id) => parents.get(id) ?? null,
  );
  const count = (unit: string): UnitCounts => {
    const own = led.get(unit) ?? NO_COUNTS;
    const children = (below.get(unit) ?? []).map(count).filter(({ total }) => total.all > 0);
    return { unit, own, below: children, total: children.reduce((sum, { total }) => addCounts(sum, total), own) };
  };
  const tops = (below.get(null) ?? []).map(count).filter(({ total }) => total.all > 0);
  const strangers = [...led].filter(([unit]) => !known.has(unit));
  const unknown = strangers.reduce((sum, [, own]) => addCounts(sum, own), NO_COUNTS);
  return {
    tops,
    unknown,
    whole: tops.reduce((sum, { total }) => addCounts(sum, total), addCounts(NO_COUNTS, unknown)),
  };
}

/** The unit over a unit: a parent that ended counts as its successor. Whoever stands above itself has none over it. */
function parentOn(units: ReadonlyMap<string, Unit>, id: string, day: string): string | null {
  const next = (unit: string) => {
    const parent = units.get(unit)?.parent ?? null;
    const answering = parent === null ? null : answersOn(units, parent, day);
    return answering !== null && units.has(answering) && answering !== unit ? answering : null;
  };
  const seen = new Set([id]);
  for (let at = next(id); at !== null; at = next(at)) {
    if (at === id) return null;
    if (seen.has(at)) break;
    seen.add(at);
  }
  return next(id);
}
