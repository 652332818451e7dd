import type { Provision } from '../documents/index.ts';
import type { Span } from '../kernel/index.ts';
import type { Governor } from './reading/unit.ts';

/** Who acts and under which introducing words, as handed on from sentence to sentence. */
export interface Thread {
  readonly governor: Governor | null;
  readonly subject: { readonly text: string; readonly span: Span } | null;
}

interface Announcement extends Thread {
  readonly provision: Provision;
}

/** What a body is told by being named above a list of tasks. */
export const ASSIGNED: Governor = { id: 'assigned', kind: 'commitment', complement: 'action' };
const EMPTY: Thread = { governor: null, subject: null };

/**
 * Keeps track of what governs the subjectless sentences of a document: the frame of the running passage, and the
 * sentences ending in a colon that announce items ("agreed on the following:"). An item listens to its announcement,
 * a paragraph to the passage it continues.
 */
export class Discourse {
  readonly #provisions: readonly Provision[];
  #thread: Thread = EMPTY;
  #path = '';
  #announcements: Announcement[] = [];
  /** The heading that named who acts in the running passage: what stands below another is not theirs. */
  #heading: number | null = null;

  /** Subject of the running item or paragraph: subjectless sentences take it (GUIDE, clarification 4). */
  #opening: Thread['subject'] = null;
  #fresh = true;
  /** Level of the running item: one beside or above it names its own subject (GUIDE, clarification 4). */
  #level = 0;

  constructor(provisions: readonly Provision[]) {
    this.#provisions = provisions;
  }

  /**
   * A heading or item that only names who is to act: what stands below it is theirs.
   * @param governor what they are told by, where the sentence says so ("requested the Secretariat to:")
   */
  assign(provision: Provision, subject: NonNullable<Thread['subject']>, governor: Governor | null = null): void {
    this.#announcements.push({ governor: governor ?? ASSIGNED, subject, provision });
  }

  /** Headings speak for what stands below them only. */
  #leaveHeadings(provision: Provision): void {
    const above = new Set<number>();
    for (let at = provision.parent; at !== null; at = this.#provisions[at]?.parent ?? null) above.add(at);
    this.#announcements = this.#announcements.filter(
      (entry) => entry.provision.role !== 'heading' || above.has(entry.provision.index),
    );
    if (this.#heading === null || above.has(this.#heading)) return;
    this.#heading = null;
    this.#thread = EMPTY;
  }

  /** What governs a provision when its first sentence is read. */
  enter(provision: Provision): Thread {
    const labelled = provision.role === 'item';
    this.#leaveHeadings(provision);
    if (labelled) {
      this.#announcements = this.#announcements.filter((entry) => {
        if (entry.provision.role !== 'item') return true;
        return provision.level > entry.provision.level;
      });
    }
    const announced = this.#announcements.at(-1);
    const continues = !labelled && provision.path === this.#path && this.#thread.governor !== null;
    if (!continues && announced !== undefined) {
      this.#thread = announced;
      if (announced.provision.role === 'heading') this.#heading = announced.provision.index;
    } else if (labelled && provision.level <= this.#level) this.#thread = { ...this.#thread, subject: null };
    this.#level = labelled ? provision.level : Number.POSITIVE_INFINITY;
    this.#path = provision.path;
    this.#opening = this.#thread.subject;
    this.#fresh = true;
    return this.#thread;
  }

  /** Takes up what a sentence set; `subject` is the first it names. Returns what governs the next sentence. */
  follow(provision: Provision, set: Thread & { readonly announces: boolean }): Thread {
    if (set.subject !== null && (this.#fresh || this.#opening === null)) this.#opening = set.subject;
    this.#fresh = false;
    this.#thread = { governor: set.governor ?? this.#thread.governor, subject: this.#opening };
    if (set.announces) {
      this.#announcements = this.#announcements.filter(
        (entry) =>
          entry.provision.role === 'heading' ||
          entry.provision.level < provision.level ||
          (entry.provision.role !== 'item' && provision.role === 'item'),
      );
      this.#announcements.push({ governor: this.#thread.governor, subject: set.subject ?? this.#opening, provision });
    }
    return this.#thread;
  }
}
