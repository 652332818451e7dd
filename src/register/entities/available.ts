import type { EntityActionBody, EntityState } from './actions.ts';

/** What a person can do to an entry. */
export const ENTITY_PERSON_ACTIONS = [
  'confirm',
  'edit',
  'reject',
  'merge',
  'dismiss',
  'undo',
] as const satisfies readonly EntityActionBody['type'][];
export type EntityPersonAction = (typeof ENTITY_PERSON_ACTIONS)[number];

/** The decisions open to a person in a state. A merged entry can only be taken out of its merge. */
export function availableEntityActions(
  state: Pick<EntityState, 'decision' | 'undoable'>,
): readonly EntityPersonAction[] {
  return ENTITY_PERSON_ACTIONS.filter((action) => {
    if (action === 'undo') return state.undoable !== null;
    if (state.decision === 'merged') return false;
    if (action === 'confirm') return state.decision !== 'confirmed';
    if (action === 'reject') return state.decision !== 'rejected';
    return true;
  });
}
