import { foldForSearch } from '../../kernel/index.ts';
import { WORK_TYPES, type WorkType } from '../../vocabulary/index.ts';
import IDENTITY from '../data/identity.json' with { type: 'json' };
import CUES from '../data/work-cues.json' with { type: 'json' };

/** A word by which a work of some type is named. */
export interface Cue {
  readonly type: WorkType;
  /** Folded for search. */
  readonly words: string;
}

export const TYPE_CUES: readonly Cue[] = Object.entries(CUES).flatMap(([type, words]) =>
  words.map((word) => ({
    type: WORK_TYPES.find((known) => known === type) ?? 'other',
    words: foldForSearch(word).text,
  })),
);

/** Patterns of the data, case ignored. */
export function patterns(sources: readonly string[], flags = 'iu'): RegExp[] {
  return sources.map((source) => new RegExp(source, flags));
}

export const WORDS = IDENTITY;
