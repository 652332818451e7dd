import type { OwedItem } from '../../data/tasks.ts';

/** All that one task wants of a seat. */
export interface OwedTask {
  readonly task: string;
  readonly title: string;
  /** ISO date of what comes first; null where nothing has a day. */
  readonly day: string | null;
  /** Something of it is late. */
  readonly late: boolean;
  /** The soonest first, what has no day last. */
  readonly items: readonly OwedItem[];
}

/** What is owed, a row a task, the soonest first. @param items in the order of their days, those without one last */
export function owedByTask(items: readonly OwedItem[]): OwedTask[] {
  return [...Map.groupBy(items, ({ task }) => task)].map(([task, own]) => ({
    ...{ task, title: own[0]?.title ?? '', day: own[0]?.day ?? null },
    late: own.some(({ late }) => late),
    items: own,
  }));
}
