import type { OwedItem } from './owed.ts';

/** One thing that a task wants of a seat, with the task it is of. */
export interface OwedThing extends OwedItem {
  readonly task: string;
  readonly title: string;
  /** Its day is over. */
  readonly late: boolean;
}

/** All that one task wants of a seat. */
export interface OwedTask<Thing extends OwedThing = OwedThing> {
  readonly task: string;
  readonly title: string;
  /** ISO date of what comes first; null where nothing has a day. */
  readonly day: string | null;
  /** Something of it is late. */
  readonly late: boolean;
  /** The soonest first, what has no day last. */
  readonly items: readonly Thing[];
}

/** What is owed, a row a task, the soonest first. @param items in the order of their days, those without one last */
export function owedByTask<Thing extends OwedThing>(items: readonly Thing[]): OwedTask<Thing>[] {
  return [...Map.groupBy(items, ({ task }) => task)].map(([task, own]) => ({
    ...{ task, title: own[0]?.title ?? '', day: own[0]?.day ?? null },
    late: own.some(({ late }) => late),
    items: own,
  }));
}
