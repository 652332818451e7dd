import { logSteps, refused } from '../log-steps.ts';
import type { SeriesAction, SeriesActionBody, SeriesActionType } from './actions.ts';
import type { SeriesState, SessionFacts } from './model.ts';
import { SERIES_STEPS } from './steps.ts';

/**
 * Where the actions of a series lead to, from the first to the last.
 * @throws Problem `action-not-allowed` where the log does not begin with `begin`, has a gap, or an action does not fit the state;
 *   `not-found` where it names a session, item or decision the series does not have
 */
export function reduceSeries(actions: readonly SeriesAction[]): SeriesState {
  return reduceSeriesSteps(actions).at(-1) as SeriesState;
}

/** The state after each action, in order. */
export function reduceSeriesSteps(actions: readonly SeriesAction[]): SeriesState[] {
  const steps = logSteps<SeriesAction, SeriesState[]>(actions, (standing, action) => follow(standing ?? [], action));
  return steps.map((standing, index) => ({ ...(standing.at(-1) as SeriesState), version: index + 1 }));
}

function follow(standing: SeriesState[], action: SeriesAction): SeriesState[] {
  const { id, by, body } = action;
  const last = { id, by, type: body.type };
  const state = standing.at(-1);
  if (state === undefined) {
    if (body.type !== 'begin') throw refused(body.type, 'none');
    const nothing = { sessions: [], items: [], decisions: [], settledOrdinals: [], evidence: [], requests: [] };
    return [{ ...body.series, ...nothing, version: 1, last }];
  }
  if (body.type === 'begin') throw refused(body.type, 'begun');
  if (body.type === 'undo') {
    if (standing.length === 1 || state.last.id !== body.undoes) throw refused(body.type, 'undo');
    return standing.slice(0, -1);
  }
  if (state.keptOut.length > 0 && !WITHOUT_CONTENT.includes(body.type)) throw refused(body.type, 'kept-out');
  const step = SERIES_STEPS[body.type] as (
    state: SeriesState,
    body: SeriesActionBody,
    action: SeriesAction,
  ) => SeriesState;
  return [...standing, { ...step(state, body, action), last }];
}

/** All that can be done to a series whose content is kept out: that it is, that it met, what is published, how many. */
export const WITHOUT_CONTENT: readonly SeriesActionType[] = [
  'begin',
  'describe',
  'record',
  'set-facts',
  'settle-ordinal',
  'add-evidence',
  'open-request',
  'close-request',
  'undo',
];

/** What nobody knows of a session yet. */
export const NO_FACTS: SessionFacts = { ordinal: null, date: null, host: null };
