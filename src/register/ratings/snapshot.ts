import type { CompletionStep, Lifecycle, Rating, Timeliness } from '../tasks/index.ts';
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

/** The tasks as they stood on a day: for the interim or the final evaluation of a period. */
export interface Snapshot {
  readonly kind: 'interim' | 'final';
  /** ISO date. */
  readonly day: string;
  readonly rows: readonly SnapshotRow[];
}

/**
 * What became of a task between two snapshots. `rose`, `fell`: its step of completion; `closed`: settled or closed since; `reopened`:
 * no longer so; `new`, `gone`: it stands only in the later or the earlier one.
 */
export const SNAPSHOT_CHANGES = ['new', 'gone', 'closed', 'reopened', 'rose', 'fell', 'same'] as const;
export type SnapshotChange = (typeof SNAPSHOT_CHANGES)[number];

export interface Comparison {
  /** Each task of either snapshot stands under exactly one. */
  readonly tasks: Readonly<Record<SnapshotChange, readonly string[]>>;
  /** Ratings by the same rater on the same scale that moved; never compared across scales. */
  readonly ratings: readonly {
    readonly task: string;
    readonly from: Rating['from'];
    readonly scale: string;
    readonly before: string;
    readonly after: string;
    readonly change: 'rose' | 'fell';
  }[];
}

/** What changed from one snapshot to a later one, task by task. New and gone aside, both hold the same tasks. */
export function compareSnapshots(before: Snapshot, after: Snapshot): Comparison {
  const earlier = new Map(before.rows.map((row) => [row.task, row]));
  const later = new Map(after.rows.map((row) => [row.task, row]));
  const tasks: Record<SnapshotChange, string[]> = {
    ...{ new: [], gone: [], closed: [], reopened: [], rose: [], fell: [], same: [] },
  };
  for (const task of new Set([...earlier.keys(), ...later.keys()])) {
    tasks[changeOf(earlier.get(task), later.get(task))].push(task);
  }
  const both = [...later.values()].flatMap((row) => {
    const old = earlier.get(row.task);
    return old === undefined ? [] : [{ old, row }];
  });
  return { tasks, ratings: both.flatMap(({ old, row }) => ratingChanges(old, row)) };
}

function changeOf(before: SnapshotRow | undefined, after: SnapshotRow | undefined): SnapshotChange {
  if (before === undefined) return 'new';
  if (after === undefined) return 'gone';
  if (isEnded(before) !== isEnded(after)) return isEnded(after) ? 'closed' : 'reopened';
  const [old, now] = [before.step ?? -1, after.step ?? -1];
  return now === old ? 'same' : now > old ? 'rose' : 'fell';
}

function isEnded({ lifecycle }: SnapshotRow): boolean {
  return lifecycle === 'settled' || lifecycle === 'closed';
}

function ratingChanges(before: SnapshotRow, after: SnapshotRow): Comparison['ratings'] {
  return after.ratings.flatMap(({ from, scale, value }) => {
    const old = before.ratings.find((one) => one.from === from && one.scale === scale);
    const [was, is] = [old === undefined ? null : rankOf(scale, old.value), rankOf(scale, value)];
    if (old === undefined || was === null || is === null || was === is) return [];
    return [{ task: after.task, from, scale, before: old.value, after: value, change: is > was ? 'rose' : 'fell' }];
  });
}
