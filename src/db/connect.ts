import type { PGlite } from '@electric-sql/pglite';
import { Kysely, sql, type Transaction } from 'kysely';
import type { Seat } from '../register/index.ts';
import { lockFolder } from './data-folder.ts';
import { openPglite, pgliteDialect } from './dialects/pglite.ts';
import { type Asker, type Seating, seating } from './dialects/seated.ts';
import { translating } from './dialects/translating.ts';
import { ensureRoom } from './disk-room.ts';
import { migrate } from './migrate.ts';
import { asProblem } from './problems.ts';
import type { Tables } from './tables.ts';

/** What stores are given: the database outside a transaction, or inside one. */
export type Queries = Kysely<Tables>;

/** An open database, migrated. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * The same database as a seat may see and change it: every statement runs behind the wall between the sides. A seat of no
   * party (a machine without accounts) has the database itself.
   */
  as(seat: Seat): Database;
  /** The same as anybody may read it who has no account: what was published. */
  asAnybody(): Database;
  /** For reading. Writing goes through `write`. */
  readonly queries: Queries;
  /** Runs the work in one transaction: all of it happens, or nothing. `bytes` is about what it adds, where that is much. */
  write<T>(work: (queries: Transaction<Tables>) => Promise<T>, bytes?: number): Promise<T>;
  /** Runs the work on a database of its own that is taken back when the work ends: what it writes, it alone sees. */
  rehearse<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** Runs the reading in one transaction that sees a single moment; it ends when the reading does, or is given up. */
  snapshot<T>(reading: (queries: Queries) => AsyncIterable<T>): AsyncGenerator<T>;
  /** Such as `PGlite 18.6` or `PostgreSQL 15.18`. */
  version(): Promise<string>;
  close(): Promise<void>;
}

/** Where the data lives: a server by its address, a folder, or an instance a test has made. */
export type Place = { readonly url: string } | { readonly folder: string } | { readonly pglite: PGlite };

/**
 * Opens the database of a place and brings it to the present schema.
 * @throws Problem `data-locked`, `disk-full`, `database-unreachable`, `input-invalid` (data newer than this program)
 */
export async function connect(place: Place): Promise<Database> {
  if ('url' in place) {
    // Loaded only where a server is asked for.
    const { postgresDialect, postgresPool } = await import('./dialects/postgres.ts');
    const dialect = translating(postgresDialect(postgresPool(place.url)), 'server');
    return open('postgres', seating(dialect, false), NOTHING);
  }
  if ('pglite' in place) return open('pglite', embedded(place.pglite, 'memory'), NOTHING);
  const { folder } = place;
  const unlock = lockFolder(folder);
  try {
    ensureRoom(folder);
    const pglite = await openPglite(`${folder}/postgres`);
    return await open('pglite', embedded(pglite, folder), { unlock, ensureRoom: (bytes) => ensureRoom(folder, bytes) });
  } catch (error) {
    unlock();
    throw asProblem(error, folder);
  }
}

/** What goes with a data folder; a server and an instance in memory have none. */
interface Hold {
  readonly unlock: () => void;
  readonly ensureRoom: (bytes?: number) => void;
}

const NOTHING: Hold = { unlock: () => undefined, ensureRoom: () => undefined };

function embedded(pglite: PGlite, folder: string): Seating {
  return seating(translating(pgliteDialect(pglite), folder), true);
}

async function open(kind: Database['kind'], seats: Seating, hold: Hold): Promise<Database> {
  const queries = queriesOf(seats, null);
  const close = async () => {
    await queries.destroy();
    hold.unlock();
  };
  try {
    await migrate(queries);
  } catch (error) {
    await close();
    throw error;
  }
  const behind = (asker: Asker): Database => ({
    ...over(kind, queriesOf(seats, asker), hold),
    ...{ as: whole.as, asAnybody: whole.asAnybody, close },
  });
  const whole: Database = {
    ...over(kind, queries, hold),
    as: (seat) => (seat.party === null ? whole : behind(seat)),
    asAnybody: () => behind('anybody'),
    close,
  };
  return whole;
}

function queriesOf(seats: Seating, asker: Asker): Queries {
  return new Kysely<Tables>({ dialect: seats.dialectFor(asker) });
}

function over(kind: Database['kind'], queries: Queries, hold: Hold): Omit<Database, 'as' | 'asAnybody' | 'close'> {
  return {
    kind,
    queries,
    write: async (work, bytes) => {
      hold.ensureRoom(bytes);
      return queries.transaction().execute(work);
    },
    rehearse: (work) => rehearse(kind, queries, work),
    snapshot: (reading) => snapshot(queries, reading),
    version: async () => {
      const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
        queries,
      );
      const number = rows[0]?.version.split(' ')[0] ?? '';
      return `${kind === 'pglite' ? 'PGlite' : 'PostgreSQL'} ${number}`;
    },
  };
}

async function rehearse<T>(
  kind: Database['kind'],
  queries: Queries,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const transaction = await queries.startTransaction().execute();
  const none = () => {
    throw new Error('a rehearsal has neither seats nor snapshots');
  };
  const within: Database = {
    ...{ kind, queries: transaction, as: none, asAnybody: none, snapshot: none },
    write: (part) => part(transaction),
    rehearse: (part) => part(within),
    version: async () => kind,
    close: async () => undefined,
  };
  try {
    return await work(within);
  } finally {
    await transaction.rollback().execute();
  }
}

async function* snapshot<T>(queries: Queries, reading: (queries: Queries) => AsyncIterable<T>): AsyncGenerator<T> {
  const transaction = await queries.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    yield* reading(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}
