import type { z } from 'zod';
import type { Language } from '../kernel/index.ts';
import en from './data/heads/en.json' with { type: 'json' };
import fa from './data/heads/fa.json' with { type: 'json' };
import vi from './data/heads/vi.json' with { type: 'json' };
import zh from './data/heads/zh.json' with { type: 'json' };
import type { Entry } from './matcher.ts';
import type { headWordsSchema } from './word-schemas.ts';

export type HeadWords = z.infer<typeof headWordsSchema>;
export type HeadKind = 'instrument' | 'mechanism' | 'place';

export const HEAD_WORDS: Readonly<Record<Exclude<Language, 'und'>, HeadWords>> = { vi, en, zh, fa } as Record<
  Exclude<Language, 'und'>,
  HeadWords
>;

/** The head nouns of names in a language, as forms to look for. */
export function headEntries(language: Exclude<Language, 'und'>): Entry<HeadKind>[] {
  const source = HEAD_WORDS[language];
  return (['instrument', 'mechanism', 'place'] as const).flatMap((value) =>
    source[value].map((form) => ({ form, value, strict: true })),
  );
}
