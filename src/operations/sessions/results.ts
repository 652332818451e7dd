import type { SeriesNote, TaskRow } from '../../db/index.ts';
import type { Language, Span } from '../../kernel/index.ts';
import type {
  AgendaItem,
  HistoryStep,
  ItemContent,
  NameForms,
  OrdinalConflict,
  SeriesAction,
  SeriesActionType,
  SeriesContent,
  SeriesSession,
  SeriesStanding,
  SeriesState,
  SessionDecision,
} from '../../register/index.ts';

/** What a list shows of a mechanism that meets. */
export interface SeriesRow extends SeriesContent {
  readonly id: string;
  readonly relation: string;
  /** The mechanism of the registers it is, or null. */
  readonly entity: string | null;
  /** The side whose own it is; null where both take part. */
  readonly side: string | null;
  readonly restricted: boolean;
  /** Whether it is there, by what sessions and papers show. */
  readonly now: SeriesStanding;
  readonly last: SeriesSession | null;
  readonly next: SeriesSession | null;
  readonly open: SeriesSession | null;
  /** Items no session has closed. */
  readonly unclosed: number;
  readonly conflicts: readonly OrdinalConflict[];
  readonly missing: readonly number[];
  /** Commitments that name it. */
  readonly commitments: number;
  /** ISO date of the latest evidence. */
  readonly shown: string | null;
}

export interface SeriesList {
  /** ISO date that last and next are of. */
  readonly day: string;
  readonly rows: readonly SeriesRow[];
}

/** Words of a text that tell of a session. */
export interface ToldWords {
  readonly key: string;
  readonly workTitle: string;
  readonly expressionId: string;
  readonly language: Language;
  readonly span: Span;
  readonly quote: string;
}

/** A document that came of a session of a mechanism. */
export interface OutcomeDocument {
  readonly work: string;
  readonly title: string;
  readonly date: string | null;
  /** One of its texts, to be read. */
  readonly expressionId: string;
  readonly session: string | null;
}

/** Everything the page of a mechanism shows to a seat. */
export interface SeriesDetail extends SeriesRow {
  readonly day: string;
  /** 0 where nobody has done anything yet: the first action begins its log. */
  readonly version: number;
  readonly actions: readonly Exclude<SeriesActionType, 'begin'>[];
  readonly sessions: readonly (SeriesSession & { readonly facts: readonly string[] })[];
  readonly told: readonly ToldWords[];
  /** Whose turn it is to host, or null. */
  readonly host: string | null;
  readonly items: readonly AgendaItem[];
  readonly decisions: readonly SeriesDecision[];
  readonly evidence: SeriesState['evidence'];
  readonly requests: SeriesState['requests'];
  /** Documents that came of its sessions, newest first, each with the session it came of; null where none is recorded yet. */
  readonly outcomes: readonly OutcomeDocument[];
  readonly proposals: readonly ItemContent[];
  /** The tasks of items, decisions and proposals that the seat may see. */
  readonly tasks: readonly TaskRow[];
  readonly named: readonly { readonly id: string; readonly quote: string; readonly language: Language }[];
  readonly notes: readonly Pick<SeriesNote, 'about' | 'text' | 'at' | 'by'>[];
  /** Names of members and hosts that are bodies or places of the registers. */
  readonly memberNames: Readonly<Record<string, NameForms>>;
  readonly instruments: readonly { readonly id: string; readonly names: NameForms; readonly expires: string | null }[];
  readonly history: readonly (HistoryStep<SeriesActionType> & Pick<SeriesAction, 'party'>)[];
  readonly latest: { readonly id: string; readonly type: string } | null;
}

export interface SeriesDecision extends Omit<SessionDecision, 'proposes'> {
  /** `mine`: the seat's side can take it up. */
  readonly proposes: readonly (SessionDecision['proposes'][number] & { readonly mine: boolean })[];
}
