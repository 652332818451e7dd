import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import type { TaskDetail } from './results.ts';
import { taskDetail } from './task-detail.ts';

export { actOnTask, appendDeed, type TaskDeed } from './act-on-task.ts';
export { assignTasks } from './assign-task.ts';
export * from './count-tasks.ts';
export { hiddenParts } from './hidden-parts.ts';
export { type TaskQuery, tasksOf } from './list-tasks.ts';
export * from './owed-next.ts';
export * from './propose-for-task.ts';
export * from './rebuild-tasks.ts';
export type * from './results.ts';
export { addTaskFiles, fileOfTask, type GivenFile } from './task-files.ts';

/**
 * A task as it stands for a seat; of a past day (ISO) as it stood at its end, when nothing can be done to it.
 * @throws Problem `not-found`, also of a task that was not given yet, or that the seat may not see today
 */
export function taskOf({ database, clock }: Context, id: string, seat: Seat, asOf?: string): Promise<TaskDetail> {
  return taskDetail(database.queries, id, seat, momentOf(clock, asOf));
}
