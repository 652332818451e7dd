import type { SentenceReading } from '../reading/unit.ts';
import type { PhraseFinder } from './phrase-finder.ts';

/** A sentence's reading without the units whose head verb stands in a phrase taught to be no act. */
export function withoutNonActs(reading: SentenceReading, text: string, finder: PhraseFinder | null): SentenceReading {
  if (finder === null || reading.units.length === 0) return reading;
  const phrases = finder.find(text);
  if (phrases.length === 0) return reading;
  const units = reading.units.filter(
    ({ actionStart, actionEnd }) => !phrases.some(({ start, end }) => start < actionEnd && actionStart < end),
  );
  if (units.length === reading.units.length) return reading;
  return { ...reading, units, reason: units.length === 0 ? 'none:taught' : reading.reason };
}
