import {
  countMarks,
  listedSnapshots,
  type Queries,
  ratedInBoth,
  type SnapshotPair,
  type SnapshotRecord,
  tasksOfPair,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  type RatingMove,
  ratingMoves,
  SNAPSHOT_CHANGES,
  SNAPSHOT_MARKS,
  type SnapshotChange,
  snapshotChange,
} from '../../register/index.ts';
import type { Context } from '../context.ts';

/** How many tasks had each change. */
export type ChangeCounts = Readonly<Record<SnapshotChange, number>>;

/** What of a comparison is listed: tasks with one change or with any, or the ratings that moved; of one unit or all. */
export interface ComparisonQuery extends SnapshotPair {
  readonly show?: SnapshotChange | 'ratings' | undefined;
  readonly unit?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** A task between two snapshots, with the title it has now. */
export interface ComparedTask {
  readonly task: string;
  readonly title: string;
  readonly change: SnapshotChange;
}

/** What changed between two snapshots: all of it counted, and a stretch of the list that is asked for. */
export interface SnapshotComparison {
  readonly changes: ChangeCounts;
  /** By the unit that led the tasks in the later snapshot, those with most that changed first. */
  readonly units: readonly { readonly unit: string; readonly changes: ChangeCounts }[];
  /** How many ratings moved. */
  readonly moved: number;
  readonly tasks: readonly ComparedTask[];
  readonly ratings: readonly (RatingMove & Pick<ComparedTask, 'task' | 'title'>)[];
}

/** Rows of a list at most. */
const LIMIT = 200;

/**
 * What became of the tasks from one snapshot to another, of those the seat may see.
 * @throws Problem `not-found`, `input-invalid` (of two sides)
 */
export async function compareTwoSnapshots(
  { database: { queries } }: Context,
  query: ComparisonQuery,
): Promise<SnapshotComparison> {
  await ofOneSide(queries, query);
  const { show, unit, offset = 0, limit = LIMIT } = query;
  const stretch = { offset, limit: Math.min(limit, LIMIT) };
  const [marks, rated, tasks] = await Promise.all([
    countMarks(queries, query),
    ratedInBoth(queries, query),
    show === undefined || show === 'ratings' ? [] : comparedTasks(queries, query, { show, unit }, stretch),
  ]);
  const byUnit = Map.groupBy(marks, ({ lead }) => lead);
  const units = [...byUnit].map(([lead, own]) => ({ unit: lead, changes: changesOf(own) }));
  const moves = rated.flatMap(({ task, title, was, is }) =>
    ratingMoves(was, is).map((move) => ({ task, title, ...move })),
  );
  return {
    changes: changesOf(marks),
    units: units.sort((a, b) => changed(b.changes) - changed(a.changes) || (a.unit < b.unit ? -1 : 1)),
    moved: moves.length,
    tasks,
    ratings: show === 'ratings' ? moves.slice(offset, offset + stretch.limit) : [],
  };
}

/** Every task of two snapshots with what became of it; of one change, where one is named. @throws as `compareTwoSnapshots` */
export async function allCompared(
  { database: { queries } }: Context,
  pair: SnapshotPair,
  listed: { readonly show?: SnapshotChange | undefined; readonly unit?: string | undefined },
): Promise<ComparedTask[]> {
  await ofOneSide(queries, pair);
  return comparedTasks(queries, pair, listed, { offset: 0, limit: null });
}

async function comparedTasks(
  queries: Queries,
  pair: SnapshotPair,
  { show, unit }: { readonly show?: SnapshotChange | undefined; readonly unit?: string | undefined },
  stretch: { readonly offset: number; readonly limit: number | null },
): Promise<ComparedTask[]> {
  if (show === undefined) {
    const each = SNAPSHOT_CHANGES.map((one) => comparedTasks(queries, pair, { show: one, unit }, stretch));
    return (await Promise.all(each)).flat();
  }
  const marks = PAIRS_OF_MARKS.filter(({ change }) => change === show);
  const rows = await tasksOfPair(queries, pair, { marks, unit }, stretch);
  return rows.map(({ task, title }) => ({ task, title, change: show }));
}

const PAIRS_OF_MARKS = [null, ...SNAPSHOT_MARKS].flatMap((was) =>
  [null, ...SNAPSHOT_MARKS]
    .filter((is) => was !== null || is !== null)
    .map((is) => ({ was, is, change: snapshotChange(was, is) })),
);

function changesOf(marks: Awaited<ReturnType<typeof countMarks>>): ChangeCounts {
  const counts = Object.fromEntries(SNAPSHOT_CHANGES.map((change) => [change, 0])) as Record<SnapshotChange, number>;
  for (const { was, is, count } of marks) counts[snapshotChange(was, is)] += count;
  return counts;
}

function changed(counts: ChangeCounts): number {
  return SNAPSHOT_CHANGES.reduce((sum, change) => sum + (change === 'same' ? 0 : counts[change]), 0);
}

async function ofOneSide(queries: Queries, { before, after }: SnapshotPair): Promise<void> {
  const all = await listedSnapshots(queries);
  const [earlier, later] = [before, after].map((id) => {
    const found = all.find((one) => one.id === id);
    if (found === undefined) throw new Problem('not-found', { noun: 'task', id });
    return found;
  }) as [SnapshotRecord, SnapshotRecord];
  if (earlier.party !== later.party) throw new Problem('input-invalid', { field: 'after', reason: 'another side' });
}
