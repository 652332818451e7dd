import type { TaskRow } from '../../db/index.ts';
import type { Language } from '../../kernel/index.ts';
import type {
  FollowingType,
  HistoryStep,
  LadderUrging,
  Lifecycle,
  MilestoneKind,
  OpenDuty,
  OwedReport,
  OwedThing,
  ProposedDue,
  TaskAction,
  TaskState,
  Timeliness,
  VerbFamily,
} from '../../register/index.ts';
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
  /** The lead's reports, the earliest first, as they stand today. */
  readonly owed: readonly OwedReport[];
  /** What the ladder does next, unit by unit, if nothing changes. */
  readonly ahead: readonly LadderUrging[];
  readonly actions: readonly FollowingType[];
  readonly history: readonly (HistoryStep<TaskAction['body']['type']> & Pick<TaskAction, 'body'>)[];
  /** The tasks it is a part of, the nearest first, and its own parts. */
  readonly above: readonly TaskRow[];
  readonly parts: readonly TaskRow[];
}

/** What one commitment of a task lets propose; a person takes it over, or does not. */
export interface TaskProposal {
  readonly commitment: string;
  readonly quote: string;
  readonly language: Language;
  /** The words whose verb it goes by, and the names of that verb's family; null where no verb is known. */
  readonly action: string;
  readonly family: VerbFamily['names'] | null;
  readonly milestones: readonly MilestoneKind[];
  /** Null where the text names a day itself, or no rule fits. */
  readonly due: ProposedDue | null;
  /** The words in which the text asks for reports. */
  readonly reportWords: string | null;
}

/** A stretch of a list of tasks, with the counts that its totals are sums of. */
export interface TaskList {
  /** ISO date that timeliness is of. */
  readonly day: string;
  /** ISO instant of an earlier moment, or null for now. */
  readonly at: string | null;
  readonly rows: readonly TaskRow[];
  /** Those of the commitments of these rows whose words no longer stand in the register today. */
  readonly gone: readonly string[];
  readonly counts: readonly {
    readonly lifecycle: Lifecycle;
    readonly timeliness: Timeliness;
    readonly count: number;
  }[];
  /** How the earliest report owed stands, of those tasks that owe one. */
  readonly reports: readonly { readonly report: OpenDuty; readonly count: number }[];
}

/** What a seat owes next: by day, what has none last. */
export interface OwedList {
  /** ISO date. */
  readonly day: string;
  readonly items: readonly OwedThing[];
  /** There are more tasks than were looked at: the most pressing ones were. */
  readonly more: boolean;
}
