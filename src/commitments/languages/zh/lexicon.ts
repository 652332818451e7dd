import verbs from '../../../vocabulary/data/verbs/zh.json' with { type: 'json' };
import { type Kind, type Strength, stateNames } from '../../../vocabulary/index.ts';
import type { Complement, CueRole, FrameSense } from '../../lexicon/sense.ts';
import { Lexicon } from '../../lexicon/tokenise.ts';
import cues from './cues.json' with { type: 'json' };
import frames from './frames.json' with { type: 'json' };

function fill(lexicon: Lexicon): void {
  const alsoNoun = new Set(verbs['also-noun']);
  for (const [strength, list] of Object.entries(verbs.strengths)) {
    for (const verb of list) {
      lexicon.add(verb, {
        class: 'verb',
        verb,
        strength: strength as Strength,
        forms: ['base'],
        alsoNoun: alsoNoun.has(verb),
        leading: false,
      });
    }
  }
  for (const [role, list] of Object.entries(cues.cues)) {
    for (const phrase of list) lexicon.add(phrase, { class: 'cue', role: role as CueRole });
  }
  for (const name of stateNames('zh')) lexicon.add(name, { class: 'cue', role: 'party' });
  for (const { kind, complement, phrases } of frames.frames) {
    for (const phrase of phrases) {
      lexicon.add(phrase, {
        class: 'frame',
        id: phrase,
        kind: kind as Kind,
        complement: complement as Complement,
      });
    }
  }
}

/** Words of Chinese joint statements, with what they can be. */
export const CHINESE = new Lexicon(fill);
export const STANCE = new Set(frames['stance-verbs']);
export const RECORD = new Set(frames['record-verbs']);
/** 请 where one side asks the other. */
export const ASKED: FrameSense = { class: 'frame', id: '请', kind: 'support', complement: 'object' };
/** The duty words, as what introduces an act. */
export const DUTY: FrameSense = { class: 'frame', id: '应', kind: 'commitment', complement: 'duty' };
