import type { CueRole, FrameSense, Sense, VerbSense } from './sense.ts';

/** All that a phrase can be, sorted once when its lexicon is made: what it can be is asked for again and again. */
export interface Meaning {
  /** In the order of the data. */
  readonly verbs: readonly VerbSense[];
  readonly frame: FrameSense | null;
  readonly cues: readonly CueRole[];
}

/** What a word means that no lexicon has. */
export const UNKNOWN: Meaning = { verbs: [], frame: null, cues: [] };

/** What a phrase with these senses means. */
export function meaningOf(senses: readonly Sense[]): Meaning {
  const verbs = senses.filter((sense) => sense.class === 'verb');
  const frame = senses.find((sense) => sense.class === 'frame') ?? null;
  const cues = senses.filter((sense) => sense.class === 'cue').map(({ role }) => role);
  return { verbs, frame, cues };
}
