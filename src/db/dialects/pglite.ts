import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { type Dialect, PGliteDialect } from 'kysely';
import { BYTEA, PARSERS } from './values.ts';

/** How values cross to PGlite and back, the same as with a server. */
export const PGLITE_OPTIONS: PGliteOptions = {
  parsers: PARSERS,
  // Bytes handed on as they are travel in binary; PGlite's own way makes an array of strings of them.
  serializers: { [BYTEA]: (value) => value },
};

/** An embedded database in a folder; in memory where the folder is null. */
export function openPglite(folder: string | null): Promise<PGlite> {
  return PGlite.create({ ...PGLITE_OPTIONS, ...(folder === null ? {} : { dataDir: folder }) });
}

export function pgliteDialect(pglite: PGlite): Dialect {
  return new PGliteDialect({ pglite });
}
