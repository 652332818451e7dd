import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { COPIED, describeSchema, migrate, migrations, NOT_COPIED } from '../../src/db/index.ts';
import { onEveryDatabase } from './databases.ts';

const GOLDEN = join(import.meta.dirname, '../../src/db/schema.sql');

onEveryDatabase('the schema', (open) => {
  test('is the one kept in schema.sql (UPDATE_SCHEMA=1 renews it)', async () => {
    const database = await open();
    const schema = await describeSchema(database.queries);
    if (process.env.UPDATE_SCHEMA && database.kind === 'pglite') writeFileSync(GOLDEN, schema);
    expect(schema).toBe(readFileSync(GOLDEN, 'utf8'));
    await database.close();
  });

  test('is applied once, however many start at the same time', async () => {
    const database = await open();
    const applied = await Promise.all([migrate(database.queries), migrate(database.queries)]);
    expect(applied).toEqual([[], []]);
    const { rows } = await sql`select name from servanda_migration`.execute(database.queries);
    expect(rows).toHaveLength(migrations().length);
    await database.close();
  });

  test('written by a newer program is refused, not touched', async () => {
    const database = await open();
    await sql`insert into servanda_migration (name, sha256) values ('9999-later', 'x')`.execute(database.queries);
    await expect(migrate(database.queries)).rejects.toMatchObject({ code: 'input-invalid' });
    await database.close();
  });

  test('has every table in the backup but who is signed in and the list of migrations', async () => {
    const database = await open();
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema()`.execute(database.queries);
    const copied: string[] = COPIED.map(({ table }) => table);
    expect(
      rows
        .map(({ name }) => name)
        .filter((name) => !copied.includes(name))
        .sort(),
    ).toEqual([...NOT_COPIED].sort());
    await database.close();
  });

  test('never changes or erases an action', async () => {
    const database = await open();
    for (const table of ['action', 'work_action', 'manifestation']) {
      await expect(sql`update ${sql.table(table)} set id = id`.execute(database.queries)).rejects.toMatchObject({
        code: 'input-invalid',
        details: { field: table },
      });
      await expect(sql`delete from ${sql.table(table)}`.execute(database.queries)).rejects.toThrow();
      await expect(sql`truncate ${sql.table(table)} cascade`.execute(database.queries)).rejects.toThrow();
    }
    await database.close();
  });
});
