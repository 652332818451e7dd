import { addDays } from '../../kernel/index.ts';
import { isSendingDay, sendingDayUpTo } from './ladder.ts';
import { escalatedTo, escalates, stepsComing, urgedDebts } from './steps-coming.ts';
import {
  type LadderUrging,
  postsOf,
  stepsFor,
  type UrgedPost,
  type UrgedTask,
  type UrgingRules,
} from './urgings-due.ts';

/** Days before something is escalated that its unit is told so at the latest. */
export const TOLD_BEFORE = 7;

/** That something will be escalated, if nothing changes, and who is told so beforehand. */
export interface EscalationComing {
  /** With the day on which it is sent, and the posts beyond the units that owe. */
  readonly urging: LadderUrging;
  /** Reporter and head of the unit that owes. */
  readonly told: readonly UrgedPost[];
  /** It is told for the first time on this day: reason enough for a digest of its own. */
  readonly first: boolean;
}

/**
 * What will be escalated over the heads of a task's units within days, unit by unit: from the last day on which people are told
 * anything, a week before, until it is sent.
 * @param day ISO date; on a quiet or free day nobody is told
 */
export function escalationsComing(task: UrgedTask, rules: UrgingRules, day: string): EscalationComing[] {
  const { ladder, calendar } = rules;
  if (!isSendingDay(ladder, calendar, day)) return [];
  return urgedDebts(task).flatMap(({ unit, due }) => {
    const [next] = stepsComing(rules, stepsFor(task, ladder), due, day)
      .filter((one) => escalates(one.step) && one.day > day)
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    if (next === undefined) return [];
    const from = sendingDayUpTo(ladder, calendar, addDays(next.day, -TOLD_BEFORE));
    if (day < from) return [];
    const { level, channel } = next.step;
    const to = postsOf({ task, unit, due }, escalatedTo(next.step), rules.above);
    const told = (['reporter', 'unit-head'] as const).map((role) => ({ party: task.party, unit, role }));
    const urging = { task: task.id, unit, due, level, day: next.day, channel, to };
    return to.length === 0 ? [] : [{ urging, told, first: day === from }];
  });
}
