import type { CommitmentFields } from '../../commitments/index.ts';
import type { Action, Decision } from '../actions.ts';
import { reduceSteps } from '../reduce.ts';

/** How one side reads a commitment: what it was when somebody of that side last decided on it. */
export interface SideReading {
  readonly party: string;
  readonly decision: Decision;
  readonly fields: CommitmentFields;
  /** ISO instant of that decision, and the hand. */
  readonly at: string;
  readonly by: string;
}

/** What vouches for a commitment, or takes it away. */
const DECIDING: ReadonlySet<string> = new Set(['add', 'confirm', 'correct', 'reject']);

/**
 * Each side's reading of a commitment, from its actions. `partyOf` names the side of a hand, null where it has none. A decision
 * that was taken back is no reading: the one before it of the same side stands again.
 */
export function readingsOf(actions: readonly Action[], partyOf: (hand: string) => string | null): SideReading[] {
  const states = reduceSteps(actions);
  const undone = new Set(actions.flatMap(({ body }) => (body.type === 'undo' ? [body.undoes] : [])));
  const readings = new Map<string, SideReading>();
  for (const [index, { id, at, by, body }] of actions.entries()) {
    const party = partyOf(by);
    const state = states[index];
    if (party === null || state === undefined || !DECIDING.has(body.type) || undone.has(id)) continue;
    readings.set(party, { party, decision: state.decision, fields: state.fields, at, by });
  }
  return [...readings.values()].sort((a, b) => (a.party < b.party ? -1 : 1));
}
