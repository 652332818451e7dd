import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Problem } from '../kernel/index.ts';
import { chainWhatIsThere } from './chain-existing.ts';
import type { Queries } from './connect.ts';
import { ensureSeatRole, grantToSeats } from './seat-role.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/** Any number, the same for every process that migrates. */
const LOCK = 4700_2026;

/** What a migration does besides its SQL, once its tables are as it leaves them. */
const STEPS: Readonly<Record<string, (queries: Queries) => Promise<void>>> = {
  '0027-quotas': chainWhatIsThere,
  '0029-chains': chainWhatIsThere,
};

interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

/** The migrations of this program in the order of their numbers. */
export function migrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{4}-.*\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      return { name: file.replace(/\.sql$/, ''), sha256: createHash('sha256').update(text).digest('hex'), text };
    });
}

/**
 * Applies what is missing, in order, in one transaction and under a lock, so that two processes starting together do it
 * once. `upTo` stops after the migration of that name.
 * @returns names of the migrations applied now
 * @throws Problem `input-invalid` where the data was written by a newer program, or an applied migration was changed
 */
export function migrate(queries: Queries, upTo?: string): Promise<string[]> {
  const work = (inside: Queries) => applyMissing(inside, upTo);
  return queries.isTransaction ? work(queries) : queries.transaction().execute(work);
}

async function applyMissing(transaction: Queries, upTo: string | undefined): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
  const made = await ensureSeatRole(transaction);
  await sql`create table if not exists servanda_migration (
    name text constraint servanda_migration_key primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`.execute(transaction);
  const applied = await transaction.selectFrom('servanda_migration').selectAll().orderBy('name').execute();
  const known = migrations();
  for (const { name, sha256 } of applied) {
    if (known.find((migration) => migration.name === name)?.sha256 !== sha256) {
      throw new Problem('input-invalid', { field: 'database', reason: `migration ${name} is not of this program` });
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  const missing = known.filter(({ name }) => !done.has(name) && (upTo === undefined || name <= upTo));
  for (const { name, sha256, text } of missing) {
    for (const statement of statements(text)) await sql.raw(statement).execute(transaction);
    await STEPS[name]?.(transaction);
    await sql`insert into servanda_migration (name, sha256) values (${name}, ${sha256})`.execute(transaction);
  }
  if (made || missing.length > 0) await grantToSeats(transaction);
  return missing.map(({ name }) => name);
}

/** The statements of a migration: each ends with a semicolon at the end of a line, outside `$$ … $$`. */
function statements(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const piece of text.split(/(?<=;)[ \t]*\n/)) {
    open += `${piece}\n`;
    const inBody = (open.match(/\$\$/g)?.length ?? 0) % 2 === 1;
    if (inBody || open.trim() === '') continue;
    found.push(open);
    open = '';
  }
  return found;
}
