import type { Kind, Strength } from '../../vocabulary/index.ts';
import type { VerbSense } from '../lexicon/sense.ts';
import type { Token } from '../lexicon/token.ts';
import { withoutSaying } from './sayings.ts';
import { strengthOf } from './strength.ts';
import { trimEnd, withoutAssignment } from './trim.ts';
import type { Unit, UnitFrame, UnitReason, UnitSubject } from './unit.ts';

/** A unit while its end is not known. Token indices. */
export interface Draft {
  readonly startToken: number;
  /** First and last word of the head verbs. */
  readonly actionFirst: number;
  readonly actionLast: number;
  readonly verbs: readonly VerbSense[];
  readonly kind: Kind;
  readonly frame: UnitFrame | null;
  readonly subject: UnitSubject | null;
  readonly confidence: number;
  /** Id of the verb's data entry or of the rule that stood in for it. */
  readonly rule: string;
  /** Where the rule that opened the unit knows its strength. */
  readonly strength?: Strength;
}

/** "adhere to" is known with its preposition, but the head verb is "adhere"; "step up" keeps its particle. */
const TAIL = / (?:to|of|on|with|for|from|upon|towards?|each other|with each other|với|cùng)$/;

function withoutTail(action: string): string {
  return action.replace(TAIL, '');
}

/** A stance says what it is about: "khẳng định, Việt Nam sẽ …", "hoan nghênh và nhất trí …" say it in the unit that follows. */
const STANCE = /^(?:position|support)$/;

/** The units of one sentence as they are found: at most one is open, and the next one ends it. */
export class Drafts {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #language: string;
  readonly #done: (Draft & { readonly end: number })[] = [];
  open: Draft | null = null;

  constructor(text: string, tokens: readonly Token[], language: string) {
    this.#text = text;
    this.#tokens = tokens;
    this.#language = language;
  }

  get count(): number {
    return this.#done.length + (this.open === null ? 0 : 1);
  }

  begin(draft: Draft): void {
    this.open = draft;
  }

  /** Ends the open unit at a flat offset. */
  close(end: number): void {
    if (this.open !== null) this.#done.push({ ...this.open, end });
    this.open = null;
  }

  /** Ends the open unit where a token begins. */
  closeAt(token: number): void {
    this.close(this.#tokens[token]?.start ?? 0);
  }

  /** Opens the last unit again, so that more words become part of it. */
  reopen(): void {
    const last = this.#done.pop();
    if (last !== undefined) this.open = last;
  }

  /** Takes back the last unit closed, where it turned out to be no unit of its own. */
  drop(test: (draft: Draft & { readonly end: number }) => boolean): void {
    const index = this.#done.findIndex(test);
    if (index >= 0) this.#done.splice(index, 1);
  }

  units(): Unit[] {
    const units: Unit[] = [];
    for (const draft of this.#done) {
      const unit = this.#unit(draft, draft.end);
      if (unit !== null) units.push(unit);
    }
    return units;
  }

  #unit(draft: Draft, at: number): Unit | null {
    const head = this.#tokens[draft.actionFirst];
    const action = this.#tokens[draft.actionLast];
    const start = this.#tokens[draft.startToken]?.start ?? 0;
    if (head === undefined || action === undefined) return null;
    const trimmed = withoutAssignment(this.#text, start, trimEnd(this.#text, start, at));
    const end = this.#language === 'en' ? withoutSaying(this.#text, start, trimmed) : trimmed;
    if (end <= start || end < action.end) return null;
    if (draft.rule === `frame:vi/${draft.frame?.id}` && STANCE.test(draft.kind) && end === action.end) return null;
    const lead = this.#text.slice(start, head.start);
    const verbLast = this.#language === 'fa' && action.end >= end;
    const strength =
      draft.strength ??
      (draft.frame?.id === 'invite' && draft.kind === 'commitment' ? 'deliver' : undefined) ??
      strengthOf(draft.verbs, this.#text.slice(verbLast ? start : action.end, verbLast ? head.start : end), lead);
    const reasons: UnitReason[] = [{ rule: draft.rule, start: head.start, end: action.end }];
    if (draft.frame !== null) {
      const rule = `frame:${this.#language}/${draft.frame.id}`;
      if (rule !== draft.rule) reasons.unshift({ rule, start: draft.frame.start, end: draft.frame.end });
    }
    return {
      start,
      end,
      actionStart: head.start,
      actionEnd: head.start + withoutTail(this.#text.slice(head.start, action.end)).length,
      kind: draft.kind,
      strength:
        draft.kind === 'support'
          ? 'support'
          : draft.kind === 'record'
            ? 'deliver'
            : strength === 'support'
              ? 'promote'
              : strength,
      frame: draft.frame,
      subject: draft.subject,
      ownSubject: draft.subject !== null,
      confidence: Math.round(draft.confidence * 100) / 100,
      reasons,
    };
  }
}
