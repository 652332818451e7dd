import { sql } from 'kysely';
import type { Queries } from '../connect.ts';

/** Tables whose rows follow from the logs of actions, and the columns by which a row is named. */
const MADE_TABLES = {
  commitment: ['id'],
  commitment_source: ['commitment_id'],
  commitment_past: ['id', 'version'],
  entity: ['id'],
  task_state: ['task_id', 'version'],
  task_shared: ['task_id'],
  task_debt: ['task_id', 'unit'],
  two_sided: ['commitment_id'],
  series: ['id'],
  quota: ['id'],
  pair: ['id'],
  channel: ['id'],
  notice: ['id'],
  duty_post: ['id'],
  duty_roster: ['id'],
  publication: ['id'],
} as const satisfies Record<string, readonly string[]>;

export type MadeTable = keyof typeof MADE_TABLES;

/** A row that is not what its actions come to: as it stands, and as they would have it; null where there is none. */
export interface RowBreach {
  readonly table: MadeTable;
  readonly of: string;
  /** The columns that differ, in the order of their names; all of a row that is missing or too much. */
  readonly columns: readonly string[];
  readonly breach: 'altered' | 'missing' | 'too-much';
}

const TABLES = Object.keys(MADE_TABLES) as MadeTable[];

/** Puts a copy of every kept table aside for the transaction, before its rows are made again. */
export async function putRowsAside(queries: Queries): Promise<void> {
  for (const table of TABLES) {
    await sql`create temporary table ${sql.table(`stood_${table}`)} on commit drop as table ${sql.table(table)}`.execute(
      queries,
    );
  }
}

/** What stood before and is not as it was made again, table by table, by the names of its rows. */
export async function rowsThatDiffer(queries: Queries): Promise<RowBreach[]> {
  const found: RowBreach[] = [];
  for (const table of TABLES) found.push(...(await differing(queries, table)));
  return found;
}

type Row = Readonly<Record<string, unknown>>;

async function differing(queries: Queries, table: MadeTable): Promise<RowBreach[]> {
  const same = sql.join(
    MADE_TABLES[table].map((column) => sql`stood.${sql.ref(column)} = made.${sql.ref(column)}`),
    sql` and `,
  );
  const { rows } = await sql<{ stood: Row | null; made: Row | null }>`
    select stood, made from (
      select to_jsonb(stood) - ${unsettled} as stood, to_jsonb(made) - ${unsettled} as made
      from ${sql.table(`stood_${table}`)} stood full join ${sql.table(table)} made on ${same}) both_of
    where stood is distinct from made and not ${pastOwed(table)}`.execute(queries);
  const breaches = rows.map(({ stood, made }): RowBreach => {
    const row = stood ?? made ?? {};
    const columns = Object.keys(row).filter((name) => JSON.stringify(stood?.[name]) !== JSON.stringify(made?.[name]));
    return {
      ...{ table, of: MADE_TABLES[table].map((column) => String(row[column])).join(' '), columns: columns.sort() },
      breach: stood === null ? 'missing' : made === null ? 'too-much' : 'altered',
    };
  });
  return breaches.sort((a, b) => (a.of < b.of ? -1 : 1));
}

/** The day up to which the past of a commitment is still made of its log: no part of its state. */
const unsettled = sql.lit('kept_from');

/** The past of what came in with a history of its own is kept as rows only from the next rebuilding on. */
function pastOwed(table: MadeTable) {
  if (table !== 'commitment_past') return sql.lit(false);
  return sql`(stood is null and made ->> 'id' in (select id from stood_commitment where kept_from is not null))`;
}
