import { z } from 'zod';
import type { Language } from '../../kernel/index.ts';
import en from '../data/en.json' with { type: 'json' };
import fa from '../data/fa.json' with { type: 'json' };
import vi from '../data/vi.json' with { type: 'json' };
import zh from '../data/zh.json' with { type: 'json' };
import { GATE_CHANGES, GATE_GRADES } from '../model.ts';

const pattern = z.string().min(1);
const patterns = z.array(pattern);

/** How a language writes names and what it says of them: regular expressions in which `{NAME}` stands for a part. */
export const knowledgeSchema = z.strictObject({
  language: z.enum(['vi', 'en', 'zh', 'fa']),
  parts: z.record(z.string().regex(/^[A-Z]+$/), pattern),
  names: z.strictObject({ body: patterns }),
  /** What looks like a body and is none. */
  notBody: pattern,
  /** Words before and after a name that make it that of both sides (`hai Bộ Ngoại giao`). */
  both: z.strictObject({ before: pattern, after: pattern }),
  /** A name of which, without its head noun (`generic`), only such words are left names nothing. */
  hollow: pattern,
  generic: pattern,
  /** What a name pattern took too much at the end. */
  cut: pattern,
  sessions: z.strictObject({
    /** What stands between the beginning of `17th Meeting of the X` and X. */
    prefix: pattern,
    /** The first group is the number. */
    ordinal: patterns,
    numbers: z.record(z.string(), z.int().positive()),
    next: patterns,
    held: patterns,
    planned: patterns,
    /** The first group is the host. */
    host: patterns,
  }),
  instruments: z.strictObject({
    signed: patterns,
    toSign: patterns,
    inForce: patterns,
    expires: patterns,
    term: patterns,
    until: patterns,
    years: patterns,
    parties: pattern,
  }),
  /** Words between what ended and what it became part of. */
  successions: patterns,
  gates: z.strictObject({
    cue: pattern,
    grades: z.record(z.enum(GATE_GRADES), patterns),
    changes: z.record(z.enum(GATE_CHANGES), patterns),
    /** The first group is the new grade. */
    into: pattern,
  }),
});

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
