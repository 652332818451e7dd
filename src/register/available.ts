import type { ActionType, CommitmentState } from './actions.ts';

/** What a person can do to a commitment; the rest of the actions follow from imports. */
export const PERSON_ACTIONS = [
  'confirm',
  'correct',
  'reject',
  'review',
  'join',
  'separate',
  'undo',
] as const satisfies readonly ActionType[];
export type PersonAction = (typeof PERSON_ACTIONS)[number];

/**
 * The decisions open to a person in a state (docs/actions.md). Words that are not in the text any more cannot be
 * confirmed; they can be given a place again by correcting the span. What was rejected is no citation of anything.
 */
export function availableActions(state: CommitmentState): readonly PersonAction[] {
  return PERSON_ACTIONS.filter((action) => {
    if (action === 'confirm')
      return state.anchored && (state.decision === 'undecided' || state.decision === 'rejected');
    if (action === 'reject') return state.decision !== 'rejected';
    if (action === 'review') return canReview(state);
    if (action === 'join') return state.anchored && state.decision !== 'rejected';
    if (action === 'separate') return state.joinedTo !== null;
    if (action === 'undo') return state.undoable !== null;
    return true;
  });
}

/** Only what has no last day of its own is given a day to be looked at again. */
function canReview({ decision, fields, review }: CommitmentState): boolean {
  return decision !== 'rejected' && (review !== null || (fields.due?.to ?? null) === null);
}
