import { wallTime, zoneOfParty } from '../../../notices/index.ts';
import type { WaterPoint, WaterRow } from '../../data/water.ts';

/** The clocks of both sides, which are an hour apart. */
export const ZONES = ['VN', 'CN'].map((party) => ({ party, zone: zoneOfParty(party) }));

/** An instant by the clocks of both sides: `06:00 +07 · 07:00 +08`, with the day before it. */
export function bothTimes(instant: string): string {
  const [here, there] = ZONES.map(({ zone }) => wallTime(instant, zone));
  if (!here || !there) return instant;
  const short = (offset: string) => offset.replace(':00', '');
  const other = there.day === here.day ? there.time : `${there.day} ${there.time}`;
  return `${here.day} ${here.time} ${short(here.offset)} · ${other} ${short(there.offset)}`;
}

export function nameOf({ station }: Pick<WaterRow, 'station'>): string {
  return station.name || station.id;
}

/** A number as the reader's language writes it, with its unit. */
export function measured(value: number | null, unit: string, tag: string): string {
  return value === null ? '–' : `${value.toLocaleString(tag, { maximumFractionDigits: 6 })} ${unit}`;
}

/** How a threshold is told from others on the chart, worst last. */
export function isDoubtful({ quality, censored }: WaterPoint): boolean {
  return censored !== null || quality === 'suspect' || quality === 'poor' || quality === 'estimate';
}
