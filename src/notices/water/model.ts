/** How good a value is (code list of WaterML 2.0, http://www.opengis.net/def/waterml/2.0/quality). */
export const QUALITIES = ['good', 'suspect', 'estimate', 'poor', 'unchecked', 'missing'] as const;
export type Quality = (typeof QUALITIES)[number];

/** What is measured. Anything else keeps its own name under `other`. */
export const PARAMETERS = ['level', 'discharge', 'rainfall', 'other'] as const;
export type Parameter = (typeof PARAMETERS)[number];

export interface WaterStation {
  /** The identifier of its owner, as the file gives it. */
  readonly id: string;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The vertical datum that levels count from, as the file names it; null where it names none. */
  readonly datum: string | null;
}

export interface WaterPoint {
  /** As written. */
  readonly time: string;
  /** The instant in UTC; null where the file does not tell which hour of the Earth it is. */
  readonly instant: string | null;
  /** In the unit of the series; null where nothing was measured. */
  readonly value: number | null;
  readonly quality: Quality;
  /** Below or above what the instrument can tell. */
  readonly censored: 'below' | 'above' | null;
  /** Words of the sender: qualifier, comment, reason of a gap. */
  readonly remark: string | null;
}

/** What one station measured of one thing, in one unit, above one datum. */
export interface WaterSeries {
  readonly station: WaterStation;
  readonly parameter: Parameter;
  /** The name of the parameter as the file gives it. */
  readonly property: string;
  /** As the file writes it; empty where it gives none. */
  readonly unit: string;
  /** How the values between the points are meant (code list interpolationType of WaterML 2.0); null where it is not said. */
  readonly interpolation: string | null;
  readonly points: readonly WaterPoint[];
}

/** A series without the points: what tells two apart. */
export function seriesKey({ station, property, unit }: Omit<WaterSeries, 'points'>): string {
  return JSON.stringify([station.id, property, unit, station.datum]);
}
