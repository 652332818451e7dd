import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { type Dialect, PGliteDialect } from 'kysely';
import { DATE, INT8, TIMESTAMPTZ } from './values.ts';

const BYTEA = 17;

/** How values cross to PGlite and back, the same as with a server. */
export const PGLITE_OPTIONS: PGliteOptions = {
  parsers: {
    [DATE]: (value) => value,
    [TIMESTAMPTZ]: (value) => new Date(value).toISOString(),
    [INT8]: Number,
    [BYTEA]: (value) => new Uint8Array(Buffer.from(value.slice(2), 'hex')),
  },
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
