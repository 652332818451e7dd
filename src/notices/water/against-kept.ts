import type { WaterSeries } from './model.ts';
import { type WaterFinding, waterFinding } from './rules.ts';

/** A series that is kept already, as far as a file can depart from it. */
export type KeptHead = Pick<WaterSeries, 'property' | 'unit'> & {
  readonly station: string;
  readonly datum: string | null;
};

const NOWHERE = { line: 1, column: 1 };

/**
 * How the series of a file depart from those a side keeps: the same station and property above another datum, or in another
 * unit. Either begins a series of its own, so that no step is taken for water; a person had better know.
 */
export function againstKept(series: readonly WaterSeries[], kept: readonly KeptHead[]): readonly WaterFinding[] {
  return series.flatMap(({ station: { id, datum }, property, unit }) => {
    const same = kept.filter((one) => one.station === id && one.property === property);
    if (same.length === 0 || same.some((one) => one.datum === datum && one.unit === unit)) return [];
    const other = same.find((one) => one.datum === datum);
    if (other) return [waterFinding('unit-mixed', NOWHERE, { station: id, before: other.unit, unit })];
    const before = same.at(-1)?.datum ?? '–';
    return [waterFinding('datum-changed', NOWHERE, { station: id, before, after: datum ?? '–' })];
  });
}
