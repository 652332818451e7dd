import type {
  Audience,
  CompletionStep,
  Lifecycle,
  Outcome,
  PeriodName,
  Rating,
  SharedTask,
  SnapshotKind,
  SnapshotRow,
  TaskActionBody,
  Timeliness,
} from '../register/index.ts';
import type { Sector, Strength } from '../vocabulary/index.ts';
import type { Json, LogColumns } from './tables.ts';

export interface TaskTable {
  id: string;
  /** ISO 3166 code of the side whose task it is. */
  party: string;
}

export interface TaskActionTable extends LogColumns {
  task_id: string;
  body: Json<TaskActionBody>;
}

/** How a task stood from one action to the next; `until` is null for the present. */
export interface TaskStateTable {
  task_id: string;
  version: number;
  since: string;
  until: string | null;
  party: string;
  audience: Audience;
  title: string;
  parent_id: string | null;
  commitments: readonly string[];
  lead: string;
  partners: readonly string[];
  unresolved: readonly string[];
  lifecycle: Lifecycle;
  outcome: Outcome | null;
  /** ISO dates: required first, counting now, settled on. */
  required: string | null;
  due: string | null;
  ended: string | null;
  waiting: boolean;
  /** False where all it serves is support or a position. */
  owed: boolean;
  strength: Strength;
  every: PeriodName | null;
  /** How many are open: reports on their way, obstacles, requests for more time, urgings without a reply, parts not given. */
  reports: number;
  obstacles: number;
  requests: number;
  urgings: number;
  parts: number;
  reported_at: string | null;
  /** Id of the relation its commitments are of; null where it was given before this was kept. */
  relation: string | null;
  /** ISO dates of the earliest report that is owed: the last day of its period, and when it is to be there; null where none is, or no day is set. */
  report_to: string | null;
  report_by: string | null;
  /** Step of the lead's latest report that counts; null before the first. */
  step: CompletionStep | null;
  ratings: Json<readonly Pick<Rating, 'from' | 'scale' | 'value'>[]>;
  /** The units that open obstacles were put to. */
  addressees: readonly string[];
  /** Of the commitments it keeps, each once. */
  sectors: readonly Sector[];
}

/** What a side lets others see of a task. */
export interface SharedTaskTable {
  task_id: string;
  version: number;
  since: string;
  party: string;
  audience: Audience;
  commitments: readonly string[];
  view: Json<SharedTask>;
}

/** A file given as evidence. */
export interface TaskFileTable {
  sha256: string;
  task_id: string;
  name: string;
  type: string;
  size: number;
  bytes: Uint8Array;
  added_at: string;
  added_by: string;
}

/** How the tasks of a side stood on a day, frozen. */
export interface SnapshotTable {
  id: string;
  party: string;
  kind: SnapshotKind;
  /** ISO date. */
  day: string;
  taken_at: string;
  taken_by: string;
}

/** A task as a snapshot froze it. */
export interface SnapshotRowTable {
  snapshot_id: string;
  task_id: string;
  /** The side, and the unit that led the task then. */
  party: string;
  lead: string;
  lifecycle: Lifecycle;
  timeliness: Timeliness;
  step: CompletionStep | null;
  ratings: Json<SnapshotRow['ratings']>;
  /** How far it was, as one number (`snapshotMark`). */
  mark: number;
}

/** A commitment that a present task keeps, with what tasks are counted by. Kept by the database itself. */
export interface TaskKeepsTable
  extends Pick<
    TaskStateTable,
    | ('task_id' | 'party' | 'audience' | 'lead' | 'lifecycle' | 'outcome' | 'due' | 'ended')
    | ('waiting' | 'owed' | 'report_to' | 'report_by')
  > {
  commitment_id: string;
  work_id: string | null;
  /** Of those of one work that a task keeps, one counts. */
  counts: boolean;
}

/** What a unit owes of an open task: its lead, or a coordinator with a day of its own. */
export interface TaskDebtTable
  extends Pick<TaskStateTable, 'task_id' | 'party' | 'audience' | 'lead' | 'strength' | 'lifecycle'> {
  unit: string;
  relation: string;
  due: string;
  /** By level, from 1 on: the last ISO date on which the unit was urged at that level or a higher one. */
  urged: readonly (string | null)[];
}

/** A commitment in the list of Two sides. Kept by the database itself. */
export interface TwoSidedTable {
  commitment_id: string;
  /** Whose list it stands in; null for every side that sees the commitment. */
  party: string | null;
  leads: boolean;
  side: string | null;
  work_date: string | null;
  work_id: string;
  expression_id: string;
  span_start: number;
}

export interface TaskTables {
  task: TaskTable;
  task_action: TaskActionTable;
  task_state: TaskStateTable;
  task_file: TaskFileTable;
  snapshot: SnapshotTable;
  snapshot_row: SnapshotRowTable;
  task_shared: SharedTaskTable;
  task_keeps: TaskKeepsTable;
  task_debt: TaskDebtTable;
  two_sided: TwoSidedTable;
}
