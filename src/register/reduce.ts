import type { CommitmentFields } from '../commitments/index.ts';
import type { Action, ActionBody, CommitmentState } from './actions.ts';
import { availableActions } from './available.ts';
import { logSteps, refused } from './log-steps.ts';

/** A decision that still stands, with the state it would give back. */
interface Standing {
  readonly id: string;
  readonly before: CommitmentState;
}

interface Progress {
  readonly state: CommitmentState;
  readonly standing: readonly Standing[];
}

type Body<Type extends ActionBody['type']> = Extract<ActionBody, { type: Type }>;

/**
 * The state a commitment's actions lead to, from the first to the last.
 * @throws Problem `action-not-allowed` where an action does not follow from the state before it, or the sequence has a gap
 */
export function reduce(actions: readonly Action[]): CommitmentState {
  return reduceSteps(actions).at(-1) as CommitmentState;
}

/** The state after each action, in order. */
export function reduceSteps(actions: readonly Action[]): CommitmentState[] {
  return logSteps<Action, Progress>(actions, (before, action) =>
    before === null ? begin(action) : step(before, action),
  ).map(({ state }) => state);
}

function begin(action: Action): Progress {
  const { body } = action;
  if (body.type !== 'propose' && body.type !== 'add') throw refused(action.body.type, 'none');
  const state: CommitmentState = {
    decision: body.type === 'add' ? 'confirmed' : 'undecided',
    fields: whole(body.fields),
    span: body.span,
    quote: body.quote,
    anchored: true,
    retired: false,
    basis: body.type === 'propose' ? body.basis : null,
    version: action.sequence,
    since: action.at,
    origin: body.type === 'add' ? 'person' : 'rules',
    rejectReason: null,
    review: null,
    joinedTo: null,
    undoable: null,
  };
  return { state, standing: [] };
}

/** Fields as they are now: actions of earlier releases knew no targets. */
function whole(fields: Omit<CommitmentFields, 'targets'> & Partial<Pick<CommitmentFields, 'targets'>>) {
  return { ...fields, targets: fields.targets ?? [] };
}

function step(progress: Progress, action: Action): Progress {
  const { body } = action;
  if (body.type === 'undo') return undo(progress, action, body.undoes);
  if (isDecision(body) && action.by !== RULES) return decide(progress, action, body);
  const state = follow(progress.state, action);
  const standing = body.type === 'respell' ? progress.standing.map(respelt(progress.state, body)) : progress.standing;
  return { standing, state: { ...state, version: action.sequence, since: action.at } };
}

/** Words put right in the text are right in what undo gives back too. */
function respelt({ quote }: CommitmentState, body: Body<'respell'>): (standing: Standing) => Standing {
  return (standing) => {
    if (standing.before.quote !== quote) return standing;
    return { ...standing, before: { ...standing.before, span: body.span, quote: body.quote, basis: body.basis } };
  };
}

/** The hand of the rules; what it does is nothing that a person could undo. */
const RULES = 'rules';

const DECIDING = ['confirm', 'correct', 'reject', 'review', 'join', 'separate'] as const;
type DecisionBody = Body<(typeof DECIDING)[number]>;

function isDecision(body: ActionBody): body is DecisionBody {
  return (DECIDING as readonly string[]).includes(body.type);
}

function decide(progress: Progress, action: Action, body: DecisionBody): Progress {
  const { state } = progress;
  if (!availableActions(state).includes(body.type)) throw refused(action.body.type, state.decision);
  const changed = body.type === 'correct' ? correct(state, body) : state;
  const standing = [...progress.standing, { id: action.id, before: state }];
  return {
    standing,
    state: {
      ...changed,
      decision: decisionAfter(body.type, state, progress.standing),
      retired: false,
      rejectReason: body.type === 'reject' ? body.reason : null,
      review: body.type === 'review' ? body.on : state.review,
      joinedTo: joinedAfter(body, state),
      version: action.sequence,
      since: action.at,
      undoable: action.id,
    },
  };
}

/** A commitment joined to another is a citation of it; rejected words are a citation of nothing. */
function joinedAfter(body: DecisionBody, state: CommitmentState): string | null {
  if (body.type === 'join') return body.to;
  return body.type === 'separate' || body.type === 'reject' ? null : state.joinedTo;
}

/**
 * Confirming what was corrected and then rejected keeps the correction, and says so. Whoever joins words to a commitment, or
 * chooses a day to look at it again, vouches for them; separating them leaves what was decided.
 */
function decisionAfter(type: DecisionBody['type'], state: CommitmentState, standing: readonly Standing[]) {
  if (type === 'reject') return 'rejected';
  if (type === 'separate') return state.decision;
  const wasCorrected = state.decision === 'corrected' || standing.some(({ before }) => before.decision === 'corrected');
  return type === 'correct' || wasCorrected ? 'corrected' : 'confirmed';
}

function correct(state: CommitmentState, body: Body<'correct'>): CommitmentState {
  const names = Object.keys(body.fields ?? {});
  const basis = state.basis && {
    ...state.basis,
    evidence: Object.fromEntries(Object.entries(state.basis.evidence).filter(([name]) => !names.includes(name))),
  };
  return {
    ...state,
    fields: { ...state.fields, ...body.fields },
    basis,
    ...(body.span && body.quote !== undefined ? { span: body.span, quote: body.quote, anchored: true } : {}),
  };
}

/**
 * Gives back the state before the latest standing decision. Where the text moved on since, the place of the same words
 * is kept; other words have none until they are found again.
 */
function undo(progress: Progress, action: Action, undoes: string): Progress {
  const last = progress.standing.at(-1);
  if (last === undefined || last.id !== undoes) throw refused(action.body.type, progress.state.decision);
  const { state } = progress;
  const standing = progress.standing.slice(0, -1);
  const sameWords = last.before.quote === state.quote;
  const moved = last.before.span.start !== state.span.start;
  const place = sameWords ? { span: state.span, anchored: state.anchored, ...(moved && { basis: state.basis }) } : {};
  return {
    standing,
    state: {
      ...last.before,
      ...place,
      version: action.sequence,
      since: action.at,
      undoable: standing.at(-1)?.id ?? null,
    },
  };
}

/** What the rules and new versions of the text do. A decision of a person is never changed by them. */
function follow(state: CommitmentState, action: Action): CommitmentState {
  const { body } = action;
  const open = state.decision === 'undecided' && state.origin === 'rules';
  if (body.type === 'propose' && open) {
    return {
      ...state,
      fields: whole(body.fields),
      span: body.span,
      quote: body.quote,
      basis: body.basis,
      anchored: true,
      retired: false,
    };
  }
  if (body.type === 'reanchor' || body.type === 'respell') {
    return { ...state, span: body.span, quote: body.quote, basis: body.basis, anchored: true };
  }
  if (body.type === 'separate') return { ...state, joinedTo: null };
  if (body.type === 'lose') return { ...state, anchored: false };
  if (body.type === 'retire' && open) return { ...state, retired: true };
  throw refused(action.body.type, state.decision);
}
