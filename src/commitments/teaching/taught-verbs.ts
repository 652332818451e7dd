import verbs from '../../vocabulary/data/verbs/en.json' with { type: 'json' };
import type { TaughtLanguage } from '../../vocabulary/index.ts';
import { inflect } from '../languages/en/inflect.ts';
import { spellings } from '../languages/fa/lexicon.ts';
import type { VerbForm } from '../lexicon/sense.ts';

const IRREGULAR: Readonly<Record<string, readonly string[]>> = verbs.irregular;

/** A taught phrase in the forms it has in texts: an English one inflected by its first word, a Persian one in every spelling. */
export function formsOf(words: string, language: TaughtLanguage): ReadonlyMap<string, readonly VerbForm[]> {
  const phrase = words.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (language === 'en') return inflect(phrase.toLowerCase(), IRREGULAR[phrase.toLowerCase().split(' ')[0] ?? '']);
  const all = language === 'fa' ? spellings(phrase) : [phrase];
  return new Map(all.map((form) => [form, ['base'] as const]));
}

export function surfacesOf(words: string, language: TaughtLanguage): string[] {
  return [...formsOf(words, language).keys()];
}
