import { sql } from 'kysely';
import { Problem } from '../kernel/index.ts';
import type { Queries } from './connect.ts';
import { PUBLIC_ROLE, SEAT_ROLE } from './dialects/seated.ts';

/** What no seat touches: who may sign in, and how the installation is set. */
const WITHHELD = [
  'account',
  'account_action',
  'account_identity',
  'login_session',
  'login_attempt',
  'calendar_feed',
  'setting',
  'api_token',
  'webhook',
  'webhook_event',
  'webhook_delivery',
  'exchange_secret',
  'exchange_nonce',
  'exchange_attachment',
  'servanda_migration',
  // Which numbers are missing tells how much the other side keeps to itself.
  'register_number',
  'register_bits',
  'register_turned',
  'register_word',
  'register_vocabulary',
];

/** Of the exchange seats write what is to leave; all else the operations do that sign and check. */
const EXCHANGE = [
  'exchange_node',
  'exchange_key',
  'partner',
  'partner_key',
  'inbox',
  'exchange_action',
  'partner_reference',
];

/** What the database makes itself of what stands in other tables. */
const KEPT_BY_THE_DATABASE = [
  'register_tally',
  'register_pair',
  'register_kept',
  'commitment_past',
  'register_row',
  'register_words',
  'task_keeps',
  'two_sided',
];

/** What seats read and only the operations on units and people write, or the database itself. */
const READ_ONLY = ['unit', 'unit_action', 'post', 'holding', ...KEPT_BY_THE_DATABASE, ...EXCHANGE];

/** What anybody reads of what was published; which rows, its wall decides. */
const PUBLIC_COLUMNS = [
  ...['id', 'kind', 'state', 'view', 'title', 'language', 'work', 'text', 'day', 'place', 'form', 'sector', 'strength'],
  ...['due', 'search', 'first_at', 'changed_at'],
];

/** Functions that look past the walls and are asked by a wall of the public's. */
const PUBLIC_FUNCTIONS = ['task_is_public'];

/** Functions that look past the walls and answer seats; all others only the database itself runs, or whoever makes rows again. */
const SEAT_FUNCTIONS = [
  ...['commitments_worded', 'paper_last_number', 'parties_of_hands', 'shared_tasks_keeping', 'task_is_public'],
  ...['register_counted', 'register_found'],
  ...['tasks_coordinated', 'tasks_keeping', 'tasks_kept_from', 'tasks_put_to'],
];

/** Makes the roles of seats and of anybody where they are missing, and lets the owner of the database take them. True where one was made. */
export async function ensureSeatRole(queries: Queries): Promise<boolean> {
  const made = [];
  for (const role of [SEAT_ROLE, PUBLIC_ROLE]) made.push(await ensureRole(queries, role));
  return made.includes(true);
}

async function ensureRole(queries: Queries, role: string): Promise<boolean> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(queries);
  if (rows.length > 0) {
    await refuseStranger(queries, role);
    return false;
  }
  // Roles belong to the whole server: another database on it may have been first.
  await sql
    .raw(`do $$ begin
      create role ${role} nologin;
      execute format('grant ${role} to %I', current_user);
    exception when duplicate_object or unique_violation then null; end $$`)
    .execute(queries);
  return true;
}

/** The role is there, but the owner of this database may not take it: said now, not at the first request. */
async function refuseStranger(queries: Queries, role: string): Promise<void> {
  const { rows } = await sql<{ member: boolean }>`
    select pg_has_role(current_user, ${role}, 'member') as member`.execute(queries);
  if (rows[0]?.member !== true) {
    throw new Problem('input-invalid', { field: 'database', reason: `grant ${role} to its owner first` });
  }
}

/**
 * Gives the role of seats the tables there are now, and the functions that look past walls; the walls of the tables decide which
 * rows. A function may be run by everybody until that is taken back.
 */
export async function grantToSeats(queries: Queries): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`.execute(queries);
  const { rows: found } = await sql<{ schema: string }>`select current_schema() as schema`.execute(queries);
  const [seats, anybody] = [sql.id(SEAT_ROLE), sql.id(PUBLIC_ROLE)];
  await sql`grant usage on schema ${sql.id(found[0]?.schema ?? 'public')} to ${seats}, ${anybody}`.execute(queries);
  for (const { name } of rows) {
    await sql`revoke all on ${sql.table(name)} from ${seats}, ${anybody}`.execute(queries);
    if (WITHHELD.includes(name)) continue;
    const rights = READ_ONLY.includes(name) ? sql`select` : sql`select, insert, update, delete`;
    await sql`grant ${rights} on ${sql.table(name)} to ${seats}`.execute(queries);
  }
  await grantFunctions(queries);
  if (!rows.some(({ name }) => name === 'publication')) return;
  const columns = sql.join(PUBLIC_COLUMNS.map((column) => sql.id(column)));
  await sql`grant select (${columns}) on publication to ${anybody}`.execute(queries);
}

async function grantFunctions(queries: Queries): Promise<void> {
  const { rows } = await sql<{ name: string; signature: string; beyond: boolean }>`
    select p.proname as name, p.oid::regprocedure::text as signature, p.prosecdef as beyond
    from pg_proc p where p.prorettype <> 'trigger'::regtype and p.pronamespace = current_schema()::regnamespace`.execute(
    queries,
  );
  const [seats, anybody] = [sql.id(SEAT_ROLE), sql.id(PUBLIC_ROLE)];
  for (const { name, signature, beyond } of rows) {
    const one = sql.raw(signature);
    await sql`revoke execute on function ${one} from public, ${seats}, ${anybody}`.execute(queries);
    if (!beyond || SEAT_FUNCTIONS.includes(name))
      await sql`grant execute on function ${one} to ${seats}`.execute(queries);
    if (!beyond || PUBLIC_FUNCTIONS.includes(name)) {
      await sql`grant execute on function ${one} to ${anybody}`.execute(queries);
    }
  }
}
