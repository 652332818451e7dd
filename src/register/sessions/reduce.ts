import { Problem } from '../../kernel/index.ts';
import type { SeriesAction, SeriesActionBody, SeriesActionType } from './actions.ts';
import type { SeriesState, Session, SessionFacts } from './model.ts';

type Body<Type extends SeriesActionType> = Extract<SeriesActionBody, { type: Type }>;
type Step<Type extends SeriesActionType> = (state: SeriesState, body: Body<Type>, action: SeriesAction) => SeriesState;

/**
 * Where the actions of a series lead to, from the first to the last.
 * @throws Problem `action-not-allowed` where the log does not begin with `begin`, has a gap, or an action does not fit the state;
 *   `not-found` where it names a session, item or decision the series does not have
 */
export function reduceSeries(actions: readonly SeriesAction[]): SeriesState {
  let standing: SeriesState[] = [];
  for (const [index, action] of actions.entries()) {
    if (action.sequence !== index + 1) throw refused(action.body.type, 'sequence');
    standing = follow(standing, action);
  }
  const state = standing.at(-1);
  if (state === undefined) throw refused('none', 'none');
  return { ...state, version: actions.length };
}

function follow(standing: SeriesState[], action: SeriesAction): SeriesState[] {
  const { id, by, body } = action;
  const last = { id, by, type: body.type };
  const state = standing.at(-1);
  if (state === undefined) {
    if (body.type !== 'begin') throw refused(body.type, 'none');
    const nothing = { sessions: [], items: [], decisions: [], settledOrdinals: [] };
    return [{ ...body.series, ...nothing, version: 1, last }];
  }
  if (body.type === 'begin') throw refused(body.type, 'begun');
  if (body.type === 'undo') {
    if (standing.length === 1 || state.last.id !== body.undoes) throw refused(body.type, 'undo');
    return standing.slice(0, -1);
  }
  const step = STEPS[body.type] as (state: SeriesState, body: SeriesActionBody, action: SeriesAction) => SeriesState;
  return [...standing, { ...step(state, body, action), last }];
}

const STEPS: { readonly [Type in Exclude<SeriesActionType, 'begin' | 'undo'>]: Step<Type> } = {
  describe: (state, { series }) => ({ ...state, ...series }),
  record: (state, { session, facts }) => {
    if (state.sessions.some(({ id }) => id === session)) throw refused('record', 'known');
    return withSession(state, { id: session, ...facts, stage: 'known', agenda: [], minutes: '' });
  },
  'set-facts': (state, { session, facts }) => withSession(state, { ...found(state.sessions, session), ...facts }),
  open,
  'add-item': (state, { item }) => {
    const session = openSession(state, 'add-item');
    if (state.items.some(({ id }) => id === item.id)) throw refused('add-item', 'known');
    const items = [...state.items, { ...item, closed: null }];
    return withSession({ ...state, items }, { ...session, agenda: [...session.agenda, item.id] });
  },
  'close-item': (state, { item, note }, { by, at }) => {
    if (found(state.items, item).closed !== null) throw refused('close-item', 'closed');
    return {
      ...state,
      items: state.items.map((one) => (one.id === item ? { ...one, closed: { by, at, note } } : one)),
    };
  },
  decide: (state, { decision, item, text, proposes }) => {
    const session = openSession(state, 'decide');
    const known = state.decisions.some(({ id }) => id === decision);
    if (known || !session.agenda.includes(item)) throw refused('decide', known ? 'known' : 'not-on-agenda');
    const made = { id: decision, session: session.id, item, text, proposes, taken: [] };
    return { ...state, decisions: [...state.decisions, made] };
  },
  'take-up': (state, { decision, proposal }) => {
    const { proposes, taken } = found(state.decisions, decision);
    if (proposes[proposal] === undefined || taken.includes(proposal)) throw refused('take-up', 'taken');
    const take = (one: SeriesState['decisions'][number]) =>
      one.id === decision ? { ...one, taken: [...taken, proposal] } : one;
    return { ...state, decisions: state.decisions.map(take) };
  },
  'write-minutes': (state, { text }) => withSession(state, { ...openSession(state, 'write-minutes'), minutes: text }),
  end: (state) => withSession(state, { ...openSession(state, 'end'), stage: 'held' }),
  'settle-ordinal': (state, { ordinal }) => ({
    ...state,
    settledOrdinals: [...new Set([...state.settledOrdinals, ordinal])],
  }),
};

/** One session is open at a time, so that nothing can be added behind the back of the next. */
function open(state: SeriesState, { session, facts }: Body<'open'>): SeriesState {
  if (state.sessions.some(({ stage }) => stage === 'open')) throw refused('open', 'open');
  const before = state.sessions.find(({ id }) => id === session);
  if (before?.stage === 'held') throw refused('open', 'held');
  const agenda = state.items.filter(({ closed }) => closed === null).map(({ id }) => id);
  return withSession(state, { id: session, ...(before ?? {}), ...facts, stage: 'open', agenda, minutes: '' });
}

function openSession({ sessions }: SeriesState, action: string): Session {
  const session = sessions.find(({ stage }) => stage === 'open');
  if (session === undefined) throw refused(action, 'no-session');
  return session;
}

/** Puts a session in its place; a changed ordinal asks again about those that bear it. */
function withSession(state: SeriesState, session: Session): SeriesState {
  const before = state.sessions.find(({ id }) => id === session.id);
  const sessions =
    before === undefined
      ? [...state.sessions, session]
      : state.sessions.map((one) => (one.id === session.id ? session : one));
  const moved = before?.ordinal !== session.ordinal ? session.ordinal : null;
  return { ...state, sessions, settledOrdinals: state.settledOrdinals.filter((ordinal) => ordinal !== moved) };
}

function found<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Problem('not-found', { noun: 'session', id });
  return item;
}

function refused(action: string, state: string): Problem {
  return new Problem('action-not-allowed', { action, state });
}

/** What nobody knows of a session yet. */
export const NO_FACTS: SessionFacts = { ordinal: null, date: null, host: null };
