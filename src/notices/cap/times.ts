import type { CapRule } from './rules.ts';

const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([+-])(\d\d):(\d\d)$/;

/**
 * What is wrong with a time (3.3.2: `2026-07-21T06:30:00+07:00`; a number for the zone, never a letter; UTC is -00:00).
 * The pattern of the schema, `[-,+]`, lets a comma stand for the sign: it is caught here.
 */
export function timeRule(text: string): CapRule | null {
  const parts = FORM.exec(text);
  if (!parts) {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[zZ]$/.test(text)) return 'time-utc';
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,\d\d:\d\d$/.test(text) ? 'time-comma' : 'time-form';
  }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    ...[number, number, number, number, number, number],
  ];
  const [offsetHours, offsetMinutes] = [Number(parts[8]), Number(parts[9])];
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  // The end of a day may be written 24:00:00 (XML Schema, 3.2.7).
  const end = hour === 24 && minute === 0 && second === 0;
  if (!real || (hour > 23 && !end) || minute > 59 || second > 59) return 'time-impossible';
  if (offsetMinutes > 59 || offsetHours * 60 + offsetMinutes > 14 * 60) return 'time-impossible';
  return text.endsWith('+00:00') ? 'time-plus-zero' : null;
}

/** The instant of a time that `timeRule` finds nothing wrong with, in milliseconds; null of anything else. */
export function instantOf(text: string | null): number | null {
  if (text === null || !FORM.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

/** An instant as CAP writes it, at an offset in minutes east of Greenwich; UTC as -00:00. */
export function capTime(instant: string | number, offset: number): string {
  const local = new Date(new Date(instant).getTime() + offset * 60_000).toISOString().slice(0, 19);
  if (offset === 0) return `${local}-00:00`;
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
