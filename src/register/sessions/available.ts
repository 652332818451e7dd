import type { Seat } from '../seats/index.ts';
import type { SeriesActionType } from './actions.ts';
import type { SeriesState } from './model.ts';
import { ordinalConflicts } from './series-view.ts';

/** What a seat can do to a series as it stands. Secretariats and leaders keep it; only the hand of the latest action undoes it. */
export function availableSeriesActions(state: SeriesState, seat: Seat): Exclude<SeriesActionType, 'begin'>[] {
  if (seat.party !== null && seat.role !== 'secretariat' && seat.role !== 'leader') return [];
  const isOpen = state.sessions.some(({ stage }) => stage === 'open');
  const inSession = ['add-item', 'write-minutes', 'end'] as const;
  const agenda = state.sessions.find(({ stage }) => stage === 'open')?.agenda ?? [];
  return [
    'describe',
    'record',
    ...(state.sessions.length > 0 ? (['set-facts'] as const) : []),
    ...(isOpen ? inSession : (['open'] as const)),
    ...(agenda.length > 0 ? (['decide'] as const) : []),
    ...(state.items.some(({ closed }) => closed === null) ? (['close-item'] as const) : []),
    ...(state.decisions.some(({ proposes, taken }) => taken.length < proposes.length) ? (['take-up'] as const) : []),
    ...(ordinalConflicts(state).length > 0 ? (['settle-ordinal'] as const) : []),
    ...(state.last.type !== 'begin' && state.last.by === seat.hand ? (['undo'] as const) : []),
  ];
}
