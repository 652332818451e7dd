import type { DigestItem, DigestMail } from '../../db/index.ts';
import type { LadderUrging, Lifecycle } from '../../register/index.ts';
import type { Strength } from '../../vocabulary/index.ts';

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

/** A debt that will be escalated, with the first step that brings in somebody beyond the units that owe. */
export interface Escalation extends LadderUrging {
  readonly title: string;
  readonly party: string;
  readonly lead: string;
  readonly strength: Strength;
  readonly lifecycle: Lifecycle;
  /** The asking seat's own unit owes it: it goes over its head. Else it comes to the seat. */
  readonly over: boolean;
}

/** What will be escalated to a seat, or over its head, if nothing changes. */
export interface Escalations {
  /** ISO dates: today, and the last day looked at. */
  readonly day: string;
  readonly until: string;
  readonly total: number;
  /** The last day the ladders ran by themselves; null before the first. */
  readonly ranOn: string | null;
  /** By the day on which they are sent. */
  readonly rows: readonly Escalation[];
}
