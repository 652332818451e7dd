import { type TermIndex, termIndex, termKey, termStems } from '../../alignment/index.ts';
import type { Language } from '../../kernel/index.ts';
import cooperation from '../data/cooperation-terms.json' with { type: 'json' };

type Known = Exclude<Language, 'und'>;

/** The word lists of alignment with the terms of cooperation between states added, by language. */
const built = new Map<Known, TermIndex>();

function build(language: Known): TermIndex {
  const shared = termIndex(language);
  const terms = new Map(shared.terms);
  const longest = new Map(shared.longest);
  const column = cooperation.columns.indexOf(language);
  cooperation.rows.forEach((row, index) => {
    for (const term of (row[column] ?? '').split(';')) {
      const stems = termStems(term.trim(), language);
      const [first] = stems;
      if (first === undefined) continue;
      longest.set(first, Math.max(longest.get(first) ?? 0, stems.length));
      const joined = termKey(stems, language);
      // A term of this list means one thing in a statement; other senses of the general lists would only mislead.
      const own = (terms.get(joined) ?? []).filter((key) => key.startsWith('cooperation:'));
      terms.set(joined, [...own, `cooperation:${index}`]);
    }
  });
  return { terms, longest };
}

/** The terms of a language, built at its first use; text of no known language is read as English. */
export function conceptTerms(language: Language): TermIndex {
  const known: Known = language === 'und' ? 'en' : language;
  const index = built.get(known) ?? build(known);
  built.set(known, index);
  return index;
}
