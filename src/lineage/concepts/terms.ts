import { COLUMNS, numberWords, SOURCES, termStems } from '../../alignment/index.ts';
import type { Language } from '../../kernel/index.ts';
import cooperation from '../data/cooperation-terms.json' with { type: 'json' };

type Known = Exclude<Language, 'und'>;

/** Terms of one language as a tree of stems. */
export interface TermNode {
  /** Null where no term goes on. */
  next: Map<string, TermNode> | null;
  /** Keys of the concepts that the term ending here may stand for; empty where none ends. */
  keys: readonly string[];
}

const OWN = 'cooperation';
const NO_KEYS: readonly string[] = [];

const built = new Map<Known, TermNode>();

function grow(root: TermNode, stems: readonly string[]): TermNode {
  return stems.reduce((node, stem) => {
    node.next ??= new Map();
    const known = node.next.get(stem) ?? { next: null, keys: NO_KEYS };
    node.next.set(stem, known);
    return known;
  }, root);
}

function build(language: Known): TermNode {
  const root: TermNode = { next: null, keys: NO_KEYS };
  const add = (term: string, key: string): void => {
    const stems = termStems(term, language);
    if (stems.length === 0) return;
    const node = grow(root, stems);
    // A term of cooperation means that in a statement; its senses in the general lists would only mislead.
    const kept = key.startsWith(OWN) ? node.keys.filter((other) => other.startsWith(OWN)) : node.keys;
    if (!kept.includes(key)) node.keys = [...kept, key];
  };
  for (const [word, key] of numberWords(language)) add(word, key);
  for (const { name, rows } of [...SOURCES, { name: OWN, rows: cooperation.rows }]) {
    rows.forEach((row, index) => {
      for (const term of (row[COLUMNS.indexOf(language)] ?? '').split(';')) add(term.trim(), `${name}:${index}`);
    });
  }
  return root;
}

/**
 * The word lists of alignment with the terms of cooperation between states, built at the first use of a language; text
 * of no known language is read as English.
 */
export function conceptTerms(language: Language): TermNode {
  const known: Known = language === 'und' ? 'en' : language;
  const root = built.get(known) ?? build(known);
  built.set(known, root);
  return root;
}
