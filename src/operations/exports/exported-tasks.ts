import { listTasks, taskLogs } from '../../db/index.ts';
import { reduceTask, type Seat, type TaskAction } from '../../register/index.ts';
import type { ExportedTask } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { MOST_ROWS } from '../sheets/task-sheet.ts';
import { hiddenParts, tellsOf } from '../tasks/hidden-parts.ts';
import { filterOf, type TaskQuery } from '../tasks/list-tasks.ts';

/** The tasks of a query with what was done to each, as far as the seat may see. */
export async function tasksOfQuery(context: Context, query: TaskQuery, seat: Seat): Promise<ExportedTask[]> {
  const { database } = context;
  const { offset = 0, limit = MOST_ROWS } = query;
  const { filter, moment } = await filterOf(context, query);
  const rows = await listTasks(database.queries, filter, moment, { offset, limit });
  const found: ExportedTask[] = [];
  for (let from = 0; from < rows.length; from += 500) {
    const stretch = rows.slice(from, from + 500);
    const logs = await taskLogs(
      database.queries,
      stretch.map(({ task_id }) => task_id),
    );
    for (const row of stretch) {
      const log = (logs.get(row.task_id) ?? []).slice(0, row.version);
      const hidden = hiddenParts(reduceTask(log), seat);
      const seen = seenLog(log, hidden);
      const { title, commitments, lead } = row;
      const state = reduceTask(seen);
      found.push({
        ...{ id: row.task_id, title, commitments, lead, due: state.due, lifecycle: state.lifecycle },
        timeliness: row.timeliness,
        actions: seen,
      });
    }
  }
  return found;
}

/** A log without its hidden actions, and without what took them back; its numbers close up, so that it leads to a state by itself. */
function seenLog(
  log: readonly (TaskAction & { readonly taskId: string })[],
  hidden: Parameters<typeof tellsOf>[1],
): TaskAction[] {
  const gone = new Set(log.filter(({ body }) => tellsOf(body.type, hidden)).map(({ id }) => id));
  return log
    .filter(({ id, body }) => !gone.has(id) && !(body.type === 'undo' && gone.has(body.undoes)))
    .map(({ taskId: _, ...action }, index) => ({ ...action, sequence: index + 1 }));
}
