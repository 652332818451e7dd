import { type WorkCalendar, workingDaysBetween } from '../working-days/index.ts';
import { isSendingDay, type Ladder } from './ladder.ts';
import type { LadderUrging } from './urgings-due.ts';

/** A task whose lead owes a periodic report. */
export interface LeadOwingReport {
  readonly task: string;
  readonly party: string;
  readonly lead: string;
  /** ISO date by which it was to be handed in. */
  readonly by: string;
}

/** The level of a reminder of a report: below the ladder, which is of the task itself. */
export const REPORT_REMINDER = 0;

/**
 * Who is reminded on a day of a periodic report that is late: reporter and head of the lead, so many working days after it was
 * due as the ladder says. Nothing of it enters the log of the task, for the report, not the task, is late.
 * @param day ISO date; on a quiet or free day nobody is reminded
 */
export function lateReports(
  owed: readonly LeadOwingReport[],
  { ladder, calendar }: { readonly ladder: Ladder; readonly calendar: WorkCalendar },
  day: string,
): LadderUrging[] {
  if (!isSendingDay(ladder, calendar, day)) return [];
  return owed
    .filter(({ by }) => by < day && ladder.reports.includes(workingDaysBetween(calendar, by, day)))
    .map(({ task, party, lead: unit, by: due }) => ({
      ...{ task, unit, due, level: REPORT_REMINDER, day, channel: 'digest' as const },
      to: [
        { party, unit, role: 'reporter' as const },
        { party, unit, role: 'unit-head' as const },
      ],
    }));
}
