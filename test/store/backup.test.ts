import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { connect, PGLITE_OPTIONS } from '../../src/db/index.ts';
import {
  backup,
  contextOf,
  decide,
  exportRegister,
  importFiles,
  listCommitments,
  listWorks,
  originalFile,
  restore,
  verifyCitations,
  verifyHistory,
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
