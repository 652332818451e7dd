import type { z } from 'zod';
import { addDays, dayOf } from '../../kernel/index.ts';
import { addWorkingDays, type WorkCalendar } from '../working-days/index.ts';
import file from './data/rules.json' with { type: 'json' };
import type { PeriodName, ReportingPeriod } from './model.ts';
import type { periodRulesFileSchema, periodRulesSchema } from './schema.ts';

export type PeriodRules = z.infer<typeof periodRulesSchema>;

const RULES = file as z.infer<typeof periodRulesFileSchema>;

/** How a relation cuts its reporting periods: by its own rules, else by those for all. */
export function periodRulesOf(relation: string): PeriodRules {
  return RULES.relations.find((one) => one.relation === relation) ?? RULES.default;
}

/** The period of that name in which a day lies. */
export function periodOf(rules: PeriodRules, name: PeriodName, day: string): ReportingPeriod {
  const year = Number(day.slice(0, 4));
  const ends = [year - 1, year, year + 1].flatMap((one) => endsOf(rules.periods[name], one));
  const next = ends.findIndex((end) => day <= end);
  return { name, from: addDays(ends[next - 1] as string, 1), to: ends[next] as string };
}

type PeriodRule = PeriodRules['periods'][PeriodName];

/** The last days of the periods of a year, reckoned once: a list of tasks asks for the same few again and again. */
const reckoned = new WeakMap<PeriodRule, Map<number, readonly string[]>>();

function endsOf(rule: PeriodRule, year: number): readonly string[] {
  const years = reckoned.get(rule) ?? new Map<number, readonly string[]>();
  reckoned.set(rule, years);
  const ends = years.get(year) ?? rule.ends.map((end) => dayOf(year, end.month, end.day));
  years.set(year, ends);
  return ends;
}

/** One report that a unit owes. */
export interface ReportDuty {
  readonly period: ReportingPeriod;
  /** ISO date by which it is to be there; null where the relation has set no submission day. */
  readonly submit: string | null;
}

/**
 * The next reports owed from a day on: first the one of the period the day lies in, with all of that period's days.
 * @param every how often the unit reports; null where nobody has set it, and then nothing is owed
 * @param calendar counts submission days given in working days
 */
export function reportDuties(
  rules: PeriodRules,
  every: PeriodName | null,
  from: string,
  count: number,
  calendar: WorkCalendar,
): ReportDuty[] {
  const duties: ReportDuty[] = [];
  for (let day = from; every !== null && duties.length < count; ) {
    const period = periodOf(rules, every, day);
    duties.push({ period, submit: submissionDay(rules, period, calendar) });
    day = addDays(period.to, 1);
  }
  return duties;
}

function submissionDay(rules: PeriodRules, { name, to }: ReportingPeriod, calendar: WorkCalendar): string | null {
  const submit = rules.periods[name].submit;
  if (submit === null) return null;
  return submit.of === 'days' ? addDays(to, submit.after) : addWorkingDays(calendar, to, submit.after);
}

/**
 * How a report stands on a day. `running`: its period is not over; `to-submit`: it is, and there is time; `late`: no report on the
 * day it was to be there; `day-not-set`: the period is over and no submission day is set; `in-time`, `in-late`: it was submitted.
 */
export const DUTY_STANDINGS = ['late', 'to-submit', 'day-not-set', 'running', 'in-late', 'in-time'] as const;
export type DutyStanding = (typeof DUTY_STANDINGS)[number];

/** How a report stands that was not handed in. */
export const OPEN_DUTIES = ['late', 'to-submit', 'day-not-set', 'running'] as const satisfies readonly DutyStanding[];
export type OpenDuty = (typeof OPEN_DUTIES)[number];

/**
 * How each duty stands on a day. A report answers the duty of exactly its period.
 * @param submitted the reports handed in, with the ISO date they were
 */
export function dutyStandings(
  duties: readonly ReportDuty[],
  submitted: readonly { readonly period: ReportingPeriod | null; readonly day: string }[],
  day: string,
): (ReportDuty & { readonly standing: DutyStanding })[] {
  return duties.map((duty) => {
    const days = submitted.filter(({ period }) => isSame(period, duty.period)).map((one) => one.day);
    const first = days.filter((one) => one <= day).sort()[0];
    return { ...duty, standing: standingOf(duty, first, day) };
  });
}

function standingOf({ period, submit }: ReportDuty, submitted: string | undefined, day: string): DutyStanding {
  if (submitted !== undefined) return submit === null || submitted <= submit ? 'in-time' : 'in-late';
  if (day <= period.to) return 'running';
  if (submit === null) return 'day-not-set';
  return day <= submit ? 'to-submit' : 'late';
}

function isSame(one: ReportingPeriod | null, other: ReportingPeriod): boolean {
  return one !== null && one.name === other.name && one.from === other.from && one.to === other.to;
}
