import type { Pace, Threshold } from './watch.ts';

/** What a person settled of a crossing: a notice went out, or none was needed. */
export interface Settled {
  readonly threshold: string;
  readonly instant: string;
  /** The notice that was sent for it; null where none was needed. */
  readonly notice: string | null;
  readonly note: string;
}

/** What was agreed of a series, and what was done about it. */
export interface SeriesState extends Pace {
  readonly thresholds: readonly (Threshold & { readonly name: string })[];
  readonly settled: readonly Settled[];
  /** Ids of partners that get every new value by themselves; absent while nobody does. */
  readonly shared?: readonly string[];
}

export type SeriesActionBody =
  | { readonly type: 'begin'; readonly import: string }
  | ({ readonly type: 'set-pace' } & Pace)
  | { readonly type: 'set-threshold'; readonly threshold: SeriesState['thresholds'][number] }
  | { readonly type: 'drop-threshold'; readonly threshold: string }
  | ({ readonly type: 'settle' } & Settled)
  | { readonly type: 'share'; readonly partner: string; readonly on: boolean };

/** Nothing agreed: no value is missed and no threshold fires. */
export const UNSETTLED: SeriesState = { interval: null, grace: 15, thresholds: [], settled: [] };

/** Where the actions on a series lead to. */
export function reduceSeries(actions: readonly SeriesActionBody[]): SeriesState {
  return actions.reduce<SeriesState>(step, UNSETTLED);
}

function step(state: SeriesState, action: SeriesActionBody): SeriesState {
  switch (action.type) {
    case 'begin':
      return state;
    case 'set-pace':
      return { ...state, interval: action.interval, grace: action.grace };
    case 'set-threshold': {
      const others = state.thresholds.filter(({ id }) => id !== action.threshold.id);
      return { ...state, thresholds: [...others, action.threshold] };
    }
    case 'drop-threshold':
      return { ...state, thresholds: state.thresholds.filter(({ id }) => id !== action.threshold) };
    case 'share': {
      const others = (state.shared ?? []).filter((one) => one !== action.partner);
      return { ...state, shared: action.on ? [...others, action.partner] : others };
    }
    case 'settle': {
      const { threshold, instant, notice, note } = action;
      return { ...state, settled: [...state.settled, { threshold, instant, notice, note }] };
    }
  }
}

/** Whether a crossing was dealt with. */
export function isSettled({ settled }: SeriesState, crossing: { threshold: string; instant: string }): boolean {
  return settled.some(({ threshold, instant }) => threshold === crossing.threshold && instant === crossing.instant);
}
