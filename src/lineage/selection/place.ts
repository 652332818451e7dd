import type { LineageUnit, LineageWork, UnitPlace } from '../model.ts';

/** Where a unit stands: its work, its place among the work's units, its words and their offsets. */
export function placeOf(work: LineageWork, unit: number): UnitPlace {
  const { quote, span } = work.units[unit] as LineageUnit;
  return { work: work.id, doc: work.doc, unit, quote, span };
}
