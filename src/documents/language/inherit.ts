import type { Language } from '../../kernel/index.ts';
import type { Provision } from '../model.ts';

/** The language most of the words are in; furniture does not vote unless there is nothing else. */
export function mainLanguage(provisions: readonly Provision[]): Language {
  const lengths = new Map<Language, number>();
  for (const { role, language, span } of provisions) {
    const weight = (span.end - span.start) * (language === 'zh' ? 3 : 1) * (role === 'furniture' ? 0.01 : 1);
    if (language !== 'und') lengths.set(language, (lengths.get(language) ?? 0) + weight);
  }
  let best: Language = 'und';
  for (const [language, length] of lengths) if (length > (lengths.get(best) ?? 0)) best = language;
  return best;
}

/** A passage that does not tell its language (`VNA`, `CPTPP`) takes the document's. */
export function inheritLanguages(provisions: readonly Provision[], main: Language): Provision[] {
  return provisions.map((provision) => (provision.language === 'und' ? { ...provision, language: main } : provision));
}
