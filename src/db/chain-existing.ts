import { sql } from 'kysely';
import { type ChainedRow, LOGS, type Log, type LogName, linkHash, logRows } from './chain.ts';
import type { Queries } from './connect.ts';

/** Gives every action that was there before there were chains its hash; from then on no row of a log lacks one. */
export async function chainWhatIsThere(queries: Queries): Promise<void> {
  const { rows } = await sql<{ table: string }>`
    select table_name as table from information_schema.columns
    where table_schema = current_schema() and column_name = 'hash' and is_nullable = 'YES'`.execute(queries);
  const open = new Set(rows.map(({ table }) => table));
  for (const [name, log] of Object.entries(LOGS) as [LogName, Log][]) {
    if (!open.has(log.table)) continue;
    const table = sql.table(log.table);
    await sql`alter table ${table} disable trigger user`.execute(queries);
    let last: ChainedRow | null = null;
    for await (const batch of logRows(queries, name)) {
      const hashes: { id: string; hash: string }[] = [];
      for (const { row, owner } of batch) {
        const hash: string = linkHash(name, row, last?.owner === owner ? last.row.hash : null);
        last = { row: { ...row, hash }, owner };
        hashes.push({ id: row.id, hash });
      }
      await sql`update ${table} t set hash = h.hash
        from jsonb_to_recordset(${JSON.stringify(hashes)}::jsonb) as h(id text, hash text) where h.id = t.id`.execute(
        queries,
      );
    }
    await sql`alter table ${table} enable trigger user`.execute(queries);
    await sql`alter table ${table} alter column hash set not null`.execute(queries);
  }
}
