import type { Message, ProblemCode, Span } from '../../kernel/index.ts';
import type { JudgedFinding, StandingBead, VersionPassage } from '../../register/index.ts';
import type { ExpressionSummary, WorkSummary } from '../results.ts';

/** One of two texts side by side. */
export interface VersionSide {
  readonly work: Pick<WorkSummary, 'id' | 'title' | 'date' | 'expressions'>;
  readonly expression: ExpressionSummary;
  readonly text: string;
  readonly passages: readonly VersionPassage[];
}

/** Everything the page of versions shows of two texts. */
export interface Versions {
  /** The version an action must name. */
  readonly version: number;
  readonly canUndo: boolean;
  /** How far the comparison is, 0..1; null where what is shown is of the present texts and links. */
  readonly progress: number | null;
  /** Why the last comparison broke down, or null. */
  readonly problem: { readonly code: ProblemCode; readonly details: Readonly<Record<string, string | number>> } | null;
  /** The text imported first. */
  readonly a: VersionSide;
  readonly b: VersionSide;
  readonly beads: readonly (StandingBead & { readonly moved: boolean })[];
  readonly findings: readonly JudgedFinding[];
  readonly messages: readonly Message[];
  /** Links made by hand whose passages are not in the present texts. */
  readonly lostEdits: number;
}

/** Where a commitment stands in another language version. */
export interface Parallel {
  readonly expressionId: string;
  readonly language: ExpressionSummary['language'];
  readonly file: string;
  /** The passages of the other text that translate those of the commitment; null where it has none, or is not compared yet. */
  readonly passage: { readonly span: Span; readonly words: string; readonly score: number } | null;
  /** How far the comparison of the two texts is; null where it is done. */
  readonly progress: number | null;
  /** The same commitment there: joined to this one by a person, or proposed by the rules. */
  readonly commitment: {
    readonly id: string;
    readonly quote: string;
    readonly span: Span;
    readonly version: number;
    readonly joined: boolean;
    /** How sure the rules are, 0..1; 1 where a person joined them. */
    readonly score: number;
  } | null;
}
