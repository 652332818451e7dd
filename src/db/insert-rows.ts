import { type RawBuilder, sql } from 'kysely';
import type { Queries } from './connect.ts';
import type { Tables } from './tables.ts';

/** Rows sent in one statement: enough to be quick, few enough to let others in between. */
const BATCH = 2_000;

/** A row as JSON: jsonb columns as values, not as text. */
export type JsonRow = object;

/**
 * Adds very many rows of a table at little cost: each batch travels as one JSON text that the database takes apart by the
 * table's own columns. A column no row of a batch names gets its default; one that only some rows name becomes null in the others.
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

function insertion(table: keyof Tables, rows: readonly JsonRow[]): RawBuilder<unknown> {
  const columns = sql.join(columnsOf(rows).map((name) => sql.ref(name)));
  return sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

/** Every column that some row gives a value, null included: the wall's `side` must not be written where it is not meant. */
function columnsOf(rows: readonly JsonRow[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) if (value !== undefined) columns.add(name);
  }
  return [...columns];
}

async function inBatches(
  rows: readonly JsonRow[],
  send: (batch: readonly JsonRow[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await send(rows.slice(from, from + BATCH));
}
