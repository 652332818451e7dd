import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '../kernel/index.ts';
import type { Queries } from './connect.ts';
import { insertRows } from './insert-rows.ts';
import type { Tables } from './tables.ts';

/** A log of actions: its table, the columns that name what it is of, and the table whose rows count its actions as `version`. */
export interface Log {
  readonly table: keyof Tables;
  readonly of: readonly string[];
  /** Further columns that an action says something with. */
  readonly also?: readonly string[];
  readonly counted: { readonly table: keyof Tables; readonly id: string } | null;
}

/** Every log there is, by what it is of. */
export const LOGS = {
  work: { table: 'work_action', of: ['work_id'], counted: { table: 'work', id: 'id' } },
  commitment: { table: 'action', of: ['commitment_id'], counted: { table: 'commitment', id: 'id' } },
  entity: { table: 'entity_action', of: ['entity_id'], counted: { table: 'entity', id: 'id' } },
  link: { table: 'lineage_action', of: ['link_id'], counted: { table: 'lineage_link', id: 'id' } },
  versions: { table: 'alignment_action', of: ['alignment_id'], counted: { table: 'alignment', id: 'id' } },
  lesson: { table: 'lesson_action', of: ['lesson_id'], counted: { table: 'lesson', id: 'id' } },
  suggestion: { table: 'suggestion_action', of: ['side', 'relation', 'key'], counted: null },
  unit: { table: 'unit_action', of: ['unit_id'], counted: { table: 'unit', id: 'id' } },
  account: { table: 'account_action', of: ['account_id'], counted: null },
  series: { table: 'series_action', of: ['series_id'], also: ['party'], counted: { table: 'series', id: 'id' } },
  dissemination: { table: 'dissemination_action', of: ['work_id', 'party'], counted: null },
  ladder: { table: 'ladder_action', of: ['relation', 'party'], counted: null },
  pair: { table: 'pair_action', of: ['pair_id'], counted: { table: 'pair', id: 'id' } },
  quota: { table: 'quota_action', of: ['quota_id'], also: ['party'], counted: { table: 'quota', id: 'id' } },
  publication: {
    table: 'publication_action',
    of: ['publication_id'],
    also: ['party'],
    counted: { table: 'publication', id: 'id' },
  },
  exchange: { table: 'exchange_action', of: ['partner_id'], counted: null },
  channel: { table: 'channel_action', of: ['channel_id'], also: ['party'], counted: { table: 'channel', id: 'id' } },
  notice: { table: 'notice_action', of: ['notice_id'], also: ['party'], counted: { table: 'notice', id: 'id' } },
  'notice-note': { table: 'notice_note_action', of: ['notice_id', 'party'], counted: null },
  'duty-post': {
    table: 'duty_post_action',
    of: ['post_id'],
    also: ['party'],
    counted: { table: 'duty_post', id: 'id' },
  },
  'duty-roster': {
    table: 'duty_roster_action',
    of: ['roster_id'],
    also: ['party'],
    counted: { table: 'duty_roster', id: 'id' },
  },
  water: { table: 'water_action', of: ['series_id'], also: ['party'], counted: { table: 'water_series', id: 'id' } },
  task: { table: 'task_action', of: ['task_id'], counted: { table: 'task_state', id: 'task_id' } },
} as const satisfies Record<string, Log>;

export type LogName = keyof typeof LOGS;

/** A row of a log without its hash: the columns that name what it is of, and the action. */
export interface LogRow {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly body: unknown;
}

/** What a row's log is of, as one text. */
export function ownerOf({ of }: Log, row: LogRow): string {
  return of.map((column) => String((row as unknown as Record<string, unknown>)[column] ?? '')).join('|');
}

/**
 * The hash of an action: SHA-256, in hex, of its canonical JSON (RFC 8785) with what its log is of and the hash of the action
 * before it, null for the first.
 */
export function linkHash(name: LogName, row: LogRow, previous: string | null): string {
  const { id, sequence, at, by, body } = row;
  const log: Log = LOGS[name];
  const columns = row as unknown as Record<string, unknown>;
  const link = {
    ...Object.fromEntries((log.also ?? []).map((column) => [column, columns[column] ?? null])),
    log: name,
    of: ownerOf(log, row),
    id,
    sequence,
    at: new Date(at).toISOString(),
    by,
    body,
    previous,
  };
  return createHash('sha256').update(canonicalJson(link)).digest('hex');
}

/**
 * Appends actions to logs of one kind, each with its hash over the one before.
 * @throws Problem `changed-meanwhile` where somebody else appended the same sequence first
 */
export async function appendToLog(
  queries: Queries,
  name: LogName,
  rows: readonly (LogRow & Readonly<Record<string, unknown>>)[],
): Promise<void> {
  const log = LOGS[name];
  const heads = await hashesBefore(queries, log, rows);
  const chained = rows
    .toSorted((a, b) => a.sequence - b.sequence)
    .map((row) => {
      const owner = ownerOf(log, row);
      const hash = linkHash(name, row, heads.get(owner) ?? null);
      heads.set(owner, hash);
      return { ...row, hash };
    });
  await insertRows(queries, log.table, chained);
}

/** The hash that the first of the rows of each log stands on; one question for all, and none for logs that begin. */
async function hashesBefore(queries: Queries, log: Log, rows: readonly LogRow[]): Promise<Map<string, string>> {
  const first = new Map<string, LogRow>();
  for (const row of rows) {
    const owner = ownerOf(log, row);
    if ((first.get(owner)?.sequence ?? Number.POSITIVE_INFINITY) > row.sequence) first.set(owner, row);
  }
  const wanted = [...first.values()].filter(({ sequence }) => sequence > 1);
  if (wanted.length === 0) return new Map();
  const before = wanted.map((row) => ({ ...row, body: null, sequence: row.sequence - 1 }));
  // Only a side can be null; the rest compares by index.
  const same = log.of.map((name) =>
    name === 'side' ? sql`t.side is not distinct from w.side` : sql`t.${sql.ref(name)} = w.${sql.ref(name)}`,
  );
  const { rows: found } = await sql<LogRow & { hash: string }>`
    select t.* from jsonb_populate_recordset(null::${sql.table(log.table)}, ${JSON.stringify(before)}::jsonb) w
      join ${sql.table(log.table)} t on ${sql.join(same, sql` and `)} and t.sequence = w.sequence`.execute(queries);
  return new Map(found.map((row) => [ownerOf(log, row), row.hash]));
}

/** Logs of which the register counts another number of actions than there are. */
export async function miscountedLogs(
  queries: Queries,
  name: LogName,
): Promise<{ readonly of: string; readonly counted: number; readonly there: number }[]> {
  const { table, of, counted }: Log = LOGS[name];
  if (counted === null) return [];
  const { rows } = await sql<{ of: string; counted: number; there: number }>`
    select p.of, p.counted, coalesce(l.there, 0)::integer as there
    from (select ${sql.ref(counted.id)} as of, max(version) as counted from ${sql.table(counted.table)} group by 1) p
      left join (select ${sql.ref(of[0] ?? '')} as of, max(sequence) as there from ${sql.table(table)} group by 1) l
      on l.of = p.of
    where p.counted <> coalesce(l.there, 0)
    order by 1`.execute(queries);
  return rows;
}

/** A row of a log with its hash as it is kept, and what its log is of. */
export interface ChainedRow {
  readonly row: LogRow & { readonly hash: string };
  readonly owner: string;
}

/** Rows read at a time. */
const BATCH = 2_000;

/** Every row of the logs of one kind, log by log, oldest first, some thousands at a time. */
export async function* logRows(queries: Queries, name: LogName): AsyncGenerator<ChainedRow[]> {
  const log: Log = LOGS[name];
  const columns = log.of.map((column) => (column === 'side' ? sql`coalesce(side, '')` : sql.ref(column)));
  const key = sql.join([...columns, sql.ref('sequence')]);
  let after: ReturnType<typeof sql> = sql`true`;
  for (;;) {
    const { rows } = await sql<LogRow & { hash: string }>`
      select * from ${sql.table(log.table)} where ${after} order by ${key} limit ${sql.lit(BATCH)}`.execute(queries);
    const last = rows.at(-1) as (LogRow & Record<string, unknown>) | undefined;
    if (last === undefined) return;
    yield rows.map((row) => ({ row, owner: ownerOf(log, row) }));
    after = sql`(${key}) > (${sql.join([...log.of.map((column) => last[column] ?? ''), last.sequence])})`;
  }
}
