import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of our own: in a temporary folder, on a socket there, gone after `stop`. */
export interface PostgresServer {
  /** Address of one of its databases. */
  url(database: string): string;
  /** Makes a database, empty or a copy of another. */
  create(database: string, template?: string): Promise<void>;
  /** Takes a database away, whoever is connected to it. */
  drop(database: string): Promise<void>;
  /** Lets the server learn what its tables hold, as it does by itself in time. */
  analyse(database: string): Promise<void>;
  stop(): Promise<void>;
}

/** The variable that names the folder of the list of servers. */
export const SERVER_LIST = 'SERVANDA_TEST_SERVERS';

/** Durability is of no use to a server that lives for a test. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'listen_addresses='];

/** Where `initdb` and `postgres` lie: on the path, or where Debian puts them; null where there is no server. */
export function postgresPrograms(): string | null {
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(packaged, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as the user it is installed with, or as nobody. */
function owner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const user = users.find((line) => /^postgres:/.test(line)) ?? users.find((line) => /^nobody:/.test(line)) ?? '';
  const [, , uid, gid] = user.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Starts a server. `settings` are added to those of a test (`name=value`). */
export async function startPostgres(programs: string, settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-pg-'));
  const user = owner();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = { ...user, cwd: folder, stdio: 'ignore' as const };
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'servanda', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, as);
  const options = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, ...options], as);
  const listed = listServer(folder, server.pid);
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  const url = (database: string) => `postgres://servanda@/${database}?host=${folder}`;
  await untilReady(url('postgres'), server);
  return {
    url,
    create: (database, template = 'template0') =>
      ask(url('postgres'), `create database ${database} template ${template}`),
    drop: (database) => ask(url('postgres'), `drop database if exists ${database} with (force)`),
    analyse: (database) => ask(url(database), 'vacuum analyze'),
    stop: async () => {
      process.off('exit', kill);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      if (listed !== null) rmSync(listed, { force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tells whoever runs the tests which server to end should this process not come to it (`end-servers.ts`). */
function listServer(folder: string, pid: number | undefined): string | null {
  const list = process.env[SERVER_LIST];
  if (list === undefined || pid === undefined) return null;
  const file = join(list, basename(folder));
  writeFileSync(file, JSON.stringify({ pid, folder }));
  return file;
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
    try {
      return await ask(url, 'select 1');
    } catch {
      await wait(50);
    }
  }
  throw new Error('postgres does not answer');
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}
