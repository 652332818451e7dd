import { sql } from 'kysely';
import { Problem } from '../kernel/index.ts';
import type { Queries } from './connect.ts';
import { insertRows, type JsonRow } from './insert-rows.ts';
import { migrate, migrations } from './migrate.ts';
import type { Tables } from './tables.ts';

/** Every table a backup holds, each after those it refers to, with the key its rows are read in order of. */
export const COPIED = [
  { table: 'work', key: ['id'] },
  { table: 'work_action', key: ['id'] },
  { table: 'expression', key: ['id'] },
  { table: 'manifestation', key: ['id'] },
  { table: 'text_description', key: ['expression_id'] },
  { table: 'work_link', key: ['work_id', 'other_id'] },
  { table: 'provision', key: ['manifestation_id', 'index'] },
  { table: 'sentence', key: ['manifestation_id', 'index'] },
  { table: 'page', key: ['manifestation_id', 'start'] },
  { table: 'scan_page', key: ['manifestation_id', 'number'] },
  { table: 'page_picture', key: ['manifestation_id', 'number'] },
  { table: 'commitment', key: ['id'] },
  { table: 'commitment_past', key: ['id', 'version'] },
  { table: 'commitment_source', key: ['commitment_id'] },
  { table: 'action', key: ['id'] },
  { table: 'entity', key: ['id'] },
  { table: 'entity_action', key: ['id'] },
  { table: 'entity_mention', key: ['expression_id', 'index', 'entity_id'] },
  { table: 'entity_fact', key: ['expression_id', 'index', 'entity_id'] },
  { table: 'entity_profile', key: ['relation'] },
  { table: 'import_job', key: ['id'] },
  { table: 'lineage_part', key: ['id'] },
  { table: 'lineage_link', key: ['id'] },
  { table: 'lineage_action', key: ['id'] },
  { table: 'version_proposal', key: ['expression_id', 'other_id'] },
  { table: 'alignment', key: ['id'] },
  { table: 'bead', key: ['alignment_id', 'index'] },
  { table: 'finding', key: ['alignment_id', 'index'] },
  { table: 'counterpart', key: ['alignment_id', 'a_commitment', 'b_commitment'] },
  { table: 'alignment_action', key: ['id'] },
  { table: 'lesson', key: ['id'] },
  { table: 'lesson_action', key: ['id'] },
  { table: 'reread_coverage', key: ['manifestation_id'] },
  { table: 'unit', key: ['id'] },
  { table: 'unit_action', key: ['id'] },
  { table: 'account', key: ['id'] },
  { table: 'account_action', key: ['id'] },
  { table: 'account_identity', key: ['issuer', 'subject'] },
  { table: 'post', key: ['id'] },
  { table: 'holding', key: ['id'] },
  { table: 'api_token', key: ['id'] },
  { table: 'webhook', key: ['id'] },
  { table: 'setting', key: ['name'] },
  { table: 'task', key: ['id'] },
  { table: 'task_action', key: ['id'] },
  { table: 'task_state', key: ['task_id', 'version'] },
  { table: 'task_shared', key: ['task_id'] },
  { table: 'task_debt', key: ['task_id', 'unit'] },
  { table: 'task_file', key: ['task_id', 'sha256'] },
  { table: 'urging_digest', key: ['id'] },
  { table: 'ladder_action', key: ['id'] },
  { table: 'paper', key: ['id'] },
  { table: 'letter_mail', key: ['id'] },
  { table: 'snapshot', key: ['id'] },
  { table: 'snapshot_row', key: ['snapshot_id', 'task_id'] },
  { table: 'suggestion_action', key: ['id'] },
  { table: 'sheet_batch', key: ['id'] },
  { table: 'sheet_mapping', key: ['id'] },
  { table: 'calendar_feed', key: ['id'] },
  { table: 'series', key: ['id'] },
  { table: 'series_action', key: ['id'] },
  { table: 'series_note', key: ['id'] },
  { table: 'quota', key: ['id'] },
  { table: 'quota_action', key: ['id'] },
  { table: 'dissemination_action', key: ['id'] },
  { table: 'pair', key: ['id'] },
  { table: 'pair_action', key: ['id'] },
  { table: 'publication', key: ['id'] },
  { table: 'publication_action', key: ['id'] },
  { table: 'channel', key: ['id'] },
  { table: 'channel_action', key: ['id'] },
  { table: 'notice', key: ['id'] },
  { table: 'notice_action', key: ['id'] },
  { table: 'notice_note_action', key: ['id'] },
  { table: 'duty_post', key: ['id'] },
  { table: 'duty_post_action', key: ['id'] },
  { table: 'duty_roster', key: ['id'] },
  { table: 'duty_roster_action', key: ['id'] },
  { table: 'notice_page', key: ['id'] },
  { table: 'exchange_node', key: ['id'] },
  { table: 'exchange_key', key: ['id'] },
  { table: 'partner', key: ['id'] },
  { table: 'partner_key', key: ['partner_id', 'key_id'] },
  { table: 'outbox', key: ['id'] },
  { table: 'inbox', key: ['source', 'id'] },
  { table: 'exchange_attachment', key: ['sha256'] },
  { table: 'exchange_action', key: ['id'] },
  { table: 'partner_share', key: ['partner_id', 'kind', 'id'] },
  { table: 'partner_reference', key: ['partner_id', 'key'] },
  { table: 'partner_told', key: ['partner_id', 'kind', 'id'] },
  { table: 'joint_thing', key: ['id'] },
  { table: 'joint_entry', key: ['thing_id', 'id'] },
  { table: 'water_import', key: ['id'] },
  { table: 'water_series', key: ['id'] },
  { table: 'water_action', key: ['id'] },
  { table: 'water_value', key: ['series_id', 'instant'] },
  { table: 'water_correction', key: ['series_id', 'instant', 'import_id'] },
  { table: 'alert_feed', key: ['id'] },
  { table: 'alert_entry', key: ['id'] },
] as const satisfies readonly { readonly table: keyof Tables; readonly key: readonly string[] }[];

/** Who is signed in now is no part of a backup, nor what was told elsewhere: whoever restores one tells nobody again. Counts are made anew;
 * private keys never leave the machine. */
export const NOT_COPIED = [
  'login_session',
  'login_attempt',
  'register_row',
  'register_tally',
  'register_pair',
  'register_kept',
  'register_number',
  'register_bits',
  'register_turned',
  'register_word',
  'register_vocabulary',
  'register_words',
  'task_keeps',
  'two_sided',
  'webhook_delivery',
  'webhook_event',
  'exchange_secret',
  'exchange_nonce',
  'servanda_migration',
] as const satisfies readonly (keyof Tables)[];

/** The functions that migrations make besides tables; dropped with whatever hangs from them. */
function functionsMade(): Set<string> {
  return new Set(migrations().flatMap(({ text }) => [...text.matchAll(FUNCTION)].map(([, name]) => name as string)));
}

const FUNCTION = /^create (?:or replace )?function (\w+)/gim;

export type CopiedTable = (typeof COPIED)[number]['table'];

/** Rows read at a time; files and pictures are read one by one. */
const BATCH = 1_000;
const ONE_BY_ONE: ReadonlySet<string> = new Set(['manifestation', 'page_picture', 'task_file', 'paper']);

/** The rows of a table as the database writes them in JSON, in order of their key, some at a time. */
export async function* copyOut(queries: Queries, table: CopiedTable): AsyncGenerator<JsonRow[]> {
  const key = COPIED.find((copied) => copied.table === table)?.key ?? [];
  const columns = sql.join(key.map((name) => sql.ref(name)));
  const limit = ONE_BY_ONE.has(table) ? 1 : BATCH;
  let after: unknown[] | null = null;
  for (;;) {
    const where: ReturnType<typeof sql> = after === null ? sql`true` : sql`(${columns}) > (${sql.join(after)})`;
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(table)} t where ${where} order by ${columns} limit ${sql.lit(limit)}
    `.execute(queries);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ row }) => row);
    after = key.map((name) => last.row[name]);
  }
}

/** Puts rows that `copyOut` gave into tables; columns the database reckons from others, asked for once a table, are left to it. */
export function copierInto(queries: Queries): (table: CopiedTable, rows: readonly JsonRow[]) => Promise<void> {
  const known = new Map<CopiedTable, Promise<ReadonlySet<string>>>();
  return async (table, rows) => {
    const asked = known.get(table) ?? reckonedIn(queries, table);
    known.set(table, asked);
    const left = await asked;
    const own = (row: JsonRow) => Object.fromEntries(Object.entries(row).filter(([name]) => !left.has(name)));
    return insertRows(queries, table, left.size === 0 ? rows : rows.map(own));
  };
}

async function reckonedIn(queries: Queries, table: CopiedTable): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attgenerated <> '' and not attisdropped`.execute(queries);
  return new Set(rows.map(({ name }) => name));
}

/** True where the register holds nothing yet. */
export async function isEmpty(queries: Queries): Promise<boolean> {
  const work = await queries.selectFrom('work').select('id').limit(1).executeTakeFirst();
  return work === undefined;
}

/** The name of the newest migration applied. */
export async function schemaOf(queries: Queries): Promise<string> {
  const row = await queries.selectFrom('servanda_migration').select('name').orderBy('name', 'desc').executeTakeFirst();
  return row?.name ?? '';
}

/**
 * Empties the database and brings it to the schema a backup was made with.
 * @throws Problem `input-invalid` where this program does not know that schema
 */
export async function startOver(queries: Queries, schema: string): Promise<void> {
  if (!migrations().some(({ name }) => name === schema)) {
    throw new Problem('input-invalid', { field: 'backup', reason: `made by a newer version (${schema})` });
  }
  const tables = [...NOT_COPIED, ...COPIED.map(({ table }) => table).toReversed()];
  for (const table of tables) await sql`drop table if exists ${sql.table(table)} cascade`.execute(queries);
  for (const name of functionsMade()) await sql`drop function if exists ${sql.id(name)} cascade`.execute(queries);
  await migrate(queries, schema);
}
