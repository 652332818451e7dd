import type { NameForms } from '../entities/index.ts';

/** Who meets: heads of state, party or government; ministers; their deputies; departments of ministries; and so on down. */
export const SERIES_LEVELS = [
  'leaders',
  'ministers',
  'vice-ministers',
  'departments',
  'provinces',
  'provincial-departments',
  'localities',
  'organisations',
  'experts',
] as const;
export type SeriesLevel = (typeof SERIES_LEVELS)[number];

/** How often it is agreed to meet; `irregular` where the texts say so, null where nothing is said. */
export const SERIES_RHYTHMS = ['year', 'half-year', 'quarter', 'irregular'] as const;
export type SeriesRhythm = (typeof SERIES_RHYTHMS)[number];

/** Whether a mechanism is there, is to be set up, or is to be studied first. */
export const SERIES_STANDINGS = ['there', 'to-establish', 'to-study'] as const;
export type SeriesStanding = (typeof SERIES_STANDINGS)[number];

/** What a mechanism deals with that this register has no place for: it keeps that it met and what was published, no more. */
export const KEPT_OUT = [
  'calls',
  'defence',
  'intelligence',
  'positions',
  'persons',
  'case-content',
  'routes',
  'payments',
] as const;
export type KeptOut = (typeof KEPT_OUT)[number];

/** What a series of sessions is: a committee, conference or dialogue that meets again and again. */
export interface SeriesContent {
  readonly names: NameForms;
  /** ISO 3166 codes of the sides whose agreement counts. */
  readonly parties: readonly string[];
  /** Who takes part: ids of bodies and places, or words. */
  readonly members: readonly string[];
  /** Null where nothing says it. */
  readonly level: SeriesLevel | null;
  /** Who hosts, one after the other; empty where no rotation is agreed. */
  readonly hosts: readonly string[];
  readonly every: SeriesRhythm | null;
  readonly standing: SeriesStanding;
  /** Once named, what is kept out stays out. */
  readonly keptOut: readonly KeptOut[];
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

/** A day that one side proposes for a session; it counts once every other side has accepted it. */
export interface DateProposal {
  readonly id: string;
  /** ISO date. */
  readonly day: string;
  readonly note: string;
  /** The side that proposes; null on a machine without accounts. */
  readonly party: string | null;
  readonly by: string;
  readonly at: string;
  readonly accepted: readonly string[];
  readonly declined: { readonly party: string | null; readonly note: string } | null;
}

export interface Session extends SessionFacts {
  readonly id: string;
  readonly stage: SessionStage;
  /** Ids of the items on its agenda, in order, each once. */
  readonly agenda: readonly string[];
  readonly minutes: string;
  readonly dates: readonly DateProposal[];
}

export const ITEM_REASONS = ['disputed', 'stuck', 'overdue', 'other'] as const;

export interface ItemContent {
  readonly id: string;
  readonly text: string;
  readonly tasks: readonly string[];
  readonly commitments: readonly string[];
  readonly why: (typeof ITEM_REASONS)[number];
}

export interface AgendaItem extends ItemContent {
  readonly closed: { readonly by: string; readonly at: string; readonly note: string } | null;
  /** What the minutes say of it, and the sides that agreed to exactly these words. */
  readonly minute: { readonly text: string; readonly agreed: readonly string[] } | null;
}

export const PROPOSED_TYPES = ['assign', 'set-due', 'reroute', 'urge', 'settle', 'wait'] as const;

/** What a decision asks to be done, as an action somebody still has to take. */
export interface ProposedAction {
  readonly type: (typeof PROPOSED_TYPES)[number];
  /** The task; null for one still to be assigned. */
  readonly task: string | null;
  /** What is to be kept by a task still to be assigned. */
  readonly commitment: string | null;
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

export const CARD_EVIDENCE = [
  'held',
  'tested',
  'established',
  'signed',
  'joined',
  'published',
  'report',
  'count',
  'stage',
] as const;

/** What shows, with its day, that a mechanism does what was agreed; never what was said there. */
export interface CardEvidence {
  readonly id: string;
  readonly what: (typeof CARD_EVIDENCE)[number];
  /** ISO date. */
  readonly day: string;
  /** Number of a document, or an address. */
  readonly source: string;
  /** A total, where a total is what shows it. */
  readonly count: number | null;
  readonly by: string;
}

export const REQUEST_OUTCOMES = ['done', 'part', 'refused', 'withdrawn'] as const;

/** A request of a case that only its number and days are kept of. */
export interface CountedRequest {
  readonly id: string;
  readonly number: string;
  /** ISO dates. */
  readonly opened: string;
  readonly closed: string | null;
  readonly outcome: (typeof REQUEST_OUTCOMES)[number] | null;
}

export interface SeriesState extends SeriesContent {
  /** In the order in which they were entered. */
  readonly sessions: readonly Session[];
  readonly items: readonly AgendaItem[];
  readonly decisions: readonly Decision[];
  /** Ordinals that several sessions bear and a person said are so. */
  readonly settledOrdinals: readonly number[];
  readonly evidence: readonly CardEvidence[];
  readonly requests: readonly CountedRequest[];
  readonly version: number;
  readonly last: { readonly id: string; readonly by: string; readonly type: string };
}
