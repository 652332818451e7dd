import type { z } from 'zod';
import { addDays } from '../../kernel/index.ts';
import { addWorkingDays, type WorkCalendar } from '../working-days/index.ts';
import file from './data/ladders.json' with { type: 'json' };
import type { ladderSchema, laddersFileSchema, URGED } from './schema.ts';

export type Ladder = z.infer<typeof ladderSchema>;
export type LadderStep = Ladder['steps'][number];
export type Urged = (typeof URGED)[number];

const LADDERS = file as z.infer<typeof laddersFileSchema>;

/** The ladder a relation urges by: its own, else the one for all. */
export function ladderOf(relation: string): Ladder {
  return LADDERS.relations.find((one) => one.relation === relation) ?? LADDERS.default;
}

/** Whether anybody is urged on a day: a working day that lies in no quiet stretch. */
export function isSendingDay(ladder: Ladder, calendar: WorkCalendar, day: string): boolean {
  return calendar(day).working && !ladder.quiet.some(({ from, to }) => from <= day && day <= to);
}

/**
 * The day a step is sent for something due on `due`. A step before the due day that falls on a quiet day is sent earlier, so
 * that it still comes in time; any other later.
 */
export function stepDay(ladder: Ladder, step: LadderStep, due: string, calendar: WorkCalendar): string {
  const day = step.of === 'days' ? addDays(due, step.days) : addWorkingDays(calendar, due, step.days);
  return sendingDay(ladder, calendar, day, step.days < 0 ? -1 : 1);
}

/** The last day up to `day` on which the step was to be sent, again and again where it is repeated; null before the first. */
export function lastOccurrence(
  ladder: Ladder,
  step: LadderStep,
  due: string,
  day: string,
  calendar: WorkCalendar,
): string | null {
  let last: string | null = null;
  for (let next: string | null = stepDay(ladder, step, due, calendar); next !== null && next <= day; ) {
    last = next;
    next = followingOccurrence(ladder, step, last, calendar);
  }
  return last;
}

/** The day a repeated step comes after it was sent; null where it comes once. */
export function followingOccurrence(
  ladder: Ladder,
  step: LadderStep,
  sent: string,
  calendar: WorkCalendar,
): string | null {
  return step.again === null ? null : sendingDay(ladder, calendar, addDays(sent, step.again), 1);
}

/** The day itself where people are urged on it, else the next such. */
export function sendingDayFrom(ladder: Ladder, calendar: WorkCalendar, day: string): string {
  return sendingDay(ladder, calendar, day, 1);
}

/** The day itself where people are urged on it, else the last such before it. */
export function sendingDayUpTo(ladder: Ladder, calendar: WorkCalendar, day: string): string {
  return sendingDay(ladder, calendar, day, -1);
}

function sendingDay(ladder: Ladder, calendar: WorkCalendar, day: string, way: number): string {
  let at = day;
  while (!isSendingDay(ladder, calendar, at)) at = addDays(at, way);
  return at;
}
