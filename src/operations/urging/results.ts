import type { DigestItem, DigestMail } from '../../db/index.ts';
import type { LadderUrging } from '../../register/index.ts';

/** What running the ladders for a day came to. */
export interface UrgedDay {
  readonly day: string;
  readonly urgings: readonly LadderUrging[];
  /** People who got a digest, and urgings that reach nobody. */
  readonly people: number;
  readonly unreached: number;
}

/** One urging of the log, with its answer and the working days that took. */
export interface UrgingEntry {
  readonly id: string;
  readonly task: string;
  readonly title: string;
  /** Whose debt it is about. */
  readonly units: readonly string[];
  readonly level: number;
  /** ISO instant. */
  readonly at: string;
  /** The hand; `rules` for the ladder. */
  readonly by: string;
  readonly text: string;
  readonly reply: { readonly text: string; readonly at: string } | null;
  /** Working days until the reply, or until today where there is none. */
  readonly days: number;
  /** The unit leads the task and it is overdue: a letter to it has something to say. */
  readonly letter: boolean;
}

/** A digest as its person, or the secretariat, sees it. */
export interface DigestView {
  readonly id: string;
  readonly day: string;
  /** Name of the person; null for what reached nobody. */
  readonly person: string | null;
  readonly items: readonly DigestItem[];
  readonly mail: DigestMail;
  readonly error: string | null;
}

/** The urgings a seat may see: the log, the digests, and how they go out. */
export interface UrgingsView {
  readonly day: string;
  /** Whether mail is set up. */
  readonly mail: boolean;
  /** The last day the ladders ran by themselves; null before the first. */
  readonly ranOn: string | null;
  readonly log: readonly UrgingEntry[];
  readonly digests: readonly DigestView[];
}
