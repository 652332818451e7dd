import { conceptMarks } from '../concepts/marks.ts';
import type { LineageUnit, LineageWork } from '../model.ts';
import type { SharedNames } from './features.ts';

/** Concept keys of a unit's names, places and action, read once. */
export interface NameKeys {
  readonly names: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly action: ReadonlySet<string>;
}

/** Most units name nothing; they share one empty set. */
const NONE: ReadonlySet<string> = new Set();

function keysOf(texts: readonly string[], unit: LineageUnit): ReadonlySet<string> {
  if (texts.length === 0) return NONE;
  return new Set(texts.flatMap((text) => conceptMarks(text, unit.language).flatMap(({ keys }) => keys)));
}

/** Reads the names of every unit of a work. */
export function nameKeys(work: LineageWork): NameKeys[] {
  const actions = new Map<string, ReadonlySet<string>>();
  return work.units.map((unit) => {
    const form = `${unit.language} ${unit.action}`;
    const action = actions.get(form) ?? keysOf([unit.action], unit);
    actions.set(form, action);
    return {
      names: keysOf([...unit.instruments, ...unit.mechanisms], unit),
      places: keysOf(unit.places, unit),
      action,
    };
  });
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const key of a) if (b.has(key)) shared += 1;
  return shared / Math.min(a.size, b.size);
}

export function sharedNames(a: NameKeys, b: NameKeys): SharedNames {
  const places = shareOf(a.places, b.places);
  return {
    names: shareOf(a.names, b.names),
    places,
    placesApart: a.places.size > 0 && b.places.size > 0 && places === 0,
    action: shareOf(a.action, b.action) > 0,
  };
}
