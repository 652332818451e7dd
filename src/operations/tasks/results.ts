import type { TaskRow } from '../../db/index.ts';
import type { FollowingType, Lifecycle, TaskAction, TaskState, Timeliness } from '../../register/index.ts';
import type { Strength } from '../../vocabulary/index.ts';

/** A file given as evidence: what it is called, and when and by whom it was kept. */
export interface EvidenceFile {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly added_at: string;
  readonly added_by: string;
}

/** A task with all that is known of it, and what the asking seat can do. */
export interface TaskDetail {
  readonly id: string;
  readonly state: TaskState;
  readonly timeliness: Timeliness;
  /** The strongest word among its commitments: what evidence it asks for. */
  readonly strength: Strength;
  readonly files: readonly EvidenceFile[];
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
