import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { LOGS, migrate, type Queries } from '../../src/db/index.ts';
import {
  type Context,
  decide,
  importFiles,
  listCommitments,
  rebuildRegister,
  verifyHistory,
  verifyRows,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

/** Does what the program never does: changes rows of a log. */
function behind({ whole }: Context, table: string, change: (queries: Queries) => Promise<unknown>): Promise<unknown> {
  return whole.queries.transaction().execute(async (queries) => {
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(queries);
    await change(queries);
    await sql`alter table ${sql.table(table)} enable trigger user`.execute(queries);
  });
}

onEveryRegister('the history', (open) => {
  async function decided(): Promise<{ context: Context; id: string }> {
    const context = await open();
    await importFiles(context, { files: [file('2024.txt', statement(2024))], by: 'lan' });
    const { rows } = await listCommitments(context, {});
    const id = rows[0]?.id ?? '';
    await decide(context, { id, version: 1, by: 'lan', type: 'confirm' });
    await decide(context, { id, version: 2, by: 'lan', type: 'reject', reason: 'duplicate', note: '' });
    return { context, id };
  }

  test('holds however it came to be: imported, decided, and read again', async () => {
    const { context } = await decided();
    await importFiles(context, { files: [file('2024.txt', `${statement(2024)}\n\nDone in two copies.`)], by: 'lan' });
    await rebuildRegister(context);
    const { actions, breaches } = await verifyHistory(context);
    expect(breaches).toEqual([]);
    expect(actions).toBeGreaterThan(16);
  });

  test('tells which action of what was altered, cut out, cut off or put in', async () => {
    const { context, id } = await decided();
    const at = (sequence: number) => sql`commitment_id = ${id} and sequence = ${sequence}`;
    const { heads } = await verifyHistory(context);
    await behind(context, 'action', (queries) => sql`update action set by = 'minh' where ${at(2)}`.execute(queries));
    expect((await verifyHistory(context)).breaches).toMatchObject([
      { log: 'commitment', of: id, sequence: 2, breach: 'altered' },
    ]);
    await behind(context, 'action', (queries) => sql`delete from action where ${at(2)}`.execute(queries));
    expect((await verifyHistory(context)).breaches).toMatchObject([
      { of: id, sequence: 2, id: null, breach: 'missing' },
    ]);
    await behind(context, 'action', (queries) => sql`delete from action where ${at(3)}`.execute(queries));
    expect((await verifyHistory(context)).breaches).toMatchObject([{ of: id, sequence: 2, breach: 'missing' }]);
    // Whoever makes the register fit as well is found by what was noted before.
    await sql`update commitment set version = 1 where id = ${id}`.execute(context.whole.queries);
    expect((await verifyHistory(context)).breaches).toEqual([]);
    expect((await verifyHistory(context, heads)).breaches).toMatchObject([{ of: id, sequence: 3, breach: 'missing' }]);
  });

  test('says what its rows must be: what was altered in them behind the program is named, and stays until they are made again', async () => {
    const { context, id } = await decided();
    expect(await verifyRows(context)).toEqual([]);
    const { queries } = context.whole;
    await sql`update commitment set strength = 'study', listed = false where id = ${id}`.execute(queries);
    await sql`update commitment_source set prefix = '' where commitment_id = ${id}`.execute(queries);
    const found = await verifyRows(context);
    expect(found.map(({ table, of, breach }) => [table, of, breach])).toEqual([
      ['commitment', id, 'altered'],
      ['commitment_source', id, 'altered'],
    ]);
    expect(found[0]?.columns).toEqual(expect.arrayContaining(['listed', 'strength']));
    expect(await verifyRows(context)).toEqual(found);
    await rebuildRegister(context);
    expect(await verifyRows(context)).toEqual([]);
  });

  test('that was there before there were chains gets its own when the program is renewed', async () => {
    const { context } = await decided();
    const { heads } = await verifyHistory(context);
    const tables = Object.values(LOGS).map(({ table }) => table);
    await context.whole.write(async (queries) => {
      for (const table of tables) {
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(queries);
        await sql`alter table ${sql.table(table)} drop column hash`.execute(queries);
      }
      await sql`alter table account_action drop column sequence`.execute(queries);
      await sql`create index account_action_of on account_action (account_id, at)`.execute(queries);
      await sql`delete from servanda_migration where name = '0029-chains'`.execute(queries);
      await migrate(queries);
    });
    const again = await verifyHistory(context, heads);
    expect(again.breaches).toEqual([]);
    expect(again.heads).toEqual(heads);
  });

  test('is in chains, every log of it', async () => {
    const { whole } = await open();
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables
      where schemaname = current_schema() and tablename like '%action'`.execute(whole.queries);
    const logs: string[] = Object.values(LOGS).map(({ table }) => table);
    expect(rows.map(({ name }) => name).sort()).toEqual(logs.sort());
  });
});
