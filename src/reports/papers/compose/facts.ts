import type { Language, Locale } from '../../../kernel/index.ts';
import type { Lifecycle, Outcome, Timeliness } from '../../../register/index.ts';
import type { Sector, WorkType } from '../../../vocabulary/index.ts';
import type { Annex, Paper, PaperKind, Signature } from '../model.ts';

/** Words that bind, and where they stand. */
export interface PaperCommitment {
  readonly id: string;
  readonly quote: string;
  readonly language: Language;
  readonly work: string;
  readonly type: WorkType;
  /** Codes of the work's parties. */
  readonly parties: readonly string[];
  readonly path: string;
  /** ISO date of the work. */
  readonly date: string | null;
  readonly sector: Sector;
}

/** A task as papers tell of it: only what whoever makes the paper may see. Units by name, in the language of the paper. */
export interface PaperTask {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly partners: readonly string[];
  /** ISO dates. */
  readonly due: string | null;
  readonly ended: string | null;
  readonly timeliness: Timeliness;
  readonly lifecycle: Lifecycle;
  readonly outcome: Outcome | null;
  /** Working days it is late. */
  readonly late: number;
  readonly commitments: readonly PaperCommitment[];
  readonly product: string;
  /** What the lead last reported for the period, and what shows it. */
  readonly report: { readonly text: string; readonly evidence: readonly string[] } | null;
  readonly obstacles: readonly { readonly text: string; readonly to: string | null; readonly answer: string | null }[];
  readonly urged: number;
  readonly reply: string | null;
  readonly dispute: string | null;
}

/** One item of a session's agenda. */
export interface PaperItem {
  readonly id: string;
  readonly text: string;
  readonly closed: boolean;
  readonly minute: string | null;
  readonly decisions: readonly string[];
  readonly tasks: readonly string[];
  /** The words the item is about, in each language they are known in. */
  readonly quotes: readonly PaperCommitment[];
}

export interface PaperSession {
  readonly names: Readonly<Record<Locale, string>>;
  readonly ordinal: number | null;
  readonly date: string | null;
  readonly minutes: string;
  readonly items: readonly PaperItem[];
}

/** What the register holds for a paper, on a day. */
export interface PaperFacts {
  /** ISO date that everything is as of. */
  readonly day: string;
  /** The unit it is about; null for all of a side. */
  readonly unit: string | null;
  readonly period: {
    readonly name: 'month' | 'quarter' | 'half-year' | 'year';
    readonly from: string;
    readonly to: string;
  } | null;
  readonly tasks: readonly PaperTask[];
  /** The directions of the relation in their order, each with the sectors it holds; none where a relation has none. */
  readonly directions: readonly {
    readonly names: Readonly<Partial<Record<Locale, string>>>;
    readonly sectors: readonly string[];
  }[];
  /** Tasks beyond those, that one paper does not hold. */
  readonly more: number;
  readonly session: PaperSession | null;
}

/** What a person says of a paper: its head and foot. */
export interface PaperHead {
  readonly kind: PaperKind;
  readonly language: Locale;
  readonly other: Locale | null;
  readonly issuer: Paper['issuer'];
  readonly number: number | null;
  readonly notation: string;
  readonly place: string;
  readonly date: string | null;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly signatures: readonly Signature[];
  readonly annexSize: Annex['size'];
  /** By when an answer is wanted; null where a person has not said it. */
  readonly answerBy: string | null;
}
