import type { ItemContent, ProposedAction, SeriesContent, SessionFacts } from './model.ts';

/** What can be done to a series of sessions (docs/actions.md). */
export type SeriesActionBody =
  | { readonly type: 'begin'; readonly series: SeriesContent }
  | { readonly type: 'describe'; readonly series: SeriesContent }
  /** A session a text or a person tells of, past or announced. */
  | { readonly type: 'record'; readonly session: string; readonly facts: SessionFacts }
  | { readonly type: 'set-facts'; readonly session: string; readonly facts: SessionFacts }
  /** Opens a recorded session, or a new one, with every unclosed item of the one before. */
  | { readonly type: 'open'; readonly session: string; readonly facts: SessionFacts }
  | { readonly type: 'add-item'; readonly item: ItemContent }
  | { readonly type: 'close-item'; readonly item: string; readonly note: string }
  | {
      readonly type: 'decide';
      readonly decision: string;
      readonly item: string;
      readonly text: string;
      readonly proposes: readonly ProposedAction[];
    }
  | { readonly type: 'take-up'; readonly decision: string; readonly proposal: number }
  | { readonly type: 'write-minutes'; readonly text: string }
  | { readonly type: 'end' }
  /** Several sessions bear this ordinal, and that is so. */
  | { readonly type: 'settle-ordinal'; readonly ordinal: number }
  | { readonly type: 'undo'; readonly undoes: string };

export type SeriesActionType = SeriesActionBody['type'];

export interface SeriesAction {
  readonly id: string;
  /** 1-based, without gaps, per series. */
  readonly sequence: number;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: SeriesActionBody;
}
