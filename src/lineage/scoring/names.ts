import { conceptMarks } from '../concepts/marks.ts';
import type { LineageUnit, LineageWork } from '../model.ts';
import type { SharedNames } from './features.ts';
import { type KeyTable, keyId } from './store.ts';

/** Ids of the concept keys of a unit's names, places and action, each once. */
export interface NameKeys {
  readonly names: readonly number[];
  readonly places: readonly number[];
  readonly action: readonly number[];
}

/** Most units name nothing; they share one empty list. */
const NONE: readonly number[] = [];

function idsOf(texts: readonly string[], unit: LineageUnit, table: KeyTable): readonly number[] {
  if (texts.length === 0) return NONE;
  const keys = texts.flatMap((text) => conceptMarks(text, unit.language).flatMap((mark) => mark.keys));
  return [...new Set(keys)].map((key) => keyId(table, key));
}

/** Reads the names of every unit of a work. */
export function nameKeys(work: LineageWork, table: KeyTable): NameKeys[] {
  const actions = new Map<string, readonly number[]>();
  return work.units.map((unit) => {
    const form = `${unit.language} ${unit.action}`;
    const action = actions.get(form) ?? idsOf([unit.action], unit, table);
    actions.set(form, action);
    return {
      names: idsOf([...unit.instruments, ...unit.mechanisms], unit, table),
      places: idsOf(unit.places, unit, table),
      action,
    };
  });
}

function shareOf(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  return a.filter((key) => b.includes(key)).length / Math.min(a.length, b.length);
}

export function sharedNames(a: NameKeys, b: NameKeys): SharedNames {
  const places = shareOf(a.places, b.places);
  return {
    names: shareOf(a.names, b.names),
    places,
    placesApart: a.places.length > 0 && b.places.length > 0 && places === 0,
    action: shareOf(a.action, b.action) > 0,
  };
}
