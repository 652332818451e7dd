import type { Selectable } from 'kysely';
import type { Queries } from '../connect.ts';
import type { TaskFileTable } from '../task-tables.ts';

/** A file given as evidence, without its bytes. */
export type TaskFileRecord = Omit<Selectable<TaskFileTable>, 'bytes'>;

const DESCRIBED = ['sha256', 'task_id', 'name', 'type', 'size', 'added_at', 'added_by'] as const;

/** Keeps a file of a task. The same bytes given again change nothing: the first name and day stay. */
export async function keepTaskFile(queries: Queries, file: Selectable<TaskFileTable>): Promise<void> {
  await queries
    .insertInto('task_file')
    .values(file)
    .onConflict((conflict) => conflict.columns(['task_id', 'sha256']).doNothing())
    .execute();
}

/** The files of a task, the oldest first. */
export function taskFilesOf(queries: Queries, taskId: string): Promise<TaskFileRecord[]> {
  return queries
    .selectFrom('task_file')
    .select(DESCRIBED)
    .where('task_id', '=', taskId)
    .orderBy('added_at')
    .orderBy('sha256')
    .execute();
}

/** A file with its bytes; undefined where there is none, or the seat may not see it. */
export function taskFile(
  queries: Queries,
  taskId: string,
  sha256: string,
): Promise<Selectable<TaskFileTable> | undefined> {
  return queries
    .selectFrom('task_file')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}
