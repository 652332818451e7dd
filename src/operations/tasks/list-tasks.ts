import {
  type AsOf,
  allUnits,
  countReports,
  countTasks,
  listTasks,
  snapshotById,
  type TaskFilter,
  wordsGone,
} from '../../db/index.ts';
import { leadsUnder } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import type { TaskList } from './results.ts';

/** Which tasks, of what day, and which stretch of them. */
export interface TaskQuery extends TaskFilter {
  /** ISO date: how the register stood at the end of that day (UTC); left out for now. */
  readonly asOf?: string | undefined;
  /** Id of a snapshot: its side's tasks, as they stood when it was taken; stands over `asOf`. */
  readonly snapshot?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Rows of a list at most. */
const LIMIT = 200;

/** Tasks the asking seat may see, with the counts of all that the filter leaves. */
export async function tasksOf(context: Context, query: TaskQuery): Promise<TaskList> {
  const { offset = 0, limit = LIMIT } = query;
  const { queries } = context.database;
  const { filter, moment } = await filterOf(context, query);
  const [rows, counts, reports] = await Promise.all([
    listTasks(queries, filter, moment, { offset, limit: Math.min(limit, LIMIT) }),
    countTasks(queries, filter, moment),
    countReports(queries, filter, moment),
  ]);
  const gone = await wordsGone(queries, [...new Set(rows.flatMap(({ commitments }) => commitments))]);
  return { ...moment, rows, gone, counts, reports };
}

/**
 * What a query narrows to, and of which moment. A unit stands for all that it answers for on that day.
 * @throws Problem `not-found` of a snapshot, also where it is another side's
 */
export async function filterOf(
  { database, whole, clock }: Context,
  { asOf, snapshot, offset: _, limit: __, units, ...narrower }: TaskQuery,
): Promise<{ readonly filter: TaskFilter; readonly moment: AsOf }> {
  const frozen = snapshot === undefined ? null : await snapshotById(database.queries, snapshot);
  const moment = frozen === null ? momentOf(clock, asOf) : { day: frozen.day, at: frozen.taken_at };
  const filter = frozen === null ? narrower : { ...narrower, party: frozen.party };
  if (units === undefined) return { filter, moment };
  const all = await allUnits(whole.queries);
  return {
    filter: { ...filter, units: [...new Set(units.flatMap((unit) => leadsUnder(all, unit, moment.day)))] },
    moment,
  };
}
