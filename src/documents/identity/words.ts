import { foldForSearch } from '../../kernel/index.ts';
import { WORK_TYPES, type WorkType } from '../../vocabulary/index.ts';
import IDENTITY from '../data/identity.json' with { type: 'json' };
import CUES from '../data/work-cues.json' with { type: 'json' };
import ENDINGS from '../data/work-endings.json' with { type: 'json' };

/** A word by which a work of some type is named. */
export interface Cue {
  readonly type: WorkType;
  /** Folded for search. */
  readonly words: string;
}

function cuesOf(data: Readonly<Record<string, readonly string[]>>): readonly Cue[] {
  return Object.entries(data).flatMap(([type, words]) =>
    words.map((word) => ({
      type: WORK_TYPES.find((known) => known === type) ?? 'other',
      words: foldForSearch(word).text,
    })),
  );
}

export const TYPE_CUES: readonly Cue[] = cuesOf(CUES);
const ENDING_CUES: readonly Cue[] = cuesOf(ENDINGS);

/** A line of Chinese that can be a title, without what stands in brackets after it. */
const HAN_TITLE = /^[\p{Script=Han}\d“”《》、·—– -]{4,80}?(?=\s*(?:[（(][^（）()]*[）)])?\s*$)/u;

/** The word of a type with which a Chinese title ends (`关于印发……的通知`); a title says last what the work is. */
export function endingCue(words: string): Cue | undefined {
  const title = HAN_TITLE.exec(words)?.[0];
  if (title === undefined) return undefined;
  const folded = foldForSearch(title).text;
  return ENDING_CUES.find((cue) => folded.endsWith(cue.words));
}

/** Patterns of the data, case ignored. */
export function patterns(sources: readonly string[], flags = 'iu'): RegExp[] {
  return sources.map((source) => new RegExp(source, flags));
}

export const WORDS = IDENTITY;
