import { sql } from 'kysely';
import { Problem } from '../kernel/index.ts';
import type { Queries } from './connect.ts';
import { SEAT_ROLE } from './dialects/seated.ts';

/** What no seat touches: who may sign in, and how the installation is set. */
const WITHHELD = [
  'account',
  'account_action',
  'account_identity',
  'login_session',
  'login_attempt',
  'setting',
  'servanda_migration',
];

/** What seats read and only the operations on units and people write. */
const READ_ONLY = ['unit', 'unit_action', 'post', 'holding'];

/** Makes the role that seats work as where it is missing, and lets the owner of the database take it. True where it was made. */
export async function ensureSeatRole(queries: Queries): Promise<boolean> {
  const { rows } = await sql`select from pg_roles where rolname = ${SEAT_ROLE}`.execute(queries);
  if (rows.length > 0) {
    await refuseStranger(queries);
    return false;
  }
  // Roles belong to the whole server: another database on it may have been first.
  await sql
    .raw(`do $$ begin
      create role ${SEAT_ROLE} nologin;
      execute format('grant ${SEAT_ROLE} to %I', current_user);
    exception when duplicate_object or unique_violation then null; end $$`)
    .execute(queries);
  return true;
}

/** The role is there, but the owner of this database may not take it: said now, not at the first request. */
async function refuseStranger(queries: Queries): Promise<void> {
  const { rows } = await sql<{ member: boolean }>`
    select pg_has_role(current_user, ${SEAT_ROLE}, 'member') as member`.execute(queries);
  if (rows[0]?.member !== true) {
    throw new Problem('input-invalid', { field: 'database', reason: `grant ${SEAT_ROLE} to its owner first` });
  }
}

/** Gives the role of seats the tables there are now; the walls of the tables decide which rows. */
export async function grantToSeats(queries: Queries): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`.execute(queries);
  const { rows: found } = await sql<{ schema: string }>`select current_schema() as schema`.execute(queries);
  const seats = sql.id(SEAT_ROLE);
  await sql`grant usage on schema ${sql.id(found[0]?.schema ?? 'public')} to ${seats}`.execute(queries);
  for (const { name } of rows) {
    await sql`revoke all on ${sql.table(name)} from ${seats}`.execute(queries);
    if (WITHHELD.includes(name)) continue;
    const rights = READ_ONLY.includes(name) ? sql`select` : sql`select, insert, update, delete`;
    await sql`grant ${rights} on ${sql.table(name)} to ${seats}`.execute(queries);
  }
}
