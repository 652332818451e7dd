import type { SidedCommitment } from '../../db/index.ts';
import type { Audience, FollowingType, SharedTask, SideDifference, SideReading } from '../../register/index.ts';

/** A task as one side of a ledger shows it. */
export interface TaskOfSide extends SharedTask {
  readonly id: string;
  readonly version: number;
  readonly audience: Audience;
  /** What a seat of another side can do to it. */
  readonly actions: readonly Extract<FollowingType, 'rate' | 'dispute'>[];
}

/** What one side says of a commitment, as far as the asking seat sees it. */
export interface SideOfCommitment {
  readonly party: string;
  /** The asking seat's own side. */
  readonly own: boolean;
  readonly reading: Omit<SideReading, 'party' | 'by'> | null;
  readonly tasks: readonly TaskOfSide[];
}

/** A commitment as both sides have it: each side's reading and tasks, what they agree on, and where they differ. */
export interface TwoSides extends SidedCommitment {
  readonly sides: readonly SideOfCommitment[];
  readonly agreed: readonly string[];
  readonly differences: readonly SideDifference[];
}

/** Some ledgers of the list. */
export interface TwoSidesPage {
  readonly rows: readonly TwoSides[];
  /** All of the list; null where they were not counted. */
  readonly total: number | null;
  /** Whether the list goes on after these. */
  readonly more: boolean;
}
