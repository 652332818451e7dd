import type { PaperEntry } from '../../db/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { PeriodName } from '../../register/index.ts';
import type { Deviation, PaperKind, Setting } from '../../reports/index.ts';

/** What a person asks for: which paper, of what, and what is in its head and foot. */
export interface PaperRequest {
  readonly kind: PaperKind;
  readonly layout: string;
  readonly relation: string;
  /** The side whose paper it is. */
  readonly party: string;
  /** Where the layout leaves the language open. */
  readonly language: Locale;
  /** The second language of joint minutes. */
  readonly other: Locale | null;
  /** The unit it is about, or to; null for all of the side. */
  readonly unit: string | null;
  /** Single tasks, for a dispatch. */
  readonly tasks: readonly string[];
  /** The period in which `asOf` lies; null for how it stands now. */
  readonly every: PeriodName | null;
  readonly asOf: string | null;
  readonly series: string | null;
  readonly session: string | null;
  readonly issuer: string | null;
  /** `next` takes the next number of its row when the paper is made. */
  readonly number: number | 'next' | null;
  readonly notation: string;
  /** Of the committee, where numbers run through its term. */
  readonly term: string;
  readonly place: string;
  readonly date: string | null;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly authority: string;
  readonly signTitle: string;
  readonly signer: string;
  readonly annexSize: 'A4' | 'A3';
  readonly answerBy: string | null;
}

/** What a paper still lacks, or its maker should know before it leaves. */
export const PAPER_LACKS = [
  'number',
  'notation',
  'date',
  'place',
  'issuer',
  'addressee',
  'signer',
  'sign-title',
  'answer-by',
  'session',
  'nothing',
  'more-tasks',
  'translation',
  'unverified',
  'not-in-force',
  'right-to-left',
] as const;
export type PaperLack = (typeof PAPER_LACKS)[number];

/** A paper as it would leave now. */
export interface PaperDraft {
  readonly title: string;
  readonly setting: Setting;
  readonly lacks: readonly { readonly lack: PaperLack; readonly count: number }[];
  readonly deviations: readonly Deviation[];
  /** Rules looked at. */
  readonly checked: number;
  /** The next number of its row; null where its layout has no numbers. */
  readonly nextNumber: number | null;
}

export type MadePaper = PaperEntry;
