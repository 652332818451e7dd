import general from './data/general.json' with { type: 'json' };

/** A list of terms: each row one concept, a column a language (en, vi, zh, fa), several forms separated by `;`. */
export interface WordList {
  readonly name: string;
  readonly rows: ReadonlyArray<readonly string[]>;
}

export const SOURCES: readonly WordList[] = [{ name: 'g', rows: general.rows }];
