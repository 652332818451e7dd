import { countSnapshots, insertSnapshot, listedSnapshots, ratedTasks, type SnapshotRecord } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type Agreement, agreementOf, type Counts, type Rate, ratesOf, type Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';

/** A snapshot with its counts on both axes, and the rates that are made of them. */
export interface SnapshotView extends Pick<SnapshotRecord, 'id' | 'party' | 'kind' | 'day'> {
  readonly counts: Counts;
  readonly rates: { readonly onTime: Rate; readonly overdue: Rate; readonly done: Rate };
}

/**
 * Freezes how the tasks of a side stand today.
 * @param party the side; of the seat's own where it has one
 * @throws Problem `seat-may-not` (another side)
 */
export async function takeSnapshot(
  { database, clock, newId }: Context,
  { party, kind }: Pick<SnapshotRecord, 'party' | 'kind'>,
  seat: Seat,
): Promise<{ readonly id: string; readonly tasks: number }> {
  if (seat.party !== null && seat.party !== party) throw new Problem('seat-may-not', { deed: 'decide' });
  return database.write(async (queries) => {
    const [id, taken_at] = [newId(), clock.now()];
    const snapshot = { id, party, kind, day: taken_at.slice(0, 10), taken_at, taken_by: seat.hand };
    return { id, tasks: await insertSnapshot(queries, snapshot) };
  });
}

/** The snapshots the seat may see, the latest first. */
export async function listSnapshots({ database }: Context): Promise<SnapshotView[]> {
  const counted = Map.groupBy(await countSnapshots(database.queries), ({ id }) => id);
  return (await listedSnapshots(database.queries)).map(({ id, party, kind, day }) => {
    const counts = countsOf(counted.get(id) ?? []);
    return { id, party, kind, day, counts, rates: ratesOf(counts) };
  });
}

/** Tasks on which two raters differ, named at most. */
const NAMED = 50;

/** How far those who rate the tasks of a side agree, with the titles of the tasks on which they do not. */
export async function ratingAgreement({ database }: Context): Promise<{
  readonly rows: readonly Agreement[];
  readonly titles: Readonly<Record<string, string>>;
}> {
  const tasks = await ratedTasks(database.queries);
  const rows = agreementOf(tasks).map((row) => ({ ...row, differing: row.differing.slice(0, NAMED) }));
  const named = new Set(rows.flatMap(({ differing }) => differing.map(({ task }) => task)));
  const titles = tasks.filter(({ task }) => named.has(task)).map(({ task, title }) => [task, title] as const);
  return { rows, titles: Object.fromEntries(titles) };
}

function countsOf(rows: Awaited<ReturnType<typeof countSnapshots>>): Counts {
  const cells: Record<string, Record<string, number>> = {};
  for (const { lifecycle, timeliness, count } of rows) cells[lifecycle] = { ...cells[lifecycle], [timeliness]: count };
  return { all: rows.reduce((sum, { count }) => sum + count, 0), cells };
}
