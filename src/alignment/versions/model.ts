import type { Span } from '../../kernel/index.ts';

/** What can differ between two language versions (contract of `servanda versions`). */
export type FindingType =
  | 'untranslated'
  | 'omitted'
  | 'added'
  | 'number-mismatch'
  | 'name-error'
  | 'wrong-title'
  | 'meaning-shift';

/** `critical`: another undertaking, actor, number or office; `major`: a reader is misled; `minor`: a reader notices. */
export type FindingSeverity = 'critical' | 'major' | 'minor';

/** Words of one version: the first line they stand in (1-based), the span in the text, and exactly its slice. */
export interface Place {
  readonly line: number;
  readonly span: Span;
  readonly quote: string;
}

/** A difference between two language versions, for a person to judge. */
export interface VersionFinding {
  readonly type: FindingType;
  readonly severity: FindingSeverity;
  /** The version that is probably wrong; `both` where that cannot be told or both are. */
  readonly side: 'a' | 'b' | 'both';
  /** Null where a version has nothing. */
  readonly a: Place | null;
  readonly b: Place | null;
  /** Rule that found it; with `finding.` before it a message id. */
  readonly rule: string;
  /** The words the message names. */
  readonly details: Readonly<Record<string, string | number>>;
}
