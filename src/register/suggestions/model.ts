import type { CommitmentFields, Reason } from '../../commitments/index.ts';
import type { Language } from '../../kernel/index.ts';
import type { Lesson } from '../../vocabulary/index.ts';
import type { Decision, RejectReason } from '../actions.ts';

/** A commitment people decided on, or marked themselves, beside what the rules had proposed. */
export interface DecidedUnit {
  readonly id: string;
  readonly expressionId: string;
  /** Of its work. */
  readonly title: string;
  readonly language: Language;
  /** As the rules had cut it; as people marked it where no rule did. */
  readonly quote: string;
  /** Where it stands in the text, UTF-16 units. */
  readonly start: number;
  readonly decision: Decision;
  readonly rejectReason: RejectReason | null;
  /** As it now is. */
  readonly fields: CommitmentFields;
  /** As the rules had it and why; null where a person marked the words. */
  readonly proposed: { readonly fields: CommitmentFields; readonly why: readonly Reason[] } | null;
}

/** What people did again and again, from which a lesson follows. */
export const SUGGESTION_CAUSES = [
  'strength-corrected',
  'rejected',
  'frame-rejected',
  'kind-corrected',
  'added',
  'actor-corrected',
  'sector-corrected',
] as const;
export type SuggestionCause = (typeof SUGGESTION_CAUSES)[number];

/** A lesson that decisions speak for. */
export interface Suggestion {
  /** The same for the same lesson, whatever speaks for it: by it a suggestion is set aside. */
  readonly key: string;
  readonly lesson: Lesson;
  readonly cause: SuggestionCause;
  /** Decisions that speak for it, in order of document and place. */
  readonly evidence: readonly DecidedUnit[];
  /** How many decisions on the same words say otherwise. */
  readonly against: number;
}

/** What one kind of evidence leads to, before it is held against what is taught. */
export type Proposal = Omit<Suggestion, 'key'>;

/** Decisions alike that it takes before a lesson is suggested. */
export const AT_LEAST = 2;

/** Decided in favour of the words: a commitment, a support or a position that stays. */
export function isAccepted({ decision }: DecidedUnit): boolean {
  return decision === 'confirmed' || decision === 'corrected';
}

/** Words as they are compared: composed, in lower case, one space between. */
export function folded(words: string): string {
  return words.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

/** What a lesson is about, whatever it says of it: two lessons on the same words are one changed. */
export function lessonSubject(lesson: Lesson): string {
  const language = 'language' in lesson ? lesson.language : '';
  return `${lesson.type} ${language} ${folded(lesson.words)}`;
}

/** A lesson in one line: equal where two lessons say the same. */
export function lessonKey(lesson: Lesson): string {
  const meaning = {
    verb: () => (lesson as Extract<Lesson, { type: 'verb' }>).strength,
    frame: () => (lesson as Extract<Lesson, { type: 'frame' }>).kind,
    sector: () => (lesson as Extract<Lesson, { type: 'sector' }>).sector,
    name: () => (lesson as Extract<Lesson, { type: 'name' }>).id,
    'not-an-act': () => '',
  }[lesson.type]();
  return `${lessonSubject(lesson)} ${meaning}`.trim();
}

/** What people do with a suggestion besides trying its lesson. Appended, never changed; the latest holds. */
export type SuggestionActionBody = { readonly type: 'set-aside' } | { readonly type: 'take-up' };
