import type { Language } from '../../kernel/index.ts';
import {
  compileMatcher,
  type Lesson,
  type Match,
  type Profile,
  type SectorCue,
  TAUGHT_LANGUAGES,
  type TaughtLanguage,
  type Teaching,
} from '../../vocabulary/index.ts';
import type { Lexicon } from '../lexicon/tokenise.ts';
import { PhraseFinder } from './phrase-finder.ts';
import { taughtLexicon } from './taught-lexicon.ts';
import { taughtProfile } from './taught-profile.ts';
import { surfacesOf } from './taught-verbs.ts';

/** How the lessons of a relation extend the reading of its documents. What a lesson's words do not touch stays as it is. */
export interface Extension {
  /** The words of a language with those taught; undefined where none were. */
  lexicon(language: Language): Lexicon | undefined;
  /** Finds the phrases that are no act; null where none were taught. */
  notActs(language: Language): PhraseFinder | null;
  /** The registers of the relation with the names taught. */
  profile(known: Profile | null): Profile | null;
  /** The sector terms of a text with those taught, which stand over what they overlap. */
  sectors(text: string, language: Language, found: Match<SectorCue>[]): Match<SectorCue>[];
}

/** A taught word decides by itself, as the strongest terms of the vocabulary do. */
const TAUGHT_WEIGHT = 4;

type Of<Type extends Lesson['type']> = Extract<Lesson, { type: Type }>;

function ofType<Type extends Lesson['type']>(lessons: readonly Lesson[], type: Type): Of<Type>[] {
  return lessons.filter((lesson): lesson is Of<Type> => lesson.type === type);
}

function perLanguage<T>(make: (language: TaughtLanguage) => T): (language: Language) => T | undefined {
  const made = new Map<Language, T>();
  return (language) => {
    if (!TAUGHT_LANGUAGES.some((one) => one === language)) return undefined;
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(language as TaughtLanguage);
    made.set(language, fresh);
    return fresh;
  };
}

function sectorScan(lessons: readonly Of<'sector'>[], language: TaughtLanguage): (text: string) => Match<SectorCue>[] {
  const entries = lessons
    .filter((lesson) => lesson.language === language)
    .flatMap(({ words, sector }) => {
      const value: SectorCue = { type: 'term', sector, weight: TAUGHT_WEIGHT };
      const forms = language === 'en' && !/s$/i.test(words) ? [words, `${words}s`] : [words];
      return forms.map((form) => ({ form: form.replaceAll('*', ''), value, strict: true }));
    });
  if (entries.length === 0) return () => [];
  const matcher = compileMatcher(entries);
  return (text) => matcher.scan(text);
}

/** Taught terms with those found that overlap none of them, in order. */
function withTaught(found: Match<SectorCue>[], taught: readonly Match<SectorCue>[]): Match<SectorCue>[] {
  if (taught.length === 0) return found;
  const clear = found.filter(({ start, end }) => !taught.some((one) => one.start < end && start < one.end));
  return [...clear, ...taught].sort((a, b) => a.start - b.start);
}

function compile(lessons: readonly Lesson[]): Extension {
  const names = ofType(lessons, 'name');
  const sectors = ofType(lessons, 'sector');
  const notActs = ofType(lessons, 'not-an-act');
  const words = [...ofType(lessons, 'verb'), ...ofType(lessons, 'frame')];
  const profiles = new Map<Profile | null, Profile | null>();
  const lexiconOf = perLanguage((language) =>
    taughtLexicon(
      language,
      words.filter((lesson) => lesson.language === language),
    ),
  );
  const finderOf = perLanguage((language) => {
    const phrases = notActs.filter((lesson) => lesson.language === language);
    return new PhraseFinder(phrases.flatMap((lesson) => surfacesOf(lesson.words, language)));
  });
  const scanOf = perLanguage((language) => sectorScan(sectors, language));
  return {
    lexicon: (language) => (words.some((lesson) => lesson.language === language) ? lexiconOf(language) : undefined),
    notActs: (language) =>
      notActs.some((lesson) => lesson.language === language) ? (finderOf(language) ?? null) : null,
    profile: (known) => {
      if (names.length === 0) return known;
      const made = profiles.get(known) ?? taughtProfile(known, names);
      profiles.set(known, made);
      return made;
    },
    sectors: (text, language, found) => {
      if (sectors.length === 0) return found;
      return withTaught(found, scanOf(language === 'und' ? 'en' : language)?.(text) ?? []);
    },
  };
}

/** Sets of lessons kept compiled: those in force, and those being tried. */
const MOST_KEPT = 8;
const kept = new Map<string, Extension>();

/** The extension of a relation's reading by what was taught of it; null where nothing was. Compiled once for the same lessons. */
export function extensionFor(teaching: Teaching | undefined, relation: string): Extension | null {
  const lessons = teaching?.[relation] ?? [];
  if (lessons.length === 0) return null;
  const key = JSON.stringify(lessons);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = compile(lessons);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}
