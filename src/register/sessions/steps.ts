import { Problem } from '../../kernel/index.ts';
import { refused } from '../log-steps.ts';
import type { SeriesAction, SeriesActionBody, SeriesActionType } from './actions.ts';
import type { AgendaItem, DateProposal, KeptOut, SeriesState, Session } from './model.ts';

type Body<Type extends SeriesActionType> = Extract<SeriesActionBody, { type: Type }>;
type Step<Type extends SeriesActionType> = (state: SeriesState, body: Body<Type>, action: SeriesAction) => SeriesState;

/** What each action makes of a series. */
export const SERIES_STEPS: { readonly [Type in Exclude<SeriesActionType, 'begin' | 'undo'>]: Step<Type> } = {
  describe: (state, { series }) => {
    const keptOut: KeptOut[] = [...new Set([...state.keptOut, ...series.keptOut])];
    return { ...state, ...series, keptOut };
  },
  record: (state, { session, facts }) => {
    if (state.sessions.some(({ id }) => id === session)) throw refused('record', 'known');
    return withSession(state, { ...blank(session), ...facts });
  },
  'set-facts': (state, { session, facts }) => withSession(state, { ...found(state.sessions, session), ...facts }),
  open,
  'add-item': (state, { item }) => {
    const session = openSession(state, 'add-item');
    if (state.items.some(({ id }) => id === item.id)) throw refused('add-item', 'known');
    const items = [...state.items, { ...item, closed: null, minute: null }];
    return withSession({ ...state, items }, { ...session, agenda: [...session.agenda, item.id] });
  },
  order: (state, { agenda }) => {
    const session = openSession(state, 'order');
    const same = agenda.length === session.agenda.length && session.agenda.every((item) => agenda.includes(item));
    if (!same || new Set(agenda).size < agenda.length) throw refused('order', 'not-on-agenda');
    return withSession(state, { ...session, agenda });
  },
  'close-item': (state, { item, note }, { by, at }) => {
    if (found(state.items, item).closed !== null) throw refused('close-item', 'closed');
    return withItem(state, item, { closed: { by, at, note } });
  },
  'write-minute': (state, { item, text }, { party }) => {
    onAgenda(state, item, 'write-minute');
    const minute = text === '' ? null : { text, agreed: sidesOf(state, party) };
    return withItem(state, item, { minute });
  },
  'agree-minute': (state, { item }, { party }) => {
    onAgenda(state, item, 'agree-minute');
    const { minute } = found(state.items, item);
    if (minute === null) throw refused('agree-minute', 'no-minute');
    const agreed = [...new Set([...minute.agreed, ...sidesOf(state, party)])];
    return withItem(state, item, { minute: { ...minute, agreed } });
  },
  decide: (state, { decision, item, text, proposes }) => {
    const session = onAgenda(state, item, 'decide');
    if (state.decisions.some(({ id }) => id === decision)) throw refused('decide', 'known');
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
  'propose-date': (state, { session, proposal, day, note }, { party, by, at }) => {
    const one = found(state.sessions, session);
    if (one.stage === 'held' || one.dates.some(({ id }) => id === proposal)) throw refused('propose-date', one.stage);
    const made = { id: proposal, day, note, party, by, at, accepted: [], declined: null };
    return withSession(state, { ...one, dates: [...one.dates, made] });
  },
  'accept-date': (state, { session, proposal }, { party }) => {
    const { one, date } = openDate(state, session, proposal, party);
    const accepted = [...new Set([...date.accepted, ...sidesOf(state, party)])];
    const agreed = state.parties.every((side) => side === date.party || accepted.includes(side));
    const dates = one.dates.map((each) => (each.id === proposal ? { ...date, accepted } : each));
    return withSession(state, { ...one, dates, ...(agreed && { date: date.day }) });
  },
  'decline-date': (state, { session, proposal, note }, { party }) => {
    const { one, date } = openDate(state, session, proposal, party);
    const declined = { party, note };
    return withSession(state, {
      ...one,
      dates: one.dates.map((each) => (each.id === proposal ? { ...date, declined } : each)),
    });
  },
  'settle-ordinal': (state, { ordinal }) => ({
    ...state,
    settledOrdinals: [...new Set([...state.settledOrdinals, ordinal])],
  }),
  'add-evidence': (state, { evidence }, { by }) => {
    if (state.evidence.some(({ id }) => id === evidence.id)) throw refused('add-evidence', 'known');
    return { ...state, evidence: [...state.evidence, { ...evidence, by }] };
  },
  'open-request': (state, { request }) => {
    if (state.requests.some(({ id }) => id === request.id)) throw refused('open-request', 'known');
    return { ...state, requests: [...state.requests, { ...request, closed: null, outcome: null }] };
  },
  'close-request': (state, { request, day, outcome }) => {
    const { closed, opened } = found(state.requests, request);
    if (closed !== null || day < opened) throw refused('close-request', 'closed');
    const close = (one: SeriesState['requests'][number]) =>
      one.id === request ? { ...one, closed: day, outcome } : one;
    return { ...state, requests: state.requests.map(close) };
  },
};

/** One session is open at a time, so that nothing can be added behind the back of the next. */
function open(state: SeriesState, { session, facts }: Body<'open'>): SeriesState {
  if (state.sessions.some(({ stage }) => stage === 'open')) throw refused('open', 'open');
  const before = state.sessions.find(({ id }) => id === session);
  if (before?.stage === 'held') throw refused('open', 'held');
  const agenda = state.items.filter(({ closed }) => closed === null).map(({ id }) => id);
  return withSession(state, { ...(before ?? blank(session)), ...facts, stage: 'open', agenda });
}

function blank(id: string): Session {
  return { id, ordinal: null, date: null, host: null, stage: 'known', agenda: [], minutes: '', dates: [] };
}

/** The sides an action speaks for: its own, or all on a machine without accounts. */
function sidesOf({ parties }: SeriesState, party: string | null): readonly string[] {
  return party === null ? parties : [party];
}

function openDate(state: SeriesState, session: string, proposal: string, party: string | null) {
  const one = found(state.sessions, session);
  const date: DateProposal = found(one.dates, proposal);
  // A side cannot answer itself; on a machine without accounts one person sees to every side.
  const own = party !== null && party === date.party;
  if (date.declined !== null || own || one.stage === 'held') throw refused('accept-date', own ? 'own' : 'declined');
  return { one, date };
}

function openSession({ sessions }: SeriesState, action: string): Session {
  const session = sessions.find(({ stage }) => stage === 'open');
  if (session === undefined) throw refused(action, 'no-session');
  return session;
}

function onAgenda(state: SeriesState, item: string, action: string): Session {
  const session = openSession(state, action);
  if (!session.agenda.includes(item)) throw refused(action, 'not-on-agenda');
  return session;
}

function withItem(state: SeriesState, id: string, part: Partial<AgendaItem>): SeriesState {
  return { ...state, items: state.items.map((one) => (one.id === id ? { ...one, ...part } : one)) };
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
