import type {
  FRAME_KINDS,
  LessonType,
  SECTORS,
  TAUGHT_LANGUAGES,
  TaughtLanguage,
  VERB_STRENGTHS,
} from '../../../vocabulary/index.ts';
import type { Lesson, LessonEntry } from '../../data/lessons.ts';

/** A lesson while it is written: what each type needs, kept while the type is changed back and forth. */
export interface Draft {
  readonly type: LessonType;
  readonly language: (typeof TAUGHT_LANGUAGES)[number];
  readonly words: string;
  readonly strength: (typeof VERB_STRENGTHS)[number];
  readonly kind: (typeof FRAME_KINDS)[number];
  readonly sector: (typeof SECTORS)[number];
  readonly id: string;
  readonly party: string | null;
  readonly why: string;
  readonly example: string;
}

export function emptyDraft(language: TaughtLanguage): Draft {
  return {
    ...{ type: 'verb', language, words: '', strength: 'implement', kind: 'commitment' },
    ...{ sector: 'transport', id: '', party: null, why: '', example: '' },
  };
}

export function draftOf({ lesson, why, example }: LessonEntry, language: TaughtLanguage): Draft {
  return { ...emptyDraft(language), ...lesson, why, example };
}

export function lessonOf({ type, language, words, strength, kind, sector, id, party }: Draft): Lesson {
  switch (type) {
    case 'verb':
      return { type, language, words, strength };
    case 'frame':
      return { type, language, words, kind };
    case 'sector':
      return { type, language, words, sector };
    case 'name':
      return { type, words, id, party };
    case 'not-an-act':
      return { type, language, words };
  }
}

/** Whether a lesson of a name says whose it is. */
export function isNamed({ type, id }: Draft): boolean {
  return type !== 'name' || /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z]{2})$/.test(id);
}
