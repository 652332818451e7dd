import type { CommitmentFields } from '../../commitments/index.ts';
import type { Language } from '../../kernel/index.ts';
import type { Relation, WorkType } from '../../vocabulary/index.ts';
import type { NameForms } from '../entities/index.ts';

/** What can be made public, each item by itself. */
export const PUBLIC_KINDS = ['work', 'text', 'commitment', 'task'] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];

/**
 * Fields that are made public each by itself. Without any, a work shows its title, type and date, a text its words, a
 * commitment its quote with the work it is of, a task its title.
 */
export const PUBLIC_FIELDS = {
  work: ['parties'],
  text: ['file'],
  commitment: [
    ...(['kind', 'strength', 'sector', 'actors', 'action', 'due', 'targets', 'instruments', 'mechanisms'] as const),
    ...(['places', 'context', 'source', 'versions', 'lineage'] as const),
  ],
  task: ['lead', 'due', 'standing'],
} as const satisfies Readonly<Record<PublicKind, readonly string[]>>;
export type PublicField = (typeof PUBLIC_FIELDS)[PublicKind][number];

/** The work something is of, as far as its citation names it. */
export interface PublicSource {
  /** The work's own address; whether it is public is another matter. */
  readonly id: string;
  readonly title: string;
  readonly type: WorkType;
  /** ISO date. */
  readonly date: string | null;
}

export interface PublicWork {
  readonly kind: 'work';
  readonly title: string;
  readonly type: WorkType;
  /** ISO date. */
  readonly date: string | null;
  readonly parties: readonly string[];
}

/** A provision of a text: `[start, end)` in UTF-16 units of the text. */
export interface PublicProvision {
  readonly start: number;
  readonly end: number;
  readonly role: string;
  readonly level: number;
  readonly path: string;
}

export interface PublicText {
  readonly kind: 'text';
  readonly work: PublicSource;
  readonly language: Language;
  readonly text: string;
  readonly provisions: readonly PublicProvision[];
  readonly file: { readonly name: string; readonly sha256: string } | null;
}

type Shown = Pick<
  CommitmentFields,
  'kind' | 'strength' | 'sector' | 'actors' | 'action' | 'due' | 'instruments' | 'mechanisms' | 'places' | 'targets'
>;

export interface PublicCommitment {
  readonly kind: 'commitment';
  readonly quote: string;
  readonly language: Language;
  readonly path: string;
  readonly work: PublicSource;
  /** The address of its text, and where in it the words stand. */
  readonly text: { readonly id: string; readonly start: number };
  readonly fields: Partial<Shown>;
  /** What the texts of its work call the bodies among its actors that no register knows; goes along with the actors. */
  readonly names?: readonly { readonly id: string; readonly language: string; readonly words: string }[];
  /** Words before and after the quote, to the ends of its provision. */
  readonly context: { readonly before: string; readonly after: string } | null;
  /** The file and the offsets in its text, so that anybody finds the words again. */
  readonly source: {
    readonly file: string;
    readonly sha256: string;
    readonly start: number;
    readonly end: number;
    readonly page: number | null;
  } | null;
  /** The same words in other languages. */
  readonly versions: readonly { readonly language: Language; readonly quote: string }[];
  /** Commitments it carries on, by their addresses. */
  readonly lineage: readonly { readonly earlier: string; readonly relation: Relation }[];
}

export interface PublicTask {
  readonly kind: 'task';
  readonly title: string;
  readonly party: string;
  /** Addresses of the commitments it serves. */
  readonly serves: readonly string[];
  readonly lead: NameForms | null;
  readonly due: string | null;
  readonly standing: {
    readonly lifecycle: string;
    readonly outcome: string | null;
    readonly ended: string | null;
  } | null;
}

/** Exactly what anybody reads of an item. */
export type PublicView = PublicWork | PublicText | PublicCommitment | PublicTask;
export type ViewOf<Kind extends PublicKind> = Extract<PublicView, { readonly kind: Kind }>;

/** What can be done to an item: made public (anew, where it is), taken back with a word why, or the latest of these undone. */
export type PublicationBody =
  | {
      readonly type: 'publish';
      readonly kind: PublicKind;
      readonly item: string;
      readonly side: string | null;
      readonly fields: readonly string[];
      readonly view: PublicView;
    }
  | { readonly type: 'withdraw'; readonly note: string }
  | { readonly type: 'undo' };

export interface PublicationAction {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** The side whose seat did it; null on a machine without accounts. */
  readonly party: string | null;
  readonly body: PublicationBody;
}

export interface PublicationState {
  readonly kind: PublicKind;
  readonly item: string;
  readonly side: string | null;
  readonly state: 'public' | 'withdrawn';
  readonly withdrawnBy: string | null;
  readonly fields: readonly string[];
  /** Null where it is withdrawn. */
  readonly view: PublicView | null;
  readonly firstAt: string;
  readonly changedAt: string;
}

/** Why something cannot be made public as it is. */
export const PUBLISHING_BARS = ['withdrawn', 'undecided', 'rejected', 'lost', 'gone'] as const;
export type PublishingBar = (typeof PUBLISHING_BARS)[number];

export const PUBLISHING_STATES = ['internal', 'public', 'changed', 'withdrawn'] as const;
export type PublishingState = (typeof PUBLISHING_STATES)[number];
