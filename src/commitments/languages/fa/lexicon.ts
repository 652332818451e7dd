import verbs from '../../../vocabulary/data/verbs/fa.json' with { type: 'json' };
import type { Kind, Strength } from '../../../vocabulary/index.ts';
import type { CueRole } from '../../lexicon/sense.ts';
import { Lexicon } from '../../lexicon/tokenise.ts';
import cues from './cues.json' with { type: 'json' };
import frames from './frames.json' with { type: 'json' };

/** Machine-made Persian often lacks the half-space, so every phrase is known with it, without it and with a blank. */
export function spellings(phrase: string): string[] {
  return [...new Set([phrase, phrase.replaceAll('\u200c', ''), phrase.replaceAll('\u200c', ' ')])];
}

function fill(lexicon: Lexicon): void {
  for (const [strength, list] of Object.entries(verbs.strengths)) {
    for (const verb of list.flatMap(spellings)) {
      lexicon.add(verb, {
        class: 'verb',
        verb,
        strength: strength as Strength,
        forms: ['base'],
        alsoNoun: true,
        leading: false,
      });
    }
  }
  for (const [role, list] of Object.entries(cues.cues)) {
    for (const phrase of list.flatMap(spellings)) lexicon.add(phrase, { class: 'cue', role: role as CueRole });
  }
  for (const { kind, phrases } of frames.frames) {
    for (const phrase of phrases.flatMap(spellings)) {
      lexicon.add(phrase, {
        class: 'frame',
        id: phrase.replaceAll(' ', '-'),
        kind: (kind === 'invitation' ? 'commitment' : kind) as Kind,
        complement: kind === 'invitation' ? 'object' : 'action',
      });
    }
  }
}

/** Words of Persian joint statements, with what they can be. */
export const PERSIAN = new Lexicon(fill);
