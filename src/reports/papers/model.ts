import type { Language, Locale } from '../../kernel/index.ts';

/** The papers that are made of the register. */
export const PAPER_KINDS = ['dispatch', 'urging', 'report', 'leaders', 'session', 'minutes', 'brief'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Where words of a paper stand: the commitment, and what a reader looks it up by. */
export interface Citation {
  /** Id of the commitment; null for words of another document. */
  readonly commitment: string | null;
  /** Work, place in it and day, as they are printed. */
  readonly label: string;
}

/** One paragraph of a paper. */
export interface Said {
  readonly text: string;
  readonly cites: readonly Citation[];
  /** Words of a document: kept in their own language. */
  readonly language?: Language;
}

export interface PaperTable {
  /** Heads of the columns, with their share of the width. */
  readonly columns: readonly { readonly title: string; readonly share: number; readonly centred?: true }[];
  /** Cells of one paragraph or several. */
  readonly rows: readonly (readonly (readonly string[])[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | ({ readonly kind: 'paragraph' } & Said)
  | ({ readonly kind: 'item' } & Said)
  | { readonly kind: 'table'; readonly table: PaperTable }
  /** The same in two languages, side by side. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly strong?: true };

/** Who signs: on whose behalf, as what, and the name; null where a person still has to say it. */
export interface Signature {
  readonly authority: string | null;
  readonly title: string | null;
  readonly name: string | null;
}

export interface Annex {
  readonly title: string;
  /** A3 is for printing on one large sheet; both lie on their side. */
  readonly size: 'A4' | 'A3';
  readonly table: PaperTable;
}

/** A paper as its layout then sets it. */
export interface Paper {
  readonly kind: PaperKind;
  readonly language: Locale;
  /** The second language of a paper in two. */
  readonly other: Locale | null;
  /** The paper's name for lists and readers of files. */
  readonly title: string;
  readonly issuer: { readonly above: string | null; readonly name: string };
  /** Reserved by a person; null in a draft. The notation is what follows the number: `BC-UBND`. */
  readonly number: number | null;
  readonly notation: string;
  readonly place: string;
  /** ISO date; null where the day is left open. */
  readonly date: string | null;
  /** BÁO CÁO; null for a dispatch, whose subject stands under its number. */
  readonly typeName: string | null;
  /** In the second language the same follows. */
  readonly subject: string;
  readonly otherHead: { readonly typeName: string; readonly subject: string } | null;
  readonly addressees: readonly string[];
  readonly grounds: readonly string[];
  readonly body: readonly Block[];
  /** One, or one a side. */
  readonly signatures: readonly Signature[];
  readonly recipients: readonly string[];
  readonly annexes: readonly Annex[];
}
