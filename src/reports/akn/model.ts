import type { CommitmentFields } from '../../commitments/index.ts';
import type { PageStart, Provision } from '../../documents/index.ts';
import type { Language, Span } from '../../kernel/index.ts';
import type { WorkType } from '../../vocabulary/index.ts';

/** A provision as the tree of the file needs it, in the order of the text. */
export type AknProvision = Pick<Provision, 'index' | 'role' | 'span' | 'marker' | 'eId' | 'parent' | 'language'>;

/** A commitment found in the text; `id` is the register's, or any that is unique in the text. */
export interface AknCommitment extends CommitmentFields {
  readonly id: string;
  readonly span: Span;
  /** What people decided of it; null where nobody was asked. */
  readonly decision: string | null;
  /** The day a person chose for looking at it again (ISO date), or null. */
  readonly review: string | null;
}

/** Everything an Akoma Ntoso file is made of. All spans are UTF-16 units of `text`. */
export interface AknInput {
  readonly work: {
    readonly title: string;
    readonly type: WorkType;
    /** ISO date; null where unknown. */
    readonly date: string | null;
    readonly number: string | null;
    /** ISO 3166 codes, or names where a party is no state. */
    readonly parties: readonly string[];
  };
  readonly text: string;
  readonly language: Language;
  readonly provisions: readonly AknProvision[];
  readonly pages: readonly PageStart[];
  readonly commitments: readonly AknCommitment[];
  /** The file the text was read from, where the text begins in that of the file, and which version of the expression it is. */
  readonly source: {
    readonly name: string;
    readonly sha256: string;
    readonly version: number;
    readonly start: number;
  };
  /** ISO date on which the file is written. */
  readonly on: string;
}
