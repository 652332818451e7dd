const FORM = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** An instant in UTC (`2026-07-21T00:00:00.000Z`); or what is wrong: not a time at all, or without an offset. */
export type TimeRead =
  | { readonly instant: string; readonly zoned: boolean }
  | { readonly wrong: 'time-form' | 'time-offset' };

/**
 * Reads a time of ISO 8601. Between two neighbours an hour apart a time without an offset means nothing, so it is only
 * read where `zone` (`+07:00`) is stated elsewhere; `zoned` tells whether the time itself had one.
 */
export function readTime(text: string, zone: string | null = null): TimeRead {
  const parts = FORM.exec(text.trim());
  if (!parts) return { wrong: 'time-form' };
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', own] = parts;
  const minutes = offsetOf(own ?? zone ?? '');
  if (minutes === null) return { wrong: own === undefined ? 'time-offset' : 'time-form' };
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const at = Date.parse(wall);
  // Days that a month has not are moved on by the parser; the text must come back as it was.
  if (Number.isNaN(at) || new Date(at).toISOString() !== wall) return { wrong: 'time-form' };
  return { instant: new Date(at - minutes * 60_000).toISOString(), zoned: own !== undefined };
}

/** Minutes east of Greenwich of `Z`, `+07`, `+0700`, `+07:00`; null of anything else, and of more than 14 hours. */
export function offsetOf(zone: string): number | null {
  if (zone === 'Z') return 0;
  const parts = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone);
  if (!parts) return null;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  if (minutes > 14 * 60 || Number(parts[3] ?? 0) > 59) return null;
  return parts[1] === '-' ? -minutes : minutes;
}
