import type { Language } from '../../kernel/index.ts';
import { numberWords } from '../words/numbers.ts';
import { PERSIAN_PARTICLES } from '../words/stem.ts';
import { tokenize } from '../words/tokens.ts';
import { COLUMNS, SOURCES } from './sources.ts';

/** Terms of one language as a tree of stems. */
export interface TermNode {
  /** Null where no term goes on. */
  next: Map<string, TermNode> | null;
  /** Stems of the term that ends here, joined; empty where none does. */
  form: string;
  /** Keys of the concepts it may stand for. */
  keys: readonly string[];
}

const NO_KEYS: readonly string[] = [];

function leaf(): TermNode {
  return { next: null, form: '', keys: NO_KEYS };
}

/** Stems of a term as a line would give them; Persian particles left out. */
export function termStems(term: string, language: Language): string[] {
  return tokenize(term, language)
    .map((token) => token.stem)
    .filter((stem) => language !== 'fa' || !PERSIAN_PARTICLES.has(stem));
}

function grow(root: TermNode, stems: readonly string[]): TermNode {
  return stems.reduce((node, stem) => {
    node.next ??= new Map();
    const known = node.next.get(stem) ?? leaf();
    node.next.set(stem, known);
    return known;
  }, root);
}

function build(language: (typeof COLUMNS)[number]): TermNode {
  const root = leaf();
  const add = (term: string, key: string): void => {
    const stems = termStems(term, language);
    if (stems.length === 0) return;
    const node = grow(root, stems);
    node.form = termKey(stems, language);
    if (!node.keys.includes(key)) node.keys = [...node.keys, key];
  };
  const column = COLUMNS.indexOf(language);
  for (const { name, rows } of SOURCES) {
    rows.forEach((row, index) => {
      const key = `${name}:${index}`;
      for (const term of (row[column] ?? '').split(';')) add(term.trim(), key);
    });
  }
  for (const [word, key] of numberWords(language)) add(word, key);
  return root;
}

const built = new Map<Language, TermNode>();

/** The vocabulary of a language, built at its first use. */
export function termTree(language: Language): TermNode {
  const known = language === 'und' ? 'en' : language;
  const tree = built.get(known) ?? build(known);
  built.set(known, tree);
  return tree;
}

/** The same vocabulary as a flat table, for readers with terms of their own beside it. */
export interface TermIndex {
  /** Stems joined by a space (none in Chinese) → keys of the concepts they may stand for. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  /** Most tokens of a term that begins with a stem. */
  readonly longest: ReadonlyMap<string, number>;
}

/** Stems as the tables join them. */
export function termKey(stems: readonly string[], language: Language): string {
  return stems.join(language === 'zh' ? '' : ' ');
}

function depth(node: TermNode): number {
  return 1 + Math.max(0, ...[...(node.next?.values() ?? [])].map(depth));
}

export function termIndex(language: Language): TermIndex {
  const tree = termTree(language);
  const terms = new Map<string, readonly string[]>();
  const gather = (node: TermNode): void => {
    if (node.form !== '') terms.set(node.form, node.keys);
    for (const next of node.next?.values() ?? []) gather(next);
  };
  gather(tree);
  return { terms, longest: new Map([...(tree.next ?? [])].map(([stem, node]) => [stem, depth(node)])) };
}
