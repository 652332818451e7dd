import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database, migrations, PGLITE_OPTIONS } from '../../src/db/index.ts';
import { fixedClock } from '../../src/kernel/index.ts';
import { type Context, contextOf, startReader } from '../../src/operations/index.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts';

/** Opens databases of one kind for tests: each empty, migrated, and apart from all others. */
export interface TestDatabases {
  open(): Promise<Database>;
  close(): Promise<void>;
}

/**
 * Runs the same tests on PGlite and on a PostgreSQL server started for them. Where no server can be started that is said in
 * the list of tests; with `CI` set it fails.
 */
export function onEveryDatabase(name: string, tests: (open: () => Promise<Database>) => void): void {
  describe(`${name}, on PGlite`, () => run(pgliteDatabases, tests));
  if (postgresPrograms() !== null) describe(`${name}, on a PostgreSQL server`, () => run(postgresDatabases, tests));
  else if (process.env.CI) {
    test(`${name}, on a PostgreSQL server`, () => expect.fail('no PostgreSQL server is installed (initdb, postgres)'));
  } else {
    test.skip(`${name}, on a PostgreSQL server: not run, because none is installed (initdb, postgres)`, () => {});
  }
}

/** The same for operations: `open` gives a register on a new database, with a clock that stands still; it ends with its test. */
export function onEveryRegister(name: string, tests: (open: () => Promise<Context>) => void): void {
  onEveryDatabase(name, (open) => {
    const opened: Context[] = [];
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });
    tests(async () => {
      const context = contextOf(await open(), fixedClock('2026-03-01T08:00:00.000Z'), READER);
      opened.push(context);
      return context;
    });
  });
}

/** One thread that reads, and what it has learned, for all tests of a process; a test does not end it. */
const READER = { ...startReader(), close: async () => {} };

function run(start: () => Promise<TestDatabases>, tests: (open: () => Promise<Database>) => void): void {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases?.close());
  tests(() => databases.open());
}

/** Instances that no test uses now, and what a migrated one looks like; kept from one file of tests to the next. */
const idle: PGlite[] = [];
let asMigrated = '';

/** Clones of one migrated instance; one that a test has closed is emptied and used again, which is quicker still. */
async function pgliteDatabases(): Promise<TestDatabases> {
  const clone = async () => PGlite.create({ ...PGLITE_OPTIONS, loadDataDir: await pgliteTemplate() });
  if (asMigrated === '') {
    const first = await clone();
    asMigrated = await shapeOf(first);
    idle.push(first);
  }
  return {
    open: async () => {
      const used = idle.pop();
      const pglite = used === undefined ? await clone() : await emptied(used, asMigrated);
      const database = await connect({ pglite });
      return { ...database, close: async () => void idle.push(pglite) };
    },
    close: async () => {},
  };
}

/** What stands in a database beside its rows, as one text. */
async function shapeOf(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ shape: string }>(`
    select md5(string_agg(part, ' ' order by part)) as shape from (
      select format('%s.%s %s', attrelid::regclass, attname, atttypid) as part from pg_attribute
        join pg_class c on c.oid = attrelid where c.relnamespace = current_schema()::regnamespace and not attisdropped
      union all select format('%s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
      union all select format('%s %s', polrelid::regclass, polname) from pg_policy
      union all select format('migration %s', name) from servanda_migration) parts`);
  return rows[0]?.shape ?? '';
}

/** Takes all rows out; where a test has changed more than rows, everything, to be migrated anew. */
async function emptied(pglite: PGlite, asMigrated: string): Promise<PGlite> {
  await pglite.exec('reset role');
  if ((await shapeOf(pglite)) !== asMigrated) {
    await pglite.exec('drop schema public cascade; create schema public');
    return pglite;
  }
  const { rows } = await pglite.query<{ tables: string }>(`
    select string_agg(oid::regclass::text, ', ') as tables from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> 'servanda_migration'`);
  // As a copy of another database: the triggers that refuse to erase actions do not run.
  await pglite.exec(`set session_replication_role = replica;
    truncate ${rows[0]?.tables} restart identity; set session_replication_role = origin`);
  return pglite;
}

/** What says which rights the roles have stands beside the migrations. */
const RIGHTS = join(import.meta.dirname, '../../src/db/seat-role.ts');

async function pgliteTemplate(): Promise<Blob> {
  const made = [...migrations().map(({ sha256 }) => sha256), readFileSync(RIGHTS, 'utf8')];
  const schema = createHash('sha256').update(made.join()).digest('hex');
  const path = join(tmpdir(), `servanda-pglite-${process.getuid?.() ?? 0}-${schema.slice(0, 16)}.tar`);
  if (existsSync(path)) return new Blob([readFileSync(path)]);
  const pglite = await PGlite.create(PGLITE_OPTIONS);
  const database = await connect({ pglite });
  const dump = await pglite.dumpDataDir('none');
  await database.close();
  writeFileSync(`${path}.${process.pid}`, new Uint8Array(await dump.arrayBuffer()));
  renameSync(`${path}.${process.pid}`, path);
  return dump;
}

/** One server for all tests of a process, with a migrated database to copy. */
let server: Promise<PostgresServer> | null = null;
let databases = 0;

async function serverWithTemplate(): Promise<PostgresServer> {
  const started = await startPostgres(postgresPrograms() as string);
  await started.create('template');
  await (await connect({ url: started.url('template') })).close();
  return started;
}

async function postgresDatabases(): Promise<TestDatabases> {
  server ??= serverWithTemplate();
  const shared = await server;
  const made: string[] = [];
  return {
    open: async () => {
      const name = `test_${++databases}`;
      made.push(name);
      await shared.create(name, 'template');
      return connect({ url: shared.url(name) });
    },
    close: async () => {
      for (const name of made) await shared.drop(name);
    },
  };
}
