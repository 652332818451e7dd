import type { NameForms } from '../entities/index.ts';

/** What a series of sessions is: a committee, conference or dialogue that meets again and again. */
export interface SeriesContent {
  readonly names: NameForms;
  /** Parties, or units of them, that take part. */
  readonly parties: readonly string[];
  readonly level: 'leaders' | 'ministers' | 'departments' | 'provinces' | 'experts';
  /** Who hosts, one after the other; empty where no rotation is agreed. */
  readonly hosts: readonly string[];
}

/** What is known of one session; null where no text or person says it. Nothing is put right: a text's ordinal stays as it is. */
export interface SessionFacts {
  readonly ordinal: number | null;
  /** ISO date, or the year or month alone. */
  readonly date: string | null;
  readonly host: string | null;
}

/** `known`: past or announced, without an agenda here; `open`: its agenda is kept; `held`: over, its agenda takes nothing more. */
export type SessionStage = 'known' | 'open' | 'held';

export interface Session extends SessionFacts {
  readonly id: string;
  readonly stage: SessionStage;
  /** Ids of the items on its agenda, in order, each once. */
  readonly agenda: readonly string[];
  readonly minutes: string;
}

export interface ItemContent {
  readonly id: string;
  readonly text: string;
  readonly tasks: readonly string[];
  readonly why: 'overdue' | 'stuck' | 'disputed' | 'other';
}

export interface AgendaItem extends ItemContent {
  readonly closed: { readonly by: string; readonly at: string; readonly note: string } | null;
}

/** What a decision asks to be done to a task, as an action somebody still has to take. */
export interface ProposedAction {
  readonly type: 'assign' | 'set-due' | 'reroute' | 'urge' | 'settle' | 'wait';
  /** The task; null for one still to be assigned. */
  readonly task: string | null;
  readonly unit: string | null;
  readonly day: string | null;
}

export interface Decision {
  readonly id: string;
  readonly session: string;
  readonly item: string;
  readonly text: string;
  readonly proposes: readonly ProposedAction[];
  /** Indices into `proposes` of what was taken up. */
  readonly taken: readonly number[];
}

export interface SeriesState extends SeriesContent {
  /** In the order in which they were entered. */
  readonly sessions: readonly Session[];
  readonly items: readonly AgendaItem[];
  readonly decisions: readonly Decision[];
  /** Ordinals that several sessions bear and a person said are so. */
  readonly settledOrdinals: readonly number[];
  readonly version: number;
  readonly last: { readonly id: string; readonly by: string; readonly type: string };
}
