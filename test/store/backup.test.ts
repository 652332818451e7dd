import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { COPIED, connect, copyOut, PGLITE_OPTIONS } from '../../src/db/index.ts';
import {
  backup,
  type Context,
  contextOf,
  decide,
  exportRegister,
  importFiles,
  listCommitments,
  listWorks,
  loadDemonstration,
  originalFile,
  restore,
  verifyCitations,
  verifyHistory,
  verifyRows,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 10_000) yield bytes.subarray(from, from + 10_000);
}

async function everyRow({ database }: Context): Promise<Record<string, object[]>> {
  const all: Record<string, object[]> = {};
  for (const { table } of COPIED) {
    const rows: object[] = [];
    for await (const some of copyOut(database.queries, table)) rows.push(...some);
    all[table] = rows;
  }
  return all;
}

onEveryRegister('a backup', (open) => {
  async function filled() {
    const context = await open();
    const files = [file('2023.txt', statement(2023)), file('2024.txt', statement(2024))];
    await importFiles(context, { files, by: 'lan' });
    const [row] = (await listCommitments(context, {})).rows;
    await decide(context, { id: row?.id ?? '', version: 1, by: 'lan', type: 'confirm' });
    return context;
  }

  test('brings everything back, into PGlite too, and can be backed up again to the same bytes', async () => {
    const context = await filled();
    const saved = await bytesOf(backup(context));
    const pglite = await PGlite.create(PGLITE_OPTIONS);
    const other = contextOf(await connect({ pglite }), context.clock);
    const { rows } = await restore(other, pieces(saved));
    expect(rows).toBeGreaterThan(100);
    expect(await exportRegister(other)).toEqual(await exportRegister(context));
    const expression = (await listWorks(context))[0]?.expressions[0]?.id ?? '';
    expect(await originalFile(other, expression)).toEqual(await originalFile(context, expression));
    expect((await verifyCitations(other)).broken).toEqual([]);
    expect((await verifyHistory(other)).breaches).toEqual([]);
    expect(await bytesOf(backup(other))).toEqual(saved);
    const back = await open();
    await restore(back, pieces(await bytesOf(backup(other))));
    expect(await exportRegister(back)).toEqual(await exportRegister(context));
    await other.close();
  });

  test('holds what follows from commitments, too: tasks, snapshots, notices and levels of water come back as they were', async () => {
    const context = await open();
    await loadDemonstration(context, join(import.meta.dirname, '../../examples'));
    const back = await open();
    await restore(back, pieces(await bytesOf(backup(context))));
    const [kept, again] = [await everyRow(context), await everyRow(back)];
    for (const table of ['task_state', 'snapshot_row', 'notice', 'water_value'] as const)
      expect(kept[table]?.length, table).toBeGreaterThan(2);
    expect(again).toEqual(kept);
    expect(await verifyRows(back)).toEqual([]);
  });

  test('goes over a full register only when told to', async () => {
    const context = await filled();
    const saved = await bytesOf(backup(context));
    await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
    await expect(restore(context, pieces(saved))).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await listWorks(context)).toHaveLength(3);
    await restore(context, pieces(saved), { replace: true });
    expect(await listWorks(context)).toHaveLength(2);
  });

  test('that is cut off, or is none, is refused and leaves everything as it was', async () => {
    const context = await filled();
    const saved = await bytesOf(backup(context));
    const before = await exportRegister(context);
    for (const wrong of [
      saved.subarray(0, saved.length - 20),
      new TextEncoder().encode('not a backup'),
      new Uint8Array(),
    ]) {
      await expect(restore(context, pieces(wrong), { replace: true })).rejects.toMatchObject({ code: 'file-damaged' });
    }
    expect(await exportRegister(context)).toEqual(before);
  });
});
