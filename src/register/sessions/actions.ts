import type {
  CardEvidence,
  CountedRequest,
  ItemContent,
  ProposedAction,
  SeriesContent,
  SessionFacts,
} from './model.ts';

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
  /** The agenda as it stands, in another order. */
  | { readonly type: 'order'; readonly agenda: readonly string[] }
  | { readonly type: 'close-item'; readonly item: string; readonly note: string }
  /** What the minutes are to say of an item; whoever wrote it agrees, the others have to. */
  | { readonly type: 'write-minute'; readonly item: string; readonly text: string }
  | { readonly type: 'agree-minute'; readonly item: string }
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
  | {
      readonly type: 'propose-date';
      readonly session: string;
      readonly proposal: string;
      readonly day: string;
      readonly note: string;
    }
  | { readonly type: 'accept-date'; readonly session: string; readonly proposal: string }
  | { readonly type: 'decline-date'; readonly session: string; readonly proposal: string; readonly note: string }
  /** Several sessions bear this ordinal, and that is so. */
  | { readonly type: 'settle-ordinal'; readonly ordinal: number }
  | { readonly type: 'add-evidence'; readonly evidence: Omit<CardEvidence, 'by'> }
  | { readonly type: 'open-request'; readonly request: Pick<CountedRequest, 'id' | 'number' | 'opened'> }
  | {
      readonly type: 'close-request';
      readonly request: string;
      readonly day: string;
      readonly outcome: NonNullable<CountedRequest['outcome']>;
    }
  | { readonly type: 'undo'; readonly undoes: string };

export type SeriesActionType = SeriesActionBody['type'];

export interface SeriesAction {
  readonly id: string;
  /** 1-based, without gaps, per series. */
  readonly sequence: number;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  /** The side it was done for; null on a machine without accounts, where it counts for every side. */
  readonly party: string | null;
  readonly body: SeriesActionBody;
}
