import type { Language } from '../../kernel/index.ts';
import type { Level, LineageReason } from '../../lineage/index.ts';
import type { Decision } from '../../register/index.ts';
import type { Relation, WorkType } from '../../vocabulary/index.ts';
import type { CommitmentRow } from '../results.ts';

/** A work as lineage sees it: a whole text, or the part of it that is a document of its own. */
export interface WorkInLineage {
  /** `<expression>#1`, `#2` for a statement that a letter carries. */
  readonly id: string;
  readonly workId: string;
  readonly expressionId: string;
  readonly title: string;
  readonly type: WorkType;
  /** ISO date. */
  readonly date: string | null;
  readonly level: Level;
  readonly language: Language;
  /** States concerned, ISO 3166. */
  readonly parties: readonly string[];
  readonly demonstration: boolean;
}

export interface Tracing {
  readonly done: number;
  readonly total: number;
}

/** Two commitments of which the later carries the earlier on. */
export interface LinkView {
  readonly id: string;
  readonly earlierId: string;
  readonly laterId: string;
  readonly relation: Relation;
  readonly decision: Decision;
  /** The version a decision must name. */
  readonly version: number;
  readonly canUndo: boolean;
  readonly origin: 'rules' | 'person';
  /** False where both are only near enough to be looked at. */
  readonly likely: boolean;
  /** 0..1. */
  readonly score: number;
  readonly why: readonly LineageReason[];
}

/** A commitment in a thread or a comparison, with the id of the work in lineage it stands in. */
export interface LineageRow extends CommitmentRow {
  readonly part: string;
}

/** The words of an entry in another language version. */
export interface CitationInLineage {
  readonly entry: string;
  readonly id: string;
  readonly language: Language;
  readonly quote: string;
}

export interface ThreadView {
  /** The entry asked for, or the one that the commitment asked for is a further citation of. */
  readonly start: string;
  readonly works: readonly WorkInLineage[];
  /** In order of their works' dates and of the text. */
  readonly rows: readonly LineageRow[];
  /** The words of the rows in other language versions. */
  readonly citations: readonly CitationInLineage[];
  readonly links: readonly LinkView[];
  /** Links that are only possible, or that people rejected; their commitments stand in `rows` too. */
  readonly aside: readonly LinkView[];
  /** Newest agreed text of the level of the first, where the thread does not reach it. */
  readonly silentSince: WorkInLineage | null;
  readonly tracing: Tracing | null;
}

/** What became of a commitment between two works. */
export const CHANGES = ['new', 'stronger', 'weaker', 'same', 'fulfilled', 'reported', 'gone', 'unclear'] as const;
export type Change = (typeof CHANGES)[number];

/** One line of a comparison: a link with both sides, or a side that stands alone. */
export interface ChangeRow {
  readonly change: Change;
  readonly earlier: LineageRow | null;
  readonly later: LineageRow | null;
  readonly link: LinkView | null;
}

export interface ChangesView {
  readonly earlier: WorkInLineage;
  readonly later: WorkInLineage;
  readonly counts: Readonly<Record<Change, number>>;
  readonly rows: readonly ChangeRow[];
  readonly tracing: Tracing | null;
}

/** A commitment of the states, and where each local document takes it up. */
export interface CascadeViewRow {
  readonly commitment: LineageRow;
  readonly takenUp: readonly { readonly link: LinkView; readonly by: LineageRow }[];
}

export interface CascadeView {
  readonly national: WorkInLineage;
  readonly locals: readonly WorkInLineage[];
  readonly rows: readonly CascadeViewRow[];
  readonly tracing: Tracing | null;
}
