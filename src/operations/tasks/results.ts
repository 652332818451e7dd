import type { TaskRow } from '../../db/index.ts';
import type { FollowingType, Lifecycle, TaskAction, TaskState, Timeliness } from '../../register/index.ts';

/** A task with all that is known of it, and what the asking seat can do. */
export interface TaskDetail {
  readonly id: string;
  readonly state: TaskState;
  readonly timeliness: Timeliness;
  readonly actions: readonly FollowingType[];
  readonly history: readonly Pick<TaskAction, 'id' | 'sequence' | 'at' | 'by' | 'body'>[];
  /** The tasks it is a part of, the nearest first, and its own parts. */
  readonly above: readonly TaskRow[];
  readonly parts: readonly TaskRow[];
}

/** A stretch of a list of tasks, with the counts that its totals are sums of. */
export interface TaskList {
  /** ISO date that timeliness is of. */
  readonly day: string;
  /** ISO instant of an earlier moment, or null for now. */
  readonly at: string | null;
  readonly rows: readonly TaskRow[];
  readonly counts: readonly {
    readonly lifecycle: Lifecycle;
    readonly timeliness: Timeliness;
    readonly count: number;
  }[];
}
