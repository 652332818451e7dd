import type { Candidate, CommitmentFields } from '../commitments/index.ts';
import type { Span } from '../kernel/index.ts';

/** Why a proposal is rejected; the list is what the page offers. */
export const REJECT_REASONS = ['not-an-action', 'duplicate', 'wrong-boundaries', 'past-act', 'other'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Why the rules propose what they propose. Offsets are of the text of the same action. */
export type Basis = Pick<Candidate, 'confidence' | 'why' | 'evidence'>;

/** What can be done to a commitment. Each is appended, none is ever changed; `docs/actions.md` says who may do which. */
export type ActionBody =
  /** The rules read it (first time, or again in a new version of the text). */
  | {
      readonly type: 'propose';
      readonly fields: CommitmentFields;
      readonly span: Span;
      readonly quote: string;
      readonly basis: Basis;
    }
  /** A person marked words the rules had passed over. */
  | { readonly type: 'add'; readonly fields: CommitmentFields; readonly span: Span; readonly quote: string }
  | { readonly type: 'confirm' }
  /** A person changed fields, or dragged the ends of the span. */
  | {
      readonly type: 'correct';
      readonly fields?: Partial<CommitmentFields>;
      readonly span?: Span;
      readonly quote?: string;
    }
  | { readonly type: 'reject'; readonly reason: RejectReason; readonly note: string }
  /** The text names no day: a person chooses when it is looked at again (ISO date; null for no longer). */
  | { readonly type: 'review'; readonly on: string | null }
  /** Takes back the latest decision that still stands. */
  | { readonly type: 'undo'; readonly undoes: string }
  /** These words are a citation of another commitment, in another language version of the work. */
  | { readonly type: 'join'; readonly to: string }
  /** The words stand for a commitment of their own again. */
  | { readonly type: 'separate' }
  /** A new version of the text: the quote was found again at another place, its evidence with it. */
  | {
      readonly type: 'reanchor';
      readonly span: Span;
      /** The same words; their line breaks and blanks may differ. */
      readonly quote: string;
      readonly manifestation: string;
      readonly basis: Basis | null;
    }
  /** A person put words of a scan right in the text: the quote is the words as they now stand there. */
  | {
      readonly type: 'respell';
      readonly span: Span;
      readonly quote: string;
      readonly manifestation: string;
      readonly basis: Basis | null;
    }
  /** A new version of the text: the quote is not in it any more. */
  | { readonly type: 'lose'; readonly manifestation: string }
  /** A new version of the text: nobody had decided, and the rules do not propose it any more. */
  | { readonly type: 'retire'; readonly manifestation: string };

export type ActionType = ActionBody['type'];

/** An action as the log keeps it. */
export interface Action {
  readonly id: string;
  /** 1-based, without gaps, per commitment. */
  readonly sequence: number;
  /** ISO instant, UTC. */
  readonly at: string;
  /** Who did it, from which seat: `rules` for the machine. */
  readonly by: string;
  readonly body: ActionBody;
}

/** Where a commitment stands in the eyes of people. */
export const DECISIONS = ['undecided', 'confirmed', 'corrected', 'rejected'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The present state of a commitment: what `reduce` makes of its actions. */
export interface CommitmentState {
  readonly decision: Decision;
  readonly fields: CommitmentFields;
  readonly span: Span;
  readonly quote: string;
  /** The quote stands in the present version of the text. */
  readonly anchored: boolean;
  /** An undecided proposal that the present version of the text no longer gives; kept, but in no list. */
  readonly retired: boolean;
  /** The reasons of the rules, null where a person marked the words. */
  readonly basis: Basis | null;
  /** Sequence of the last action: the version a decision must name. */
  readonly version: number;
  /** When the last action was done (ISO instant). */
  readonly since: string;
  readonly origin: 'rules' | 'person';
  readonly rejectReason: RejectReason | null;
  /** The day a person chose for looking at it again (ISO date), or null. */
  readonly review: string | null;
  /** The commitment whose citation this is, or null where it is an entry of the register itself. */
  readonly joinedTo: string | null;
  /** The decision that `undo` would take back, or null. */
  readonly undoable: string | null;
}
