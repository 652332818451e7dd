import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
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

/** A task as it stands today, for a seat. @throws Problem `not-found` */
export function taskOf({ database, clock }: Context, id: string, seat: Seat): Promise<TaskDetail> {
  return taskDetail(database.queries, id, seat, clock.now().slice(0, 10));
}
