import type { Language } from '../../kernel/index.ts';
import type { PublicKind, PublishingBar, PublishingState } from '../../register/index.ts';
import type { WorkType } from '../../vocabulary/index.ts';

/** An item as the page of publishing shows it. */
export interface PublishingItem {
  readonly kind: PublicKind;
  /** Id in the register, and the permanent address. */
  readonly item: string;
  readonly id: string;
  readonly title: string;
  readonly language: Language | null;
  readonly path: string;
  readonly state: PublishingState;
  readonly bar: PublishingBar | null;
  /** Fields that are public now. */
  readonly fields: readonly string[];
  /** The version an action must name; 0 where it never was public. */
  readonly version: number;
}

export interface PublishingWork {
  readonly workId: string;
  readonly id: string;
  readonly title: string;
  readonly type: WorkType;
  readonly date: string | null;
  readonly side: string | null;
  /** How many of its items are public. */
  readonly public: Readonly<Record<'work' | 'text' | 'commitment', number>>;
  readonly texts: number;
  /** Commitments that people confirmed or corrected, and those nobody decided. */
  readonly decided: number;
  readonly undecided: number;
}

export interface PublishingOfWork {
  readonly work: PublishingWork;
  readonly items: readonly PublishingItem[];
}
