import { convert } from './measures.ts';
import type { WaterPoint } from './model.ts';

const MINUTE = 60_000;

/** Values that should be there and are not: how many, after which instant and before which. */
export interface MissingSlots {
  readonly after: string;
  /** The next value, or the instant that was asked about where none has come yet. */
  readonly before: string;
  readonly count: number;
}

export interface Pace {
  /** Minutes between two values, as agreed; null where nothing was agreed, and then nothing is missed. */
  readonly interval: number | null;
  /** Minutes a value may be late. */
  readonly grace: number;
}

/**
 * The slots of a series in which no value came, up to an instant. A value without a number (*missing*) fills no slot:
 * it says that there is none. Values may come a little off their slot; half an interval is still the same one.
 */
export function missingSlots(
  points: readonly WaterPoint[],
  { interval, grace }: Pace,
  at: string,
): readonly MissingSlots[] {
  if (interval === null || interval <= 0) return [];
  const there = points.filter(({ value, instant }) => value !== null && instant !== null && instant <= at);
  const instants = there.map(({ instant }) => Date.parse(instant as string)).sort((a, b) => a - b);
  const found: MissingSlots[] = [];
  const say = (after: number, before: number, count: number): void => {
    if (count > 0) found.push({ after: new Date(after).toISOString(), before: new Date(before).toISOString(), count });
  };
  for (const [index, instant] of instants.entries()) {
    const next = instants[index + 1];
    if (next !== undefined) say(instant, next, Math.round((next - instant) / (interval * MINUTE)) - 1);
    else {
      const now = Date.parse(at);
      say(instant, now, Math.max(0, Math.floor((now - grace * MINUTE - instant) / (interval * MINUTE))));
    }
  }
  return found;
}

export const THRESHOLD_KINDS = ['above', 'below', 'rise', 'fall'] as const;

/** A value at which the other side is told. A value that is not agreed is null: it is shown, and never fires. */
export interface Threshold {
  readonly id: string;
  readonly kind: (typeof THRESHOLD_KINDS)[number];
  readonly value: number | null;
  readonly unit: string;
  /** Hours within which a rise or fall counts. */
  readonly hours: number | null;
}

export interface Crossing {
  readonly threshold: string;
  readonly instant: string;
  readonly value: number;
}

/**
 * Each time a series passes a threshold: the first value beyond it after one that was not. Values that are called poor
 * count too (a gauge that drowns is called that); those whose unit cannot be turned into the threshold's never do.
 */
export function crossings(
  points: readonly WaterPoint[],
  unit: string,
  thresholds: readonly Threshold[],
): readonly Crossing[] {
  const values = points
    .flatMap(({ instant, value }) => (instant === null || value === null ? [] : [{ instant, value }]))
    .sort((a, b) => (a.instant < b.instant ? -1 : 1));
  return thresholds.flatMap((threshold) => {
    const found: Crossing[] = [];
    let beyond = false;
    for (const [index, { instant, value }] of values.entries()) {
      const now = isBeyond(values, index, unit, threshold);
      if (now && !beyond) found.push({ threshold: threshold.id, instant, value });
      beyond = now;
    }
    return found;
  });
}

function isBeyond(
  values: readonly { readonly instant: string; readonly value: number }[],
  index: number,
  unit: string,
  { kind, value: limit, unit: asked, hours }: Threshold,
): boolean {
  const here = values[index];
  if (!here || limit === null) return false;
  const value = convert(here.value, unit, asked);
  if (value === null) return false;
  if (kind === 'above') return value >= limit;
  if (kind === 'below') return value <= limit;
  const since = new Date(Date.parse(here.instant) - (hours ?? 1) * 60 * MINUTE).toISOString();
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = values[at];
    if (!before || before.instant < since) return false;
    const change = value - (convert(before.value, unit, asked) ?? value);
    if ((kind === 'rise' ? change : -change) >= limit) return true;
  }
  return false;
}
