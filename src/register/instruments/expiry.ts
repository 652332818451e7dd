import { addMonths, lastDayOf } from '../../kernel/index.ts';

/** An instrument as its alarms look at it. Dates may name only a year or a month (ISO). */
export interface TermedInstrument {
  readonly id: string;
  readonly parties: readonly string[];
  readonly expires: string | null;
  /** The instrument that took its place, or renewed it. */
  readonly successor: string | null;
}

/** Months ahead of the last day at which an instrument is brought up. */
export const ALARM_MONTHS = [12, 6, 3] as const;

export interface ExpiryAlarm {
  readonly instrument: string;
  /** ISO date, the last of its term. */
  readonly lastDay: string;
  /** The nearest alarm reached; 0 once the term is over and nothing says that it was renewed: a person is asked. */
  readonly months: (typeof ALARM_MONTHS)[number] | 0;
}

/** The instruments whose term ends within a year of a day (ISO date), or has ended without a successor; the nearest end first. */
export function expiryAlarms(instruments: readonly TermedInstrument[], day: string): ExpiryAlarm[] {
  const alarms = instruments.flatMap(({ id, expires, successor }): ExpiryAlarm[] => {
    if (expires === null || successor !== null) return [];
    const lastDay = lastDayOf(expires);
    if (lastDay < day) return [{ instrument: id, lastDay, months: 0 }];
    const months = ALARM_MONTHS.findLast((ahead) => addMonths(day, ahead) >= lastDay);
    return months === undefined ? [] : [{ instrument: id, lastDay, months }];
  });
  return alarms.sort((a, b) => (a.lastDay === b.lastDay ? 0 : a.lastDay < b.lastDay ? -1 : 1));
}
