import type { CommitmentFields } from '../commitments/index.ts';
import type { Action, CommitmentState, RejectReason } from './actions.ts';
import { reduceSteps } from './reduce.ts';
import { sameValue } from './same-value.ts';

/** One field before and after; null before the first action. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** An action as a person reads it: who, when, and field by field what became different. */
export interface HistoryEntry {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly type: Action['body']['type'];
  readonly changes: readonly Change[];
  readonly reason: RejectReason | null;
  readonly note: string;
  /** A later `undo` took it back. */
  readonly undone: boolean;
}

/** The actions of a commitment with what each changed, oldest first. */
export function history(actions: readonly Action[]): HistoryEntry[] {
  const states = reduceSteps(actions);
  const undone = new Set(actions.map(({ body }) => (body.type === 'undo' ? body.undoes : null)));
  return actions.map((action, index) => ({
    id: action.id,
    sequence: action.sequence,
    at: action.at,
    by: action.by,
    type: action.body.type,
    changes: changesBetween(states[index - 1], states[index] as CommitmentState),
    reason: action.body.type === 'reject' ? action.body.reason : null,
    note: action.body.type === 'reject' ? action.body.note : '',
    undone: undone.has(action.id),
  }));
}

function readable(state: CommitmentState): Record<string, unknown> & CommitmentFields {
  const { decision, quote, span, anchored, review, joinedTo, fields } = state;
  return { decision, quote, span, anchored, review, joinedTo, ...fields };
}

function changesBetween(before: CommitmentState | undefined, after: CommitmentState): Change[] {
  const old = before === undefined ? {} : readable(before);
  return Object.entries(readable(after))
    .map(([field, value]) => ({ field, before: (old as Record<string, unknown>)[field] ?? null, after: value }))
    .filter((change) => !sameValue(change.before, change.after))
    .filter((change) => before !== undefined || !isEmpty(change.after));
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
