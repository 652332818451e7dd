import {
  type AsOf,
  allUnits,
  countReports,
  countTasks,
  listTasks,
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

/** What a query narrows to, and of which moment. A unit stands for all that it answers for on that day. */
export async function filterOf(
  { whole, clock }: Context,
  { asOf, offset: _, limit: __, units, ...filter }: TaskQuery,
): Promise<{ readonly filter: TaskFilter; readonly moment: AsOf }> {
  const moment = momentOf(clock, asOf);
  if (units === undefined) return { filter, moment };
  const all = await allUnits(whole.queries);
  return {
    filter: { ...filter, units: [...new Set(units.flatMap((unit) => leadsUnder(all, unit, moment.day)))] },
    moment,
  };
}
