import { addDays } from '../../kernel/index.ts';
import type { TaskState } from '../tasks/index.ts';
import type { WorkCalendar } from '../working-days/index.ts';
import { type DutyStanding, dutyStandings, type PeriodRules, type ReportDuty, reportDuties } from './duties.ts';

/** What the reports owed of a task depend on. */
export type ReportingTask = Pick<TaskState, 'lead' | 'every' | 'owedFrom' | 'reports' | 'settlement'>;

/** A report that the lead owes or owed, and the one that answers it. */
export interface OwedReport extends ReportDuty {
  readonly standing: DutyStanding;
  /** Id of the lead's report for exactly this period, also while it is a draft or returned; null before there is one. */
  readonly report: string | null;
}

/**
 * The reports a lead owes by a day: one for every period since its period was set, up to the one the day lies in. What is settled owes none
 * for the period that was running then, though one that was handed in stands, and none for later ones; where no period is set nothing is owed.
 * @param day ISO date
 */
export function reportsOwed(
  task: ReportingTask,
  rules: PeriodRules,
  calendar: WorkCalendar,
  day: string,
): OwedReport[] {
  const end = task.settlement !== null && task.settlement.day < day ? task.settlement.day : day;
  const duties: ReportDuty[] = [];
  for (const duty of dutiesFrom(task, rules, calendar)) {
    if (duty.period.from > end) break;
    duties.push(duty);
  }
  const reports = task.reports.filter(({ unit }) => unit === task.lead);
  const submitted = reports
    .filter(isHandedIn)
    .map(({ period, handedIn }) => ({ period, day: handedIn?.slice(0, 10) ?? day }));
  return dutyStandings(duties, submitted, day)
    .map((duty) => ({
      ...duty,
      report: reports.findLast(({ period }) => isOf(period, duty))?.id ?? null,
    }))
    .filter(({ period, standing }) => isIn(standing) || task.settlement === null || period.to <= task.settlement.day);
}

/** The earliest report that is still to be handed in, whatever the day; null where none is owed any more, or none yet. */
export function nextReport(task: ReportingTask, rules: PeriodRules, calendar: WorkCalendar): ReportDuty | null {
  if (task.settlement !== null) return null;
  const given = task.reports.filter((report) => report.unit === task.lead && isHandedIn(report));
  for (const duty of dutiesFrom(task, rules, calendar)) {
    if (!given.some(({ period }) => isOf(period, duty))) return duty;
  }
  return null;
}

/** Every duty from the day on which reports are owed, without end. */
function* dutiesFrom({ every, owedFrom }: ReportingTask, rules: PeriodRules, calendar: WorkCalendar) {
  for (let from = owedFrom; every !== null && from !== null; ) {
    const [duty] = reportDuties(rules, every, from, 1, calendar) as [ReportDuty];
    yield duty;
    from = addDays(duty.period.to, 1);
  }
}

function isIn(standing: DutyStanding): boolean {
  return standing === 'in-time' || standing === 'in-late';
}

/** It lies with the secretariat, or counts; what the unit's head still has, or has back, is not handed in. */
function isHandedIn({ stage }: ReportingTask['reports'][number]): boolean {
  return stage === 'forwarded' || stage === 'taken';
}

function isOf(period: ReportDuty['period'] | null, duty: ReportDuty): boolean {
  return period !== null && period.name === duty.period.name && period.to === duty.period.to;
}
