import { PROFILES } from '../../vocabulary/index.ts';
import cldr from './data/cldr.json' with { type: 'json' };
import economy from './data/economy.json' with { type: 'json' };
import government from './data/government.json' with { type: 'json' };
import names from './data/names.json' with { type: 'json' };
import society from './data/society.json' with { type: 'json' };
import treaty from './data/treaty.json' with { type: 'json' };
import verbs from './data/verbs.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };

/** Languages of the columns of a word list. */
export const COLUMNS = ['en', 'vi', 'zh', 'fa'] as const;

/** A list of terms: each row one concept, a column a language, several forms separated by `;`. */
export interface WordList {
  readonly name: string;
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** The names the profiles know: bodies, places, mechanisms, instruments, parties. */
function registerRows(): string[][] {
  const entries = PROFILES.flatMap(({ parties, bodies, places, gates, mechanisms, instruments }) => [
    ...[...parties, ...bodies, ...places, ...mechanisms, ...instruments].map(({ forms }) => forms),
    ...gates.flatMap(({ sides }) => sides.map(({ forms }) => forms)),
  ]);
  return entries.map((forms) => COLUMNS.map((language) => (forms[language] ?? []).join(';')));
}

/** The project's own word lists, Unicode's names, and the registers of the profiles. */
export const SOURCES: readonly WordList[] = [
  { name: 'government', rows: government.rows },
  { name: 'treaty', rows: treaty.rows },
  { name: 'economy', rows: economy.rows },
  { name: 'society', rows: society.rows },
  { name: 'verbs', rows: verbs.rows },
  { name: 'words', rows: words.rows },
  { name: 'names', rows: names.rows },
  { name: 'cldr', rows: cldr.rows },
  { name: 'registers', rows: registerRows() },
];
