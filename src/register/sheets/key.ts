import { PERIOD_NAMES, type PeriodName, type ReportingPeriod } from '../periods/index.ts';

/** What a row of a sheet is of, and the version that was seen when it went out. */
export interface SheetKey {
  readonly noun: 'task' | 'commitment' | 'report';
  readonly id: string;
  readonly version: number;
  /** Of a report: who reports, and for which period (null out of turn). */
  readonly unit: string | null;
  readonly period: ReportingPeriod | null;
}

/** The key as it stands in its hidden cell. */
export function writeKey({ noun, id, version, unit, period }: SheetKey): string {
  const about = unit !== null ? `!${unit}!${period === null ? '' : `${period.name},${period.from},${period.to}`}` : '';
  return `${noun}:${id}@${version}${about}`;
}

const KEY =
  /^(task|commitment|report):([^@!\s]{1,100})@([1-9]\d{0,8})(?:!([^!\s]{1,100})!(?:([a-z-]+),(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d))?)?$/;

/** The key a cell holds, or null where it holds none. */
export function readKey(text: string): SheetKey | null {
  const [, noun, id = '', version, unit, name, from = '', to = ''] = KEY.exec(text.trim()) ?? [];
  if (noun === undefined || (noun === 'report' && unit === undefined)) return null;
  const known = PERIOD_NAMES.find((one) => one === name) as PeriodName | undefined;
  if (name !== undefined && known === undefined) return null;
  return {
    noun: noun as SheetKey['noun'],
    id,
    version: Number(version),
    unit: unit ?? null,
    period: known === undefined ? null : { name: known, from, to },
  };
}
