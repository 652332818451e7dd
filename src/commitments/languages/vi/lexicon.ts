import verbs from '../../../vocabulary/data/verbs/vi.json' with { type: 'json' };
import { ACTOR_WORDS, type Kind, type Strength, stateNames, UNIT_PARTS } from '../../../vocabulary/index.ts';
import type { Complement, CueRole } from '../../lexicon/sense.ts';
import { Lexicon } from '../../lexicon/tokenise.ts';
import cues from './cues.json' with { type: 'json' };
import frames from './frames.json' with { type: 'json' };

/** Shorter names of states are common words too (`áo`, `ý`, `pháp`). */
const LONG = 5;

/** A name of several words, or bodies told by their kind (`các bộ, ngành`). */
const NAMED = /^(?=.*\p{Lu}).* |^các /u;

/** Names of bodies of several words: one word of a sentence each, so that no verb in them is what they do. */
export const BODY_NAMES: ReadonlySet<string> = new Set(
  [...ACTOR_WORDS.vi.units.flatMap(({ forms }) => forms), ...(UNIT_PARTS.names ?? []).map(({ form }) => form)]
    .filter((form) => NAMED.test(form))
    .map((form) => form.toLowerCase()),
);

/** Phrases of one word or none from each part, in their order. */
function composedOf(parts: readonly (readonly string[])[]): readonly string[] {
  let phrases: readonly string[] = [''];
  for (const part of parts)
    phrases = phrases.flatMap((start) => part.map((word) => [start, word].filter(Boolean).join(' ')));
  return [...new Set(phrases)];
}

function fill(lexicon: Lexicon): void {
  const alsoNoun = new Set(verbs['also-noun']);
  const leading = new Set(verbs.leading);
  for (const [strength, list] of Object.entries(verbs.strengths)) {
    for (const verb of list) {
      lexicon.add(verb, {
        class: 'verb',
        verb,
        strength: strength as Strength,
        forms: ['base'],
        alsoNoun: alsoNoun.has(verb),
        leading: leading.has(verb),
      });
    }
  }
  for (const [role, list] of Object.entries(cues.cues)) {
    for (const phrase of list) lexicon.add(phrase, { class: 'cue', role: role as CueRole });
  }
  for (const name of stateNames('vi')) if (name.length >= LONG) lexicon.add(name, { class: 'cue', role: 'party' });
  for (const name of BODY_NAMES) lexicon.add(name, { class: 'cue', role: 'party' });
  const told = new Set(frames.frames.flatMap(({ phrases }) => phrases));
  const composed = frames.compounds.map(({ kind, complement, parts }) => ({
    kind,
    complement,
    phrases: composedOf(parts).filter((phrase) => !told.has(phrase)),
  }));
  for (const { kind, complement, phrases } of [...frames.frames, ...composed]) {
    for (const phrase of phrases) {
      lexicon.add(phrase, {
        class: 'frame',
        id: phrase.replaceAll(' ', '-'),
        kind: kind as Kind,
        complement: complement as Complement,
      });
    }
  }
}

/** Words of Vietnamese joint statements, with what they can be. */
export const VIETNAMESE = new Lexicon(fill);
/** Verbs that in an enumeration name a field rather than an act. */
export const MOSTLY_NOUN = new Set(verbs['mostly-noun']);
export const STANCE = new Set(frames['stance-verbs']);
export const RECORD = new Set(frames['record-verbs']);
