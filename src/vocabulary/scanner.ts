import type { Language } from '../kernel/index.ts';
import { type ActorWord, actorEntries } from './actor-words.ts';
import { countryEntries } from './countries.ts';
import { type HeadKind, headEntries } from './head-words.ts';
import { compileGroups, type Match } from './matcher.ts';
import { type NameRef, nameEntries } from './names.ts';
import type { Profile } from './profile.ts';
import { type SectorCue, sectorEntries } from './sector-terms.ts';

/** Every word of the vocabulary that a text holds, by kind. */
export interface VocabularyScan {
  readonly names: Match<NameRef>[];
  /** Codes a name of a state can mean. */
  readonly states: Match<readonly string[]>[];
  readonly actors: Match<ActorWord>[];
  readonly sectors: Match<SectorCue>[];
  readonly heads: Match<HeadKind>[];
}

const withoutProfile = new Map<Language, (text: string) => VocabularyScan>();
const withProfile = new WeakMap<Profile, typeof withoutProfile>();

function compile(language: Exclude<Language, 'und'>, profile: Profile | null): (text: string) => VocabularyScan {
  return compileGroups({
    names: profile === null ? [] : nameEntries(profile),
    states: countryEntries(),
    actors: actorEntries(language),
    sectors: sectorEntries(language),
    heads: headEntries(language),
  });
}

/** Finds all words of a language's vocabulary and of a profile's registers in one pass over a text. */
export function vocabularyScanner(language: Language, profile: Profile | null): (text: string) => VocabularyScan {
  const tag = language === 'und' ? 'en' : language;
  let kept = profile === null ? withoutProfile : withProfile.get(profile);
  if (kept === undefined) {
    kept = new Map();
    if (profile !== null) withProfile.set(profile, kept);
  }
  const known = kept.get(tag);
  if (known) return known;
  const made = compile(tag, profile);
  kept.set(tag, made);
  return made;
}

const sectorScanners = new Map<Language, (text: string) => Match<SectorCue>[]>();

/** Finds the sector terms of a language only. */
export function sectorScanner(language: Language): (text: string) => Match<SectorCue>[] {
  const tag = language === 'und' ? 'en' : language;
  const known = sectorScanners.get(tag);
  if (known) return known;
  const scan = compileGroups({ sectors: sectorEntries(tag) });
  const made = (text: string) => scan(text).sectors;
  sectorScanners.set(tag, made);
  return made;
}
