import type { XmlElement } from '../xml/read-xml.ts';
import { readTime } from './times.ts';
import { find, textOf } from './xml-paths.ts';

/** Where a series of even steps begins and how long a step is, as the file writes both; empty where it does not. */
export interface EvenSteps {
  readonly baseTime: string;
  readonly spacing: string;
}

const DURATION =
  /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** The even steps a series states in its metadata (/req/xsd-timeseries-tvp/equidistant-encoding); null where it states none. */
export function evenStepsOf(series: XmlElement): EvenSteps | null {
  const about =
    find(series, 'metadata', 'MeasurementTimeseriesMetadata') ?? find(series, 'metadata', 'TimeseriesMetadata');
  const [baseTime, spacing] = ['baseTime', 'spacing'].map((name) => textOf(about && find(about, name)));
  return baseTime || spacing ? { baseTime: baseTime ?? '', spacing: spacing ?? '' } : null;
}

/**
 * The time of the n-th point (from 0), written at the offset of the base time, else at `zone`. Months and years are
 * counted on the calendar, and end with the month where it is shorter. Null where the steps cannot be counted.
 */
export function stepper({ baseTime, spacing }: EvenSteps, zone: string | null): ((index: number) => string) | null {
  const step = DURATION.exec(spacing);
  const offset = /(Z|[+-]\d\d:?\d\d)$/.exec(baseTime)?.[1] ?? zone ?? '';
  const wall = baseTime.replace(/(Z|[+-]\d\d:?\d\d)$/, '');
  const base = readTime(wall, 'Z');
  if (!step || 'wrong' in base) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = step.slice(1).map((part) => Number(part ?? 0)) as [
    ...[number, number, number, number, number, number, number],
  ];
  const inMonths = years * 12 + months;
  const inSeconds = (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds;
  if (inMonths + inSeconds === 0) return null;
  return (index) => {
    const at = monthsAfter(base.instant, inMonths * index) + inSeconds * index * 1000;
    return `${new Date(at).toISOString().slice(0, 19)}${offset}`;
  };
}

function monthsAfter(instant: string, months: number): number {
  const from = new Date(instant);
  if (months === 0) return from.getTime();
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + months);
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), last));
  return to.getTime();
}
