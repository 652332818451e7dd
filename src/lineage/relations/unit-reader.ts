import { type ConceptMark, conceptMarks } from '../concepts/marks.ts';
import type { LineageUnit } from '../model.ts';
import { conceptText } from '../scoring/store.ts';
import { cuesIn } from './cues.ts';

/** What the relation of a unit to others rests on. */
export interface ReadUnit {
  /** Marks of the action and its object, numbers left out. */
  readonly core: readonly ConceptMark[];
  readonly keys: ReadonlySet<string>;
  /** Keys of the head verb. */
  readonly action: ReadonlySet<string>;
}

/** What stands before a purpose must at least hold an action and an object. UTF-16 units. */
const SHORTEST_CORE = 40;
const MOST_CACHED = 6_000;

/** The action and its object: purpose and result, which follow, move with the times. */
function coreText(unit: LineageUnit, text: string): string {
  const cuts = cuesIn('purpose', text, unit.language).filter((at) => at > SHORTEST_CORE);
  return cuts.length === 0 ? text : text.slice(0, Math.min(...cuts));
}

function keysOf(marks: readonly ConceptMark[]): Set<string> {
  return new Set(marks.flatMap(({ keys }) => keys));
}

function read(unit: LineageUnit, actionKeys: (unit: LineageUnit) => ReadonlySet<string>): ReadUnit {
  const text = conceptText(unit);
  const core = coreText(unit, text);
  const marks = conceptMarks(text, unit.language);
  const coreMarks = core === text ? marks : conceptMarks(core, unit.language);
  return {
    core: coreMarks.filter(({ kind }) => kind !== 'number'),
    keys: keysOf(marks),
    action: actionKeys(unit),
  };
}

/** Actions are few and stand in many units: each is read once. */
function actionReader(): (unit: LineageUnit) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ action, language }) => {
    const form = `${language} ${action}`;
    const keys = known.get(form) ?? keysOf(conceptMarks(action, language));
    known.set(form, keys);
    return keys;
  };
}

/** A reader that remembers the units it read last: a unit goes on in several others. */
export function unitReader(): (unit: LineageUnit) => ReadUnit {
  const cache = new Map<LineageUnit, ReadUnit>();
  const actionKeys = actionReader();
  return (unit) => {
    const known = cache.get(unit) ?? read(unit, actionKeys);
    if (cache.size >= MOST_CACHED) cache.clear();
    cache.set(unit, known);
    return known;
  };
}
