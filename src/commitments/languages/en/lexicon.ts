import verbs from '../../../vocabulary/data/verbs/en.json' with { type: 'json' };
import type { Strength } from '../../../vocabulary/index.ts';
import type { CueRole, VerbSense } from '../../lexicon/sense.ts';
import { Lexicon } from '../../lexicon/tokenise.ts';
import cues from './cues.json' with { type: 'json' };
import frames from './frames.json' with { type: 'json' };
import { inflect } from './inflect.ts';

function fill(lexicon: Lexicon): void {
  const alsoNoun = new Set(verbs['also-noun']);
  const irregular: Readonly<Record<string, readonly string[]>> = verbs.irregular;
  for (const [strength, list] of Object.entries(verbs.strengths)) {
    for (const verb of list) {
      for (const [surface, forms] of inflect(verb, irregular[verb.split(' ')[0] ?? verb])) {
        const sense: VerbSense = {
          class: 'verb',
          verb,
          strength: strength as Strength,
          forms,
          alsoNoun: alsoNoun.has(verb) && surface === verb,
          leading: false,
        };
        lexicon.add(surface, sense);
      }
    }
  }
  for (const verb of Object.values(frames.verbs).flat()) {
    if (!verb.includes(' ')) continue;
    for (const surface of inflect(verb, irregular[verb.split(' ')[0] ?? '']).keys())
      lexicon.add(surface, { class: 'cue', role: 'noun' });
  }
  for (const [role, list] of Object.entries(cues.cues)) {
    for (const phrase of list) lexicon.add(phrase, { class: 'cue', role: role as CueRole });
  }
}

export const ENGLISH = new Lexicon(fill);
