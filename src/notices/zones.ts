/** Time zones by side; any other is named by the duty post. */
const ZONE_OF_PARTY: Readonly<Record<string, string>> = { VN: 'Asia/Ho_Chi_Minh', CN: 'Asia/Shanghai' };

/** The time zone (IANA) of a side whose posts name none of their own. */
export function zoneOfParty(party: string): string {
  return ZONE_OF_PARTY[party] ?? 'UTC';
}

/** An instant as the clocks of a zone show it. */
export interface WallTime {
  /** ISO date. */
  readonly day: string;
  /** Hours and minutes, `23:05`. */
  readonly time: string;
  /** `+07:00`. */
  readonly offset: string;
  /** Whether the clocks are put forward for the summer. */
  readonly daylight: boolean;
}

const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...digits });
  formats.set(zone, format);
  return format;
}

/** Whether a name is a time zone this machine knows. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

function wallOf(ms: number, zone: string): { readonly day: string; readonly time: string } {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** Minutes that a zone is ahead of UTC at an instant. */
function offsetAt(ms: number, zone: string): number {
  const { day, time } = wallOf(ms, zone);
  return Math.round((Date.parse(`${day}T${time}Z`) - Math.floor(ms / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
}

/** What the clocks of a zone show at an ISO instant. */
export function wallTime(instant: string, zone: string): WallTime {
  const ms = new Date(instant).getTime();
  const offset = offsetAt(ms, zone);
  const year = new Date(ms).getUTCFullYear();
  const standard = Math.min(offsetAt(Date.UTC(year, 0, 1), zone), offsetAt(Date.UTC(year, 6, 1), zone));
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    ...wallOf(ms, zone),
    offset: `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`,
    daylight: offset !== standard,
  };
}

/**
 * The instant at which the clocks of a zone show a day and time, ISO, UTC. A time that is skipped when clocks go forward is taken as that
 * much later; of one that comes twice, the first.
 */
export function instantOf(day: string, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}Z`);
  const candidates = [wall - 86_400_000, wall + 86_400_000].map((near) => wall - offsetAt(near, zone) * MINUTE_MS);
  const exact = candidates.filter((ms) => offsetAt(ms, zone) * MINUTE_MS === wall - ms);
  const [before] = candidates;
  return new Date(exact.length > 0 ? Math.min(...exact) : (before as number)).toISOString();
}
