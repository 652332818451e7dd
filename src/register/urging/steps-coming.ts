import { STRENGTHS, type Strength } from '../../vocabulary/index.ts';
import { LIFECYCLES, type Lifecycle } from '../tasks/index.ts';
import type { WorkCalendar } from '../working-days/index.ts';
import {
  followingOccurrence,
  type Ladder,
  type LadderStep,
  lastOccurrence,
  sendingDayFrom,
  stepDay,
  type Urged,
} from './ladder.ts';
import { debtsOf, stepsFor, type UrgedTask } from './urgings-due.ts';

/** What a unit owes on a day, with what the ladder sent over it so far. */
export interface UrgedDebt {
  readonly unit: string;
  /** ISO date. */
  readonly due: string;
  /** By level, from 1 on: the last ISO date on which the unit was urged at that level or a higher one; null where never. */
  readonly urged: readonly (string | null)[];
}

/** What the ladder looks at of a task: what its lead owes, and what coordinators with a day of their own do. */
export function urgedDebts(task: UrgedTask): UrgedDebt[] {
  return debtsOf(task).map(({ unit, due }) => {
    const sent = task.urgings.filter(({ to }) => to.includes(unit));
    const highest = Math.max(0, ...sent.map(({ level }) => level));
    const urged = Array.from({ length: highest }, (_, index) =>
      sent
        .filter(({ level }) => level > index)
        .map(({ at }) => at.slice(0, 10))
        .reduce((last, day) => (day > last ? day : last)),
    );
    return { unit, due, urged };
  });
}

/** Whom a step brings in besides the units that owe: what is escalated goes to them. */
export const ESCALATED_TO = ['above', 'secretariat', 'leader'] as const satisfies readonly Urged[];

/** Whether a step goes beyond the units that owe. */
export function escalates({ to }: Pick<LadderStep, 'to'>): boolean {
  return escalatedTo({ to }).length > 0;
}

/** Whom beyond the units that owe a step goes to. */
export function escalatedTo({ to }: Pick<LadderStep, 'to'>): readonly Urged[] {
  return ESCALATED_TO.filter((one) => to.includes(one));
}

/** Tasks to which the same steps of a ladder apply. */
export interface LadderClass {
  readonly of: readonly (readonly [Strength, Lifecycle])[];
  /** In the order of their levels. */
  readonly steps: readonly LadderStep[];
}

/** The classes of a ladder: every strength with every lifecycle stands in exactly one. */
export function ladderClasses(ladder: Ladder): LadderClass[] {
  const all = STRENGTHS.flatMap((strength) => LIFECYCLES.map((lifecycle) => [strength, lifecycle] as const));
  const steps = ([strength, lifecycle]: (typeof all)[number]) => stepsFor({ strength, lifecycle }, ladder);
  const same = Map.groupBy(all, (one) =>
    steps(one)
      .map(({ level }) => level)
      .join(),
  );
  return [...same.values()].map((of) => ({ of, steps: steps(of[0] as (typeof all)[number]) }));
}

/** A step of the ladder that is still to come for what is due on a day. */
export interface StepComing {
  readonly step: LadderStep;
  /** ISO date it is sent, if nothing changes. */
  readonly day: string;
  /** ISO date from which on it was to be sent already: it comes only where it was not sent since; null of any other. */
  readonly missedSince: string | null;
}

/**
 * Every step that comes for what is due on `due`, seen from `day` on: each once, a repeated one with its next day, and the highest that
 * was reached already in case it was not sent. Of several on one day the highest alone is sent.
 * @param steps those that apply, in the order of their levels
 */
export function stepsComing(
  { ladder, calendar }: { readonly ladder: Ladder; readonly calendar: WorkCalendar },
  steps: readonly LadderStep[],
  due: string,
  day: string,
): StepComing[] {
  const reached = steps.map((step) => ({ step, since: lastOccurrence(ladder, step, due, day, calendar) }));
  const highest = reached.findLast(({ since }) => since !== null);
  const coming = reached.flatMap(({ step, since }) => {
    const next =
      since === null ? stepDay(ladder, step, due, calendar) : followingOccurrence(ladder, step, since, calendar);
    return next === null ? [] : [{ step, day: next, missedSince: null }];
  });
  const missed =
    highest === undefined || highest.since === null
      ? []
      : [{ step: highest.step, day: sendingDayFrom(ladder, calendar, day), missedSince: highest.since }];
  const all: StepComing[] = [...missed, ...coming];
  return all.filter((one) => !all.some((other) => other.day === one.day && other.step.level > one.step.level));
}
