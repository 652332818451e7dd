import type { Strength } from '../../vocabulary/index.ts';
import type { Role } from '../seats/index.ts';
import type { TaskState } from '../tasks/index.ts';
import type { WorkCalendar } from '../working-days/index.ts';
import {
  followingOccurrence,
  isSendingDay,
  type Ladder,
  type LadderStep,
  lastOccurrence,
  sendingDayFrom,
  stepDay,
  type Urged,
} from './ladder.ts';

/** A task as the ladder looks at it; its urgings say what was sent already. */
export type UrgedTask = Pick<
  TaskState,
  'party' | 'lead' | 'coordinators' | 'due' | 'lifecycle' | 'waiting' | 'settlement' | 'urgings'
> & {
  readonly id: string;
  /** The strongest word among its commitments. */
  readonly strength: Strength;
  /** False where all it serves is support or a position. */
  readonly owed: boolean;
};

/** A post that is urged; without a unit, the one of the whole side. */
export interface UrgedPost {
  readonly party: string;
  readonly unit: string | null;
  readonly role: Role;
}

/** That a unit is urged over a task, on a day and at a level of the ladder. */
export interface LadderUrging {
  readonly task: string;
  /** The unit that owes: the lead, or a coordinator with a day of its own. */
  readonly unit: string;
  /** ISO date of what it owes. */
  readonly due: string;
  /** Of the ladder; 0 reminds of a periodic report. */
  readonly level: number;
  /** ISO date it is sent. */
  readonly day: string;
  readonly channel: LadderStep['channel'];
  readonly to: readonly UrgedPost[];
}

/** What urging goes by. `above` gives the unit over a unit, or null at the top. */
export interface UrgingRules {
  readonly ladder: Ladder;
  readonly calendar: WorkCalendar;
  readonly above: (unit: string) => string | null;
}

/** What a unit owes of a task. */
export interface Debt {
  readonly task: UrgedTask;
  readonly unit: string;
  readonly due: string;
}

/**
 * Who is to be urged on a day. Each unit is urged over a task at one level only, the highest it has come to: after days on which
 * nothing was sent, no step is made up for. What was sent since that step's day is not sent again; a later due day (an extension)
 * begins the ladder anew.
 * @param tasks of one side or several; those without a day, waiting, settled or reported done are passed over
 * @param day ISO date; on a quiet or free day nobody is urged
 */
export function urgingsDue(tasks: readonly UrgedTask[], rules: UrgingRules, day: string): LadderUrging[] {
  if (!isSendingDay(rules.ladder, rules.calendar, day)) return [];
  return tasks.flatMap((task) => debtsOf(task)).flatMap((debt) => urgingOf(debt, rules, day) ?? []);
}

/** What comes next for a task, unit by unit, if nothing changes: what the one who is escalated can see coming. */
export function urgingsAhead(task: UrgedTask, rules: UrgingRules, day: string): LadderUrging[] {
  return debtsOf(task).flatMap((debt) => {
    const now = isSendingDay(rules.ladder, rules.calendar, day) ? urgingOf(debt, rules, day) : null;
    return now ?? nextOf(debt, rules, day) ?? [];
  });
}

/** The lead owes the task; a coordinator that has not given its part owes that, where it has a day of its own. */
export function debtsOf(task: UrgedTask): Debt[] {
  if (task.settlement !== null || task.waiting !== null || !task.owed) return [];
  if (['settled', 'disputed', 'closed'].includes(task.lifecycle)) return [];
  const parts = task.coordinators.flatMap(({ unit, due, given }) =>
    given || due === null ? [] : [{ task, unit, due }],
  );
  const whole =
    task.due === null || task.lifecycle === 'reported-done' ? [] : [{ task, unit: task.lead, due: task.due }];
  return [...whole, ...parts];
}

/** The steps of a ladder that apply to a task, in the order of their levels. */
export function stepsFor(
  { strength, lifecycle }: Pick<UrgedTask, 'strength' | 'lifecycle'>,
  { steps }: Ladder,
): readonly LadderStep[] {
  return steps.filter(
    ({ strengths, lifecycles }) => (strengths?.includes(strength) ?? true) && (lifecycles?.includes(lifecycle) ?? true),
  );
}

function urgingOf(debt: Debt, rules: UrgingRules, day: string): LadderUrging | null {
  const step = reachedStep(debt, rules, day);
  return step === null ? null : urging(debt, step, day, rules);
}

/** The highest step the debt has come to by a day, where it was not sent yet. */
function reachedStep(debt: Debt, { ladder, calendar }: UrgingRules, day: string): LadderStep | null {
  const reached = stepsFor(debt.task, ladder)
    .map((step) => ({ step, since: lastOccurrence(ladder, step, debt.due, day, calendar) }))
    .findLast(({ since }) => since !== null);
  if (reached === undefined || reached.since === null || wasSent(debt, reached.step.level, reached.since)) return null;
  return reached.step;
}

function nextOf(debt: Debt, rules: UrgingRules, day: string): LadderUrging | null {
  const { ladder, calendar } = rules;
  const coming = stepsFor(debt.task, ladder).flatMap((step) => {
    const last = lastOccurrence(ladder, step, debt.due, day, calendar);
    const next =
      last === null ? stepDay(ladder, step, debt.due, calendar) : followingOccurrence(ladder, step, last, calendar);
    return next === null ? [] : [{ step, next }];
  });
  const missed = reachedStep(debt, rules, day);
  if (missed !== null) coming.push({ step: missed, next: sendingDayFrom(ladder, calendar, day) });
  const [first] = coming.sort((a, b) => (a.next === b.next ? b.step.level - a.step.level : a.next < b.next ? -1 : 1));
  return first === undefined ? null : urging(debt, first.step, first.next, rules);
}

/** A step above the one asked for counts as well: nobody is urged more gently after a letter. */
function wasSent({ task, unit }: Debt, level: number, since: string): boolean {
  return task.urgings.some((one) => one.level >= level && one.to.includes(unit) && one.at.slice(0, 10) >= since);
}

function urging(debt: Debt, { level, channel, to }: LadderStep, day: string, { above }: UrgingRules): LadderUrging {
  return { task: debt.task.id, unit: debt.unit, due: debt.due, level, day, channel, to: postsOf(debt, to, above) };
}

/** The posts that an urging over a debt goes to, each once. */
export function postsOf(debt: Debt, to: readonly Urged[], above: UrgingRules['above']): UrgedPost[] {
  const seen = new Set<string>();
  return to
    .flatMap((urged) => postsFor(debt, urged, above))
    .filter(({ unit, role }) => !seen.has(`${unit} ${role}`) && seen.add(`${unit} ${role}`));
}

function postsFor({ task, unit }: Debt, urged: Urged, above: (unit: string) => string | null): UrgedPost[] {
  const { party } = task;
  switch (urged) {
    case 'reporter':
      return [{ party, unit, role: 'reporter' }];
    case 'head':
      return [{ party, unit, role: 'unit-head' }];
    case 'coordinators': {
      const open = unit === task.lead ? task.coordinators.filter(({ given, due }) => !given && due === null) : [];
      return open.map((one) => ({ party, unit: one.unit, role: 'unit-head' }));
    }
    case 'above': {
      const over = above(unit);
      return over === null ? [] : [{ party, unit: over, role: 'unit-head' }];
    }
    default:
      return [{ party, unit: null, role: urged }];
  }
}
