import cldr from './data/cldr.json' with { type: 'json' };
import economy from './data/economy.json' with { type: 'json' };
import government from './data/government.json' with { type: 'json' };
import society from './data/society.json' with { type: 'json' };
import verbs from './data/verbs.json' with { type: 'json' };

/** A list of terms: each row one concept, a column a language (en, vi, zh, fa), several forms separated by `;`. */
export interface WordList {
  readonly name: string;
  readonly rows: ReadonlyArray<readonly string[]>;
}

export const SOURCES: readonly WordList[] = [
  { name: 'government', rows: government.rows },
  { name: 'economy', rows: economy.rows },
  { name: 'society', rows: society.rows },
  { name: 'verbs', rows: verbs.rows },
  { name: 'cldr', rows: cldr.rows },
];
