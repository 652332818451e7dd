import { countReports, countTasks, listTasks, type TaskFilter } from '../../db/index.ts';
import type { Context } from '../context.ts';
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
export async function tasksOf({ database, clock }: Context, query: TaskQuery): Promise<TaskList> {
  const { asOf, offset = 0, limit = LIMIT, ...filter } = query;
  const day = asOf ?? clock.now().slice(0, 10);
  const at = asOf === undefined ? null : `${asOf}T23:59:59.999Z`;
  const rows = await listTasks(database.queries, filter, { day, at }, { offset, limit: Math.min(limit, LIMIT) });
  const counts = await countTasks(database.queries, filter, { day, at });
  return { day, at, rows, counts, reports: await countReports(database.queries, filter, { day, at }) };
}
