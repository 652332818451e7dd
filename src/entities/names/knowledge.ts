import type { z } from 'zod';
import type { Language } from '../../kernel/index.ts';
import en from '../data/en.json' with { type: 'json' };
import fa from '../data/fa.json' with { type: 'json' };
import vi from '../data/vi.json' with { type: 'json' };
import zh from '../data/zh.json' with { type: 'json' };
import type { knowledgeSchema } from './knowledge-schema.ts';

export type Knowledge = z.infer<typeof knowledgeSchema>;

export const KNOWLEDGE: Readonly<Record<Exclude<Language, 'und'>, Knowledge>> = { vi, en, zh, fa } as Record<
  Exclude<Language, 'und'>,
  Knowledge
>;

/** The knowledge of a language; English where no language is known. */
export function knowledgeOf(language: Language): Knowledge {
  return KNOWLEDGE[language === 'und' ? 'en' : language];
}

function expand(source: string, parts: Knowledge['parts']): string {
  const next = source.replace(/\{([A-Z]+)\}/g, (whole, name: string) =>
    parts[name] === undefined ? whole : `(?:${parts[name]})`,
  );
  return next === source ? source : expand(next, parts);
}

const compiled = new Map<string, RegExp>();

/** One regular expression of the alternatives, compiled once. `edges` asks for whole words (not in Chinese). */
export function regexOf(
  language: Language,
  alternatives: string | readonly string[],
  { flags = 'gu', edges = false } = {},
): RegExp {
  const { parts, language: tag } = knowledgeOf(language);
  const list = typeof alternatives === 'string' ? [alternatives] : alternatives;
  const key = `${tag} ${flags} ${edges} ${list.join('\u0000')}`;
  const known = compiled.get(key);
  if (known) return known;
  const whole = list.map((source) => expand(source, parts)).join('|');
  const bounded = edges && tag !== 'zh' ? `(?<![\\p{L}\\p{N}])(?:${whole})(?![\\p{L}\\p{N}])` : `(?:${whole})`;
  const made = new RegExp(list.length === 0 ? '(?!)' : bounded, flags);
  compiled.set(key, made);
  return made;
}
