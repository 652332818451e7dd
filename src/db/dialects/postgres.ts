import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PARSERS } from './values.ts';

/** A pool of connections to a server. `url` is a libpq address (`postgres://user@host/database`). */
export function postgresPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5_000,
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A server that closes idle connections must not end the process; the next query reports it.
  pool.on('error', () => undefined);
  // A wall makes every query look costly to the planner, which would compile each to machine code for longer than it runs.
  pool.on('connect', (client) => void client.query('set jit = off').catch(() => undefined));
  return pool;
}

export function postgresDialect(pool: pg.Pool): Dialect {
  return new PostgresDialect({ pool });
}
