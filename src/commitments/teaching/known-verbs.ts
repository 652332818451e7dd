import type { Language } from '../../kernel/index.ts';
import { ENGLISH } from '../languages/en/lexicon.ts';
import { PERSIAN } from '../languages/fa/lexicon.ts';
import { VIETNAMESE } from '../languages/vi/lexicon.ts';
import { CHINESE } from '../languages/zh/lexicon.ts';
import { verbOf } from '../lexicon/token.ts';
import type { Lexicon } from '../lexicon/tokenise.ts';

const LEXICA: Readonly<Partial<Record<Language, Lexicon>>> = {
  vi: VIETNAMESE,
  en: ENGLISH,
  zh: CHINESE,
  fa: PERSIAN,
};

/** Whether words begin with a verb the rules of a language know. */
export function beginsWithKnownVerb(language: Language, words: string): boolean {
  const [first] = LEXICA[language]?.read(words) ?? [];
  return verbOf(first) !== null;
}
