import { COLUMNS, numberWords, SOURCES, termStems } from '../../alignment/index.ts';
import type { Language } from '../../kernel/index.ts';
import cooperation from '../data/cooperation-terms.json' with { type: 'json' };

type Known = Exclude<Language, 'und'>;

/** Terms of one language: stems joined by a space (none in Chinese) → keys of the concepts they may stand for. */
export interface TermIndex {
  readonly terms: ReadonlyMap<string, readonly string[]>;
  /** Most tokens of a term that begins with a stem. */
  readonly longest: ReadonlyMap<string, number>;
}

const OWN = 'cooperation';

const built = new Map<Known, TermIndex>();

/** Stems of a term or of a stretch of text as the index holds them. */
export function termKey(stems: readonly string[], language: Language): string {
  return stems.join(language === 'zh' ? '' : ' ');
}

function build(language: Known): TermIndex {
  const terms = new Map<string, string[]>();
  const longest = new Map<string, number>();
  const add = (term: string, key: string): void => {
    const stems = termStems(term, language);
    const [first] = stems;
    if (first === undefined) return;
    longest.set(first, Math.max(longest.get(first) ?? 0, stems.length));
    const joined = termKey(stems, language);
    const known = terms.get(joined) ?? [];
    // A term of cooperation means that in a statement; its senses in the general lists would only mislead.
    const kept = key.startsWith(OWN) ? known.filter((other) => other.startsWith(OWN)) : known;
    if (!kept.includes(key)) terms.set(joined, [...kept, key]);
  };
  for (const [word, key] of numberWords(language)) add(word, key);
  for (const { name, rows } of [...SOURCES, { name: OWN, rows: cooperation.rows }]) {
    rows.forEach((row, index) => {
      for (const term of (row[COLUMNS.indexOf(language)] ?? '').split(';')) add(term.trim(), `${name}:${index}`);
    });
  }
  return { terms, longest };
}

/**
 * The word lists of alignment with the terms of cooperation between states, built at the first use of a language; text
 * of no known language is read as English.
 */
export function conceptTerms(language: Language): TermIndex {
  const known: Known = language === 'und' ? 'en' : language;
  const index = built.get(known) ?? build(known);
  built.set(known, index);
  return index;
}
