import { keepsSideOf, type Seat } from '../seats/index.ts';
import type { SeriesActionType } from './actions.ts';
import type { SeriesContent, SeriesState } from './model.ts';
import { WITHOUT_CONTENT } from './reduce.ts';
import { ordinalConflicts } from './series-view.ts';

/** Whether a seat keeps a series: secretariats and leaders of the sides that take part. */
export function keepsSeries({ parties }: Pick<SeriesContent, 'parties'>, seat: Seat): boolean {
  return keepsSideOf(seat, parties);
}

/** What a seat can do to a series as it stands; only the hand of the latest action undoes it. */
export function availableSeriesActions(state: SeriesState, seat: Seat): Exclude<SeriesActionType, 'begin'>[] {
  if (!keepsSeries(state, seat)) return [];
  const session = state.sessions.find(({ stage }) => stage === 'open');
  const agenda = session?.agenda ?? [];
  const inSession = ['add-item', 'write-minutes', 'end'] as const;
  const dates = state.sessions.filter(({ stage }) => stage !== 'held');
  const unanswered = dates.some((one) => one.dates.some((date) => canAnswer(date, seat)));
  const minutes = state.items.filter(({ id, minute }) => agenda.includes(id) && minute !== null);
  const can: (readonly [boolean, readonly Exclude<SeriesActionType, 'begin'>[]])[] = [
    [true, ['describe', 'record', 'add-evidence', 'open-request']],
    [state.sessions.length > 0, ['set-facts']],
    [session === undefined, ['open']],
    [session !== undefined, inSession],
    [agenda.length > 0, ['decide', 'write-minute']],
    [agenda.length > 1, ['order']],
    [minutes.some(({ minute }) => !agreesTo(minute?.agreed ?? [], state, seat)), ['agree-minute']],
    [state.items.some(({ closed }) => closed === null), ['close-item']],
    [state.decisions.some(({ proposes, taken }) => taken.length < proposes.length), ['take-up']],
    [dates.length > 0, ['propose-date']],
    [unanswered, ['accept-date', 'decline-date']],
    [ordinalConflicts(state).length > 0, ['settle-ordinal']],
    [state.requests.some(({ closed }) => closed === null), ['close-request']],
    [state.last.type !== 'begin' && state.last.by === seat.hand, ['undo']],
  ];
  const open = can.flatMap(([holds, types]) => (holds ? types : []));
  return state.keptOut.length === 0 ? open : open.filter((type) => WITHOUT_CONTENT.includes(type));
}

/** Whether a seat's side has agreed to the words already; on a machine without accounts, whether all have. */
export function agreesTo(
  agreed: readonly string[],
  { parties }: Pick<SeriesContent, 'parties'>,
  { party }: Seat,
): boolean {
  return party === null ? parties.every((side) => agreed.includes(side)) : agreed.includes(party);
}

/** Whether a day that was proposed waits for this seat's side. */
export function canAnswer(
  { party, accepted, declined }: SeriesState['sessions'][number]['dates'][number],
  seat: Seat,
): boolean {
  if (declined !== null) return false;
  return seat.party === null ? accepted.length === 0 : seat.party !== party && !accepted.includes(seat.party);
}
