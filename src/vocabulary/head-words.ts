import { z } from 'zod';
import type { Language } from '../kernel/index.ts';
import en from './data/heads/en.json' with { type: 'json' };
import fa from './data/heads/fa.json' with { type: 'json' };
import vi from './data/heads/vi.json' with { type: 'json' };
import zh from './data/heads/zh.json' with { type: 'json' };
import type { Entry } from './matcher.ts';

/** Nouns without which a sentence holds no name of the kind; they decide which name patterns are tried at all. */
export const headWordsSchema = z.strictObject({
  language: z.enum(['vi', 'en', 'zh', 'fa']),
  instrument: z.array(z.string().min(1)),
  mechanism: z.array(z.string().min(1)),
  place: z.array(z.string().min(1)),
});

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
