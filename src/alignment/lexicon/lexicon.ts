import type { Language } from '../../kernel/index.ts';
import { numberWords } from '../words/numbers.ts';
import { PERSIAN_PARTICLES } from '../words/stem.ts';
import { tokenize } from '../words/tokens.ts';
import { COLUMNS, SOURCES } from './sources.ts';

/** Terms of one language: stems joined by a space (none in Chinese) → keys of the concepts they may stand for. */
export interface TermIndex {
  readonly terms: ReadonlyMap<string, readonly string[]>;
  /** Most tokens of a term that begins with a stem. */
  readonly longest: ReadonlyMap<string, number>;
}

export function termKey(stems: readonly string[], language: Language): string {
  return stems.join(language === 'zh' ? '' : ' ');
}

/** Stems of a term as a line would give them; Persian particles left out. */
export function termStems(term: string, language: Language): string[] {
  return tokenize(term, language)
    .map((token) => token.stem)
    .filter((stem) => language !== 'fa' || !PERSIAN_PARTICLES.has(stem));
}

function build(language: (typeof COLUMNS)[number]): TermIndex {
  const terms = new Map<string, string[]>();
  const longest = new Map<string, number>();
  const add = (term: string, key: string): void => {
    const stems = termStems(term, language);
    if (stems.length === 0) return;
    const first = stems[0] as string;
    longest.set(first, Math.max(longest.get(first) ?? 0, stems.length));
    const joined = termKey(stems, language);
    const keys = terms.get(joined);
    if (keys === undefined) terms.set(joined, [key]);
    else if (!keys.includes(key)) keys.push(key);
  };
  const column = COLUMNS.indexOf(language);
  for (const { name, rows } of SOURCES) {
    rows.forEach((row, index) => {
      for (const term of (row[column] ?? '').split(';')) add(term.trim(), `${name}:${index}`);
    });
  }
  for (const [word, key] of numberWords(language)) add(word, key);
  return { terms, longest };
}

const built = new Map<Language, TermIndex>();

/** The vocabulary of a language, built at its first use. */
export function termIndex(language: Language): TermIndex {
  const known = language === 'und' ? 'en' : language;
  const index = built.get(known) ?? build(known);
  built.set(known, index);
  return index;
}
