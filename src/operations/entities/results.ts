import type { EntityListState } from '../../db/index.ts';
import type { FactStatus, FactValue } from '../../entities/index.ts';
import type { Language, Span } from '../../kernel/index.ts';
import type {
  EntityDecision,
  EntityFields,
  EntityOrigin,
  EntityRejectReason,
  FactSummary,
  HistoryStep,
  NameForms,
} from '../../register/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';

/** A row of a register of entries. */
export interface EntityRow {
  readonly id: string;
  readonly relation: string;
  readonly kind: EntityKind;
  readonly state: EntityListState | 'merged';
  readonly decision: EntityDecision;
  readonly origin: EntityOrigin;
  readonly unsure: boolean;
  readonly version: number;
  readonly canUndo: boolean;
  readonly fields: EntityFields;
  /** The entry it was merged into, or null. */
  readonly mergedInto: string | null;
  readonly successorName: EntityFields['names'] | null;
  readonly summary: FactSummary;
  /** Facts of it that contradict each other. */
  readonly contradictions: number;
  readonly mentions: number;
  readonly works: number;
  readonly commitments: number;
  /** Another entry that may be the same. */
  readonly duplicate: { readonly id: string; readonly names: EntityFields['names']; readonly score: number } | null;
}

export interface EntityFacet {
  readonly value: string;
  readonly count: number;
}

export interface EntityList {
  readonly total: number;
  readonly rows: readonly EntityRow[];
  readonly facets: Readonly<Record<'state' | 'party' | 'type' | 'relation', readonly EntityFacet[]>>;
}

/** An entry another page links to. */
export interface EntityLink {
  readonly id: string;
  readonly names: EntityFields['names'];
  readonly from: string | null;
  readonly until: string | null;
}

interface Place {
  readonly workId: string;
  readonly workTitle: string;
  readonly workDate: string | null;
  readonly expressionId: string;
  readonly language: Language;
  readonly span: Span;
  readonly quote: string;
}

/** A fact with the words that say it. */
export interface EntityFactRow extends Place {
  readonly key: string;
  readonly value: FactValue;
  readonly status: FactStatus;
  readonly contradicts: boolean;
  readonly dismissed: boolean;
}

/** A place where an entry is named. */
export interface EntityMentionRow extends Place {
  readonly prefix: string;
  readonly suffix: string;
  readonly rule: string;
  /** The entry of that name: the one shown, one merged into it, or one it followed. */
  readonly entityId: string;
}

export interface EntityHistoryEntry extends HistoryStep {
  readonly reason: EntityRejectReason | null;
  readonly note: string;
}

/** Everything the page of an entry shows. */
export interface EntityDetail extends EntityRow {
  /** What it followed, the oldest first, and what followed it. */
  readonly predecessors: readonly EntityLink[];
  readonly successors: readonly EntityLink[];
  readonly parent: EntityLink | null;
  /** Entries merged into it; each can be taken out again. */
  readonly merged: readonly (EntityLink & { readonly version: number })[];
  readonly duplicates: readonly {
    readonly id: string;
    readonly names: EntityFields['names'];
    readonly score: number;
  }[];
  readonly facts: readonly EntityFactRow[];
  readonly places: readonly EntityMentionRow[];
  readonly history: readonly EntityHistoryEntry[];
  /** Names of the entries its history speaks of, as far as the seat may see them, by id. */
  readonly spokenOf: Readonly<Record<string, NameForms>>;
}
