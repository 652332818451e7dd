import type { Settlement, TaskState } from './model.ts';

/**
 * Whether a task is on time: the second axis of its status (Decision 42/2014/QĐ-TTg as amended by 23/2018: done on time, done
 * late, in progress in time, in progress overdue), with what these four leave out.
 */
export const TIMELINESS = [
  'done-on-time',
  'done-late',
  'in-time',
  'overdue',
  'no-deadline',
  'waiting',
  'not-due',
] as const;
export type Timeliness = (typeof TIMELINESS)[number];

/** What timeliness looks at. */
export type TimedTask = Pick<TaskState, 'due'> & {
  readonly waiting: object | null;
  readonly settlement: Pick<Settlement, 'outcome' | 'day'> | null;
  /** False where all it serves is support or a position: that is never late. */
  readonly owed: boolean;
};

/**
 * The timeliness of a task on a day (ISO date). A day counts to its end: what is due today is in time. What was dropped is
 * due no more; what was broken is overdue for good.
 */
export function timelinessOf({ due, waiting, settlement, owed }: TimedTask, day: string): Timeliness {
  if (!owed || settlement?.outcome === 'dropped') return 'not-due';
  if (settlement === null && waiting !== null) return 'waiting';
  if (due === null) return 'no-deadline';
  if (settlement?.outcome === 'done') return settlement.day <= due ? 'done-on-time' : 'done-late';
  if (settlement?.outcome === 'broken') return 'overdue';
  return day <= due ? 'in-time' : 'overdue';
}

/** The four that make up "tasks due": the denominator of a rate of punctuality. */
export const DUE_TIMELINESS = [
  'done-on-time',
  'done-late',
  'in-time',
  'overdue',
] as const satisfies readonly Timeliness[];
