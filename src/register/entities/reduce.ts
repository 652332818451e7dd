import { logSteps, refused } from '../log-steps.ts';
import type { EntityAction, EntityActionBody, EntityState } from './actions.ts';
import { availableEntityActions } from './available.ts';

interface Standing {
  readonly id: string;
  readonly before: EntityState;
}

interface Progress {
  readonly state: EntityState;
  readonly standing: readonly Standing[];
}

type Decided = Exclude<EntityActionBody, { type: 'propose' | 'add' | 'undo' }>;

/**
 * The state an entry's actions lead to.
 * @throws Problem `action-not-allowed` where an action does not follow from the state before it, or the sequence has a gap
 */
export function reduceEntity(actions: readonly EntityAction[]): EntityState {
  return reduceEntitySteps(actions).at(-1) as EntityState;
}

/** The state after each action, in order. */
export function reduceEntitySteps(actions: readonly EntityAction[]): EntityState[] {
  return logSteps<EntityAction, Progress>(actions, (before, action) =>
    before === null ? begin(action) : step(before, action),
  ).map(({ state }) => state);
}

function begin(action: EntityAction): Progress {
  const { body } = action;
  if (body.type !== 'propose' && body.type !== 'add') throw refused(action.body.type, 'none');
  const state: EntityState = {
    decision: body.type === 'add' ? 'confirmed' : 'undecided',
    origin: body.type === 'add' ? 'person' : body.origin,
    base: body.fields,
    edits: {},
    fields: body.fields,
    unsure: body.type === 'propose' && body.unsure,
    ...{ mergedInto: null, dismissed: [], rejectReason: null, version: 1, undoable: null },
  };
  return { state, standing: [] };
}

function step(progress: Progress, action: EntityAction): Progress {
  const { body } = action;
  if (body.type === 'undo') return undo(progress, action, body.undoes);
  if (body.type === 'add') throw refused(action.body.type, progress.state.decision);
  if (body.type === 'propose') return propose(progress, action, body);
  return decide(progress, action, body);
}

/** What is proposed anew lies under what people changed, also under what they may still take back. */
function propose(
  progress: Progress,
  action: EntityAction,
  body: Extract<EntityActionBody, { type: 'propose' }>,
): Progress {
  const under = (state: EntityState): EntityState => ({
    ...state,
    base: body.fields,
    fields: { ...body.fields, ...state.edits },
    unsure: body.unsure && state.decision !== 'confirmed',
    origin: state.origin === 'person' ? 'person' : body.origin,
  });
  return {
    state: { ...under(progress.state), version: action.sequence },
    standing: progress.standing.map(({ id, before }) => ({ id, before: under(before) })),
  };
}

function decide(progress: Progress, action: EntityAction, body: Decided): Progress {
  const { state } = progress;
  if (!availableEntityActions(state).includes(body.type)) throw refused(action.body.type, state.decision);
  const standing = [...progress.standing, { id: action.id, before: state }];
  return { standing, state: { ...decided(state, body), version: action.sequence, undoable: action.id } };
}

function decided(state: EntityState, body: Decided): EntityState {
  switch (body.type) {
    case 'confirm':
      return { ...state, decision: 'confirmed', unsure: false, rejectReason: null };
    case 'edit': {
      const edits = { ...state.edits, ...body.fields };
      return {
        ...state,
        decision: 'confirmed',
        edits,
        fields: { ...state.base, ...edits },
        unsure: false,
        rejectReason: null,
      };
    }
    case 'reject':
      return { ...state, decision: 'rejected', rejectReason: body.reason };
    case 'merge':
      return { ...state, decision: 'merged', mergedInto: body.into, rejectReason: null };
    case 'dismiss':
      return { ...state, dismissed: [...new Set([...state.dismissed, body.fact])] };
  }
}

function undo(progress: Progress, action: EntityAction, undoes: string): Progress {
  const last = progress.standing.at(-1);
  if (last === undefined || last.id !== undoes) throw refused(action.body.type, progress.state.decision);
  const standing = progress.standing.slice(0, -1);
  const undoable = standing.at(-1)?.id ?? null;
  return { standing, state: { ...last.before, version: action.sequence, undoable } };
}
