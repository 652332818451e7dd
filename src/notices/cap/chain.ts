import { type CapAlert, type CapReference, referenceTo } from './model.ts';
import { instantOf } from './times.ts';

export const CHAIN_STATES = [
  ...(['in-force', 'waiting', 'superseded', 'cancelled', 'expired'] as const),
  ...(['answer', 'not-live'] as const),
] as const;
export type ChainState = (typeof CHAIN_STATES)[number];

/** Where one message of a chain stands, and which later one put it there. */
export interface ChainEntry {
  readonly reference: CapReference;
  readonly state: ChainState;
  /** The update or cancel that ended it. */
  readonly by: CapReference | null;
  /** Messages it names that are not here: an update of something never received must be asked after. */
  readonly missing: readonly CapReference[];
  /** Acks and errors that name it. */
  readonly answers: readonly CapReference[];
}

/** One key for a reference; CAP 1.0 had no time in it. */
export function referenceKey({ sender, identifier }: CapReference): string {
  return `${sender},${identifier}`;
}

/** Exercises, tests, system messages and drafts are never live: nothing pages on them and no feed offers them as warnings. */
export function isLive({ status }: Pick<CapAlert, 'status'>): boolean {
  return status === 'Actual';
}

/**
 * The state of every message at an instant (ISO), whatever order they came in and however often. An Update or Cancel of
 * the same status ends what it names (3.2.1 msgType); an exercise can never end a real warning, nor the other way round.
 */
export function chainStates(alerts: readonly CapAlert[], at: string): readonly ChainEntry[] {
  const known = new Map(alerts.map((alert) => [referenceKey(alert), alert]));
  const messages = [...known.values()].sort((a, b) => (instantOf(a.sent) ?? 0) - (instantOf(b.sent) ?? 0));
  const ended = new Map<string, CapAlert>();
  const answers = new Map<string, CapReference[]>();
  for (const alert of messages)
    for (const reference of alert.references) {
      const key = referenceKey(reference);
      const earlier = known.get(key);
      if (alert.msgType === 'Update' || alert.msgType === 'Cancel') {
        if (!earlier || (earlier.status === alert.status && earlier.sender === alert.sender)) ended.set(key, alert);
      } else if (alert.msgType !== 'Alert') answers.set(key, [...(answers.get(key) ?? []), referenceTo(alert)]);
    }
  return messages.map((alert) => {
    const by = ended.get(referenceKey(alert)) ?? null;
    return {
      reference: referenceTo(alert),
      state: stateOf(alert, by, Date.parse(at)),
      by: by && referenceTo(by),
      missing: alert.references.filter((reference) => !known.has(referenceKey(reference))),
      answers: answers.get(referenceKey(alert)) ?? [],
    };
  });
}

function stateOf(alert: CapAlert, by: CapAlert | null, now: number): ChainState {
  if (alert.msgType === 'Ack' || alert.msgType === 'Error') return 'answer';
  if (!isLive(alert)) return 'not-live';
  if (by) return by.msgType === 'Cancel' ? 'cancelled' : 'superseded';
  if (alert.msgType === 'Cancel') return 'cancelled';
  const ends = alert.info.map(({ expires }) => instantOf(expires));
  if (ends.length > 0 && ends.every((end) => end !== null && end <= now)) return 'expired';
  const starts = alert.info.map(({ effective }) => instantOf(effective ?? alert.sent) ?? 0);
  return starts.length > 0 && starts.every((start) => start > now) ? 'waiting' : 'in-force';
}
