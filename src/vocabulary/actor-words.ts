import type { z } from 'zod';
import type { Language } from '../kernel/index.ts';
import en from './data/actors/en.json' with { type: 'json' };
import fa from './data/actors/fa.json' with { type: 'json' };
import vi from './data/actors/vi.json' with { type: 'json' };
import zh from './data/actors/zh.json' with { type: 'json' };
import type { Entry } from './matcher.ts';
import type { actorWordsSchema } from './word-schemas.ts';

export type ActorWords = z.infer<typeof actorWordsSchema>;

export interface ActorWord {
  readonly type: 'two' | 'all' | 'relevant' | 'officials' | 'tasking' | 'leading' | 'unit';
  readonly id: string;
}

export const ACTOR_WORDS: Readonly<Record<Exclude<Language, 'und'>, ActorWords>> = { vi, en, zh, fa } as Record<
  Exclude<Language, 'und'>,
  ActorWords
>;

/** The words for actors of a language, as forms to look for. */
export function actorEntries(language: Exclude<Language, 'und'>): Entry<ActorWord>[] {
  const source = ACTOR_WORDS[language];
  const entries: Entry<ActorWord>[] = [];
  for (const type of ['two', 'all', 'relevant', 'officials', 'tasking', 'leading'] as const) {
    for (const form of source[type]) entries.push({ form, value: { type, id: type }, strict: true });
  }
  for (const { id, forms } of source.units) {
    for (const form of forms) {
      entries.push({ form, value: { type: 'unit', id }, strict: true, exact: /^[A-Z]{2,}$/.test(form) });
    }
  }
  return entries;
}
