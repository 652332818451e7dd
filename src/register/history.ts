import type { CommitmentFields } from '../commitments/index.ts';
import type { Action, CommitmentState, RejectReason } from './actions.ts';
import { reduceSteps } from './reduce.ts';
import { sameValue } from './same-value.ts';

/** A part of what a log is of that a change is about: a session, an item of an agenda. */
export interface ChangedPart {
  readonly noun: 'session' | 'item' | 'decision' | 'evidence' | 'request';
  readonly id: string;
  /** What it is called; empty where its own page says it better. */
  readonly name: string;
}

/** One field before and after; null where there was or is nothing. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Left out where it is of the whole. */
  readonly part?: ChangedPart;
}

/** What any action of any log says of itself. */
interface Logged {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly body: { readonly type: string; readonly undoes?: string };
}

/** An action as a person reads it: who, when, and field by field what became different. */
export interface HistoryStep<Type extends string = string> {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly type: Type;
  /** Of the first action, which gives everything, none. */
  readonly changes: readonly Change[];
  /** A later `undo` took it back. */
  readonly undone: boolean;
}

export interface HistoryEntry extends HistoryStep<Action['body']['type']> {
  readonly reason: RejectReason | null;
  readonly note: string;
}

/**
 * A log as people read it, oldest first: the one way in which commitments, entries, tasks and mechanisms tell their history.
 * @param states the state after each action
 * @param changesOf what differs between two of them
 */
export function historyOf<Act extends Logged, State>(
  log: readonly Act[],
  states: readonly State[],
  changesOf: (before: State, after: State) => readonly Change[],
): HistoryStep<Act['body']['type']>[] {
  const undone = new Set(log.map(({ body }) => body.undoes ?? null));
  return log.map(({ id, sequence, at, by, body }, index) => {
    const [before, after] = [states[index - 1], states[index]];
    const changes = before === undefined || after === undefined ? [] : changesOf(before, after);
    return { id, sequence, at, by, type: body.type, changes, undone: undone.has(id) };
  });
}

/** The fields whose values differ, in their order; a field that one of them lacks is null there. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Change[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => !sameValue(change.before, change.after));
}

/** The actions of a commitment with what each changed, oldest first. */
export function history(actions: readonly Action[]): HistoryEntry[] {
  const steps = historyOf(actions, reduceSteps(actions), (before, after) =>
    changedFields(readable(before), readable(after)),
  );
  return steps.map((step, index) => {
    const body = actions[index]?.body;
    const { reason = null, note = '' } = body?.type === 'reject' ? body : {};
    return { ...step, reason, note };
  });
}

function readable(state: CommitmentState): Record<string, unknown> & CommitmentFields {
  const { decision, quote, span, anchored, review, joinedTo, fields } = state;
  return { decision, quote, span, anchored, review, joinedTo, ...fields };
}
