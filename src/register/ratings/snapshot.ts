import { COMPLETION_STEPS, type CompletionStep, type Lifecycle, type Rating, type Timeliness } from '../tasks/index.ts';
import { rankOf } from './scales.ts';

/** A task as a snapshot freezes it. */
export interface SnapshotRow {
  readonly task: string;
  readonly lifecycle: Lifecycle;
  readonly timeliness: Timeliness;
  /** Step of the lead's latest report that counts; null before the first. */
  readonly step: CompletionStep | null;
  readonly ratings: readonly Pick<Rating, 'from' | 'scale' | 'value'>[];
}

/** What a snapshot is taken for: the interim or the final evaluation of a period. */
export type SnapshotKind = 'interim' | 'final';

/**
 * What became of a task between two snapshots. `rose`, `fell`: its step of completion; `closed`: settled or closed since; `reopened`:
 * no longer so; `new`, `gone`: it stands only in the later or the earlier one.
 */
export const SNAPSHOT_CHANGES = ['new', 'gone', 'closed', 'reopened', 'rose', 'fell', 'same'] as const;
export type SnapshotChange = (typeof SNAPSHOT_CHANGES)[number];

/** A rating by the same rater on the same scale that moved; never compared across scales. */
export interface RatingMove {
  readonly from: Rating['from'];
  readonly scale: string;
  readonly before: string;
  readonly after: string;
  readonly change: 'rose' | 'fell';
}

/** How far a task was, as one number: two rows of the same number stand equally far, and what changed between two is told by both numbers. */
export function snapshotMark({ lifecycle, step }: Pick<SnapshotRow, 'lifecycle' | 'step'>): number {
  return (lifecycle === 'settled' || lifecycle === 'closed' ? ENDED : 0) + (step === null ? 0 : step + 1);
}

const ENDED = 8;
/** Every number there is. */
export const SNAPSHOT_MARKS: readonly number[] = [0, ENDED].flatMap((ended) => [
  ended,
  ...COMPLETION_STEPS.map((step) => ended + step + 1),
]);

/** What changed from one mark to a later one; null where the task stands in one snapshot only, never in neither. */
export function snapshotChange(before: number | null, after: number | null): SnapshotChange {
  if (before === null) return 'new';
  if (after === null) return 'gone';
  if (before >= ENDED !== after >= ENDED) return after >= ENDED ? 'closed' : 'reopened';
  return before === after ? 'same' : after > before ? 'rose' : 'fell';
}

/** The ratings of one task that moved from one snapshot to a later one. */
export function ratingMoves(before: SnapshotRow['ratings'], after: SnapshotRow['ratings']): readonly RatingMove[] {
  return after.flatMap(({ from, scale, value }) => {
    const old = before.find((one) => one.from === from && one.scale === scale);
    const [was, is] = [old === undefined ? null : rankOf(scale, old.value), rankOf(scale, value)];
    if (old === undefined || was === null || is === null || was === is) return [];
    return [{ from, scale, before: old.value, after: value, change: is > was ? 'rose' : 'fell' }];
  });
}
