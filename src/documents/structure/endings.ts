import endings from '../data/open-endings.json' with { type: 'json' };

/** Words that cannot be the last of a sentence: conjunctions, prepositions, articles, of all languages. */
export const OPEN_ENDINGS: ReadonlySet<string> = new Set(Object.values(endings.words).flat());
