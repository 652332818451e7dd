import type { Kind, Sector, Strength } from './scales.ts';

/** What a person can teach the reading of a relation's documents. */
export const LESSON_TYPES = ['verb', 'not-an-act', 'frame', 'name', 'sector'] as const;
export type LessonType = (typeof LESSON_TYPES)[number];

/** Languages whose words can be taught: those that are read. */
export const TAUGHT_LANGUAGES = ['vi', 'en', 'zh', 'fa'] as const;
export type TaughtLanguage = (typeof TAUGHT_LANGUAGES)[number];

/** What introducing words can govern. */
export const FRAME_KINDS = ['commitment', 'support', 'position'] as const satisfies readonly Kind[];
export type FrameKind = (typeof FRAME_KINDS)[number];

/**
 * One thing taught, in words: `words` is a phrase as it stands in a text (for verbs the dictionary form), never a
 * regular expression. In `not-an-act` an ellipsis stands for up to eight words.
 */
export type Lesson =
  /** Words that open an action. */
  | {
      readonly type: 'verb';
      readonly language: TaughtLanguage;
      readonly words: string;
      readonly strength: Exclude<Strength, 'support'>;
    }
  /** Words that never open an action. */
  | { readonly type: 'not-an-act'; readonly language: TaughtLanguage; readonly words: string }
  /** Words that introduce what a party undertakes, supports or holds. */
  | { readonly type: 'frame'; readonly language: TaughtLanguage; readonly words: string; readonly kind: FrameKind }
  /** A name of a body: `words` is one form of it, in any language; `id` what it stands for, `party` whose it is. */
  | { readonly type: 'name'; readonly words: string; readonly id: string; readonly party: string | null }
  /** A word that says what an action is about. */
  | { readonly type: 'sector'; readonly language: TaughtLanguage; readonly words: string; readonly sector: Sector };

/** What is taught, by relation: the profile's id, or the codes of the parties. */
export type Teaching = Readonly<Record<string, readonly Lesson[]>>;

/** Strengths a taught verb can have; support is what introducing words govern. */
export const VERB_STRENGTHS = ['study', 'promote', 'implement', 'deliver'] as const satisfies readonly Strength[];
