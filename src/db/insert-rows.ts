import { type RawBuilder, sql } from 'kysely';
import type { Queries } from './connect.ts';
import type { Tables } from './tables.ts';

/** Rows sent in one statement: enough to be quick, few enough to let others in between. */
const BATCH = 2_000;

/** A row as JSON: jsonb columns as values, not as text. */
export type JsonRow = object;

/**
 * Adds very many rows of a table at little cost: each batch travels as one JSON text that the database takes apart by the
 * table's own columns. Columns left out become null.
 */
export async function insertRows(queries: Queries, table: keyof Tables, rows: readonly JsonRow[]): Promise<void> {
  await inBatches(rows, (batch) => sql`${insertion(table, batch)}`.execute(queries));
}

/** The same, but a row whose key is there already is replaced. All rows name the same columns. */
export async function upsertRows(
  queries: Queries,
  table: keyof Tables,
  key: string,
  rows: readonly JsonRow[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== key);
  const changes = sql.join(columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
  await inBatches(rows, (batch) =>
    sql`${insertion(table, batch)} on conflict (${sql.ref(key)}) do update set ${changes}`.execute(queries),
  );
}

function insertion(table: keyof Tables, batch: string): RawBuilder<unknown> {
  return sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${batch}::jsonb)`;
}

async function inBatches(rows: readonly JsonRow[], send: (batch: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await send(JSON.stringify(rows.slice(from, from + BATCH)));
  }
}
