import type { Language, Span } from '../../kernel/index.ts';
import type { QuoteSelector } from '../find-quote.ts';

/** A passage of a text by its exact words; the span is a hint. */
export interface PassageCitation extends QuoteSelector {
  readonly span: Span;
}

/** A passage of a text on the page of versions: one line that is not blank. */
export interface VersionPassage {
  readonly span: Span;
  readonly language: Language;
  readonly role: 'heading' | 'item' | 'paragraph' | 'continuation' | 'furniture';
}

/** Passages that translate each other, as indexes; an empty list where one text has nothing. */
export interface PassageBead {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** 0..1 */
  readonly score: number;
  readonly why: readonly { readonly sign: string; readonly a: string; readonly b: string }[];
}

export const FINDING_TYPES = [
  'untranslated',
  'omitted',
  'added',
  'number-mismatch',
  'name-error',
  'wrong-title',
  'meaning-shift',
] as const;
export type FindingType = (typeof FINDING_TYPES)[number];

export const FINDING_SEVERITIES = ['critical', 'major', 'minor'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** Words of one text and the place they had when the finding was made. */
export interface FindingWords {
  readonly span: Span;
  readonly quote: string;
}

/** A difference between two texts as the rules report it. */
export interface Finding {
  readonly type: FindingType;
  readonly severity: FindingSeverity;
  /** The text that is probably wrong. */
  readonly side: 'a' | 'b' | 'both';
  readonly rule: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly a: FindingWords | null;
  readonly b: FindingWords | null;
}

/** What a person says of a finding; `null` takes a judgement back. */
export const VERDICTS = ['true', 'false'] as const;
export type FindingVerdict = (typeof VERDICTS)[number];

/** What people can do to two texts side by side; `docs/actions.md` says what follows. */
export type VersionsBody =
  /** These passages translate each other. */
  | { readonly type: 'link'; readonly a: readonly PassageCitation[]; readonly b: readonly PassageCitation[] }
  /** None of these passages translates any of those. */
  | { readonly type: 'unlink'; readonly a: readonly PassageCitation[]; readonly b: readonly PassageCitation[] }
  | {
      readonly type: 'judge';
      readonly key: string;
      /** As it was when it was judged, so that it is known even where the rules no longer report it. */
      readonly finding: Finding;
      readonly verdict: FindingVerdict | null;
      /** The wording a translator proposes, or why the finding is none. */
      readonly note: string;
    }
  | { readonly type: 'undo'; readonly undoes: string };

export interface VersionsAction {
  readonly id: string;
  /** 1-based, without gaps, per pair of texts. */
  readonly sequence: number;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: VersionsBody;
}
