import type { PaperFacts, PaperTask } from './facts.ts';

/** Whether a task is done. */
export const isDone = ({ outcome }: PaperTask): boolean => outcome === 'done';
export const isDisputed = ({ lifecycle }: PaperTask): boolean => lifecycle === 'disputed';
/** Something stands in its way and nobody has cleared it. */
export const isStuck = ({ obstacles, outcome }: PaperTask): boolean => outcome === null && obstacles.length > 0;
export const isLate = ({ timeliness, outcome }: PaperTask): boolean => timeliness === 'overdue' && outcome === null;
export const isEnded = ({ outcome }: PaperTask): boolean => outcome === 'broken' || outcome === 'dropped';

/** How many tasks stand where; every task is counted once. */
export function countsOf({ tasks }: Pick<PaperFacts, 'tasks'>) {
  const of = (test: (task: PaperTask) => boolean) => tasks.filter(test).length;
  const done = of(isDone);
  const late = of((task) => !isDone(task) && isLate(task));
  const ended = of((task) => isEnded(task));
  return { all: tasks.length, done, late, ended, moving: tasks.length - done - late - ended };
}

/**
 * Tasks by the direction of the relation that holds the sector of the first commitment they keep, in the order of the directions; what is
 * in none of them comes last, under null. Where a relation has no directions, null is the whole.
 */
export function byDirection({ tasks, directions }: Pick<PaperFacts, 'tasks' | 'directions'>) {
  const of = ({ commitments }: PaperTask) =>
    directions.find(({ sectors }) => sectors.includes(commitments[0]?.sector ?? 'other')) ?? null;
  const groups = Map.groupBy(tasks, of);
  return [...directions, null].flatMap((direction) => {
    const own = groups.get(direction);
    return own === undefined ? [] : [{ direction, tasks: own }];
  });
}

/** Tasks by the sector of the first commitment they keep, in the order of their first. */
export function bySector(tasks: readonly PaperTask[]): Map<PaperTask['commitments'][number]['sector'], PaperTask[]> {
  return Map.groupBy(tasks, ({ commitments }) => commitments[0]?.sector ?? 'other');
}
