import { DUE_TIMELINESS, type Lifecycle, type Timeliness } from '../tasks/index.ts';

/** A task as it is counted: its id and where it stands on both axes. */
export interface CountedTask {
  readonly id: string;
  readonly lifecycle: Lifecycle;
  readonly timeliness: Timeliness;
}

/** Tasks counted by both axes at once; what does not occur is left out. */
export interface Counts {
  readonly all: number;
  readonly cells: Readonly<Partial<Record<Lifecycle, Readonly<Partial<Record<Timeliness, number>>>>>>;
}

export const NO_COUNTS: Counts = { all: 0, cells: {} };

/** Counts tasks; each id once. */
export function countTasks(tasks: Iterable<CountedTask>): Counts {
  const cells: { [L in Lifecycle]?: { [T in Timeliness]?: number } } = {};
  const seen = new Set<string>();
  for (const { id, lifecycle, timeliness } of tasks) {
    if (seen.has(id)) continue;
    seen.add(id);
    const row = cells[lifecycle] ?? {};
    row[timeliness] = (row[timeliness] ?? 0) + 1;
    cells[lifecycle] = row;
  }
  return { all: seen.size, cells };
}

/** Counts of what was counted by cells elsewhere, each cell once. */
export function countsOf(
  cells: Iterable<{ readonly lifecycle: Lifecycle; readonly timeliness: Timeliness; readonly count: number }>,
): Counts {
  let sum = NO_COUNTS;
  for (const { lifecycle, timeliness, count } of cells) {
    sum = addCounts(sum, { all: count, cells: { [lifecycle]: { [timeliness]: count } } });
  }
  return sum;
}

/** How many stand so on one axis or on both. */
export function countOf(
  { cells }: Counts,
  of: { readonly lifecycle?: Lifecycle; readonly timeliness?: Timeliness },
): number {
  const rows = Object.entries(cells).filter(([lifecycle]) => of.lifecycle === undefined || lifecycle === of.lifecycle);
  const found = rows.flatMap(([, row]) => Object.entries(row ?? {}));
  return found
    .filter(([timeliness]) => of.timeliness === undefined || timeliness === of.timeliness)
    .reduce((sum, [, count]) => sum + count, 0);
}

/** The cells of both, added up. */
export function addCounts(one: Counts, other: Counts): Counts {
  const cells: { [L in Lifecycle]?: { [T in Timeliness]?: number } } = {};
  for (const counts of [one, other]) {
    for (const [lifecycle, row] of Object.entries(counts.cells) as [Lifecycle, Record<Timeliness, number>][]) {
      const sum = { ...cells[lifecycle] };
      for (const [timeliness, count] of Object.entries(row) as [Timeliness, number][]) {
        sum[timeliness] = (sum[timeliness] ?? 0) + count;
      }
      cells[lifecycle] = sum;
    }
  }
  return { all: one.all + other.all, cells };
}

/** A share that says what it is a share of. `percent` is null where there is nothing to divide by. */
export interface Rate {
  readonly part: number;
  readonly whole: number;
  readonly of: 'tasks-due' | 'all-tasks';
  /** 0 to 100, rounded to one place. */
  readonly percent: number | null;
}

/** The rates a report to leaders names: done on time, and overdue, of the tasks due; done by their day or later, of all tasks. */
export function ratesOf(counts: Counts): { readonly onTime: Rate; readonly overdue: Rate; readonly done: Rate } {
  const timely = (timeliness: Timeliness) => countOf(counts, { timeliness });
  const due = DUE_TIMELINESS.reduce((sum, timeliness) => sum + timely(timeliness), 0);
  return {
    onTime: rate(timely('done-on-time'), due, 'tasks-due'),
    overdue: rate(timely('overdue'), due, 'tasks-due'),
    done: rate(timely('done-on-time') + timely('done-late'), counts.all, 'all-tasks'),
  };
}

function rate(part: number, whole: number, of: Rate['of']): Rate {
  return { part, whole, of, percent: whole === 0 ? null : Math.round((part / whole) * 1000) / 10 };
}
