import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { Span } from '../../src/kernel/index.ts';
import {
  type Context,
  correctText,
  decide,
  getCommitment,
  importFiles,
  listCommitments,
  originalFile,
  pagePicture,
  readExpression,
  readScan,
  undoCorrection,
  verifyCitations,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';

const PAGE = join(import.meta.dirname, '../../examples/communique-2025.page-1.png');
const SLOW = 180_000;

/** The rows of the scanned page that hold its first points. */
async function partOfPage(): Promise<{ name: string; bytes: Uint8Array }> {
  const image = await loadImage(readFileSync(PAGE));
  const canvas = createCanvas(image.width, 860);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return { name: 'scan.png', bytes: new Uint8Array(canvas.toBuffer('image/png')) };
}

/** The same word or another in the place of one of the text. */
function respelt(text: string, span: Span, words = text.slice(span.start, span.end)) {
  return { span, words };
}

async function imported(context: Context) {
  const file = await partOfPage();
  const { files } = await importFiles(context, { files: [file], by: 'lan' });
  return { file, id: files[0]?.expressionId ?? '' };
}

onEveryRegister('a scan', (open) => {
  test('is kept with its page pictures; what a person puts right moves quotes along, and can be undone', {
    timeout: SLOW,
  }, async () => {
    const context = await open();
    const { file, id } = await imported(context);
    const reader = await readExpression(context, id);
    expect(reader.scanned).toBe(true);
    expect(reader.pages).toEqual([{ start: 0, number: 1 }]);
    const before = await readScan(context, id);
    const { bytes, type, width } = await pagePicture(context, id, 1);
    expect([type, width < 1800, bytes.length > 10_000, bytes.length < 250_000]).toEqual([
      'image/webp',
      true,
      true,
      true,
    ]);

    const { rows } = await listCommitments(context, { expression: [id] });
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ page }) => page === 1)).toBe(true);
    const [first, second] = rows as [(typeof rows)[0], (typeof rows)[0]];
    await decide(context, { id: first.id, version: 1, by: 'lan', type: 'confirm' });
    const word = before.pages[0]?.words.find(({ span }) => span.start > first.span.start && span.end < first.span.end);
    if (word === undefined) throw new Error('no word of the page stands in the first commitment');
    const old = reader.text.slice(word.span.start, word.span.end);
    const title = before.pages[0]?.words[0]?.span ?? { start: 0, end: 1 };
    const changes = [respelt(reader.text, word.span, 'xyzzy-đúng'), respelt(reader.text, title)];
    const after = await correctText(context, { expressionId: id, version: 1, by: 'minh', changes });
    expect(after.version).toBe(2);
    const again = await readExpression(context, id);
    expect(again.provisions.map(({ eId }) => eId)).toEqual(reader.provisions.map(({ eId }) => eId));
    expect(after.pages[0]?.words.filter(({ state }) => state === 'checked')).toHaveLength(2);
    expect(after.history).toMatchObject([
      {
        by: 'minh',
        undone: false,
        corrections: [{ before: expect.any(String) }, { before: old, after: 'xyzzy-đúng' }],
      },
    ]);

    const moved = await getCommitment(context, first.id);
    expect(moved).toMatchObject({ anchored: true, decision: 'confirmed' });
    expect(moved.quote).toBe(first.quote.replace(old, 'xyzzy-đúng'));
    expect(moved.history.at(-1)).toMatchObject({ type: 'respell', by: 'minh' });
    const shift = 'xyzzy-đúng'.length - old.length;
    expect((await getCommitment(context, second.id)).span.start).toBe(second.span.start + shift);
    expect((await verifyCitations(context)).broken).toEqual([]);
    expect((await originalFile(context, id)).bytes).toEqual(file.bytes);
    expect((await pagePicture(context, id, 1)).bytes).toEqual(bytes);
    const same = await importFiles(context, { files: [file], by: 'lan' });
    expect(same.files[0]).toMatchObject({ state: 'unchanged', messages: [] });

    await expect(correctText(context, { expressionId: id, version: 1, by: 'lan', changes })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const back = await undoCorrection(context, { expressionId: id, version: 2, by: 'lan' });
    expect((await readExpression(context, id)).text).toBe(reader.text);
    expect(back.pages).toEqual(before.pages);
    expect(back.history.map(({ undone, undoes }) => [undone, undoes])).toEqual([
      [false, 2],
      [true, null],
    ]);
    expect((await getCommitment(context, first.id)).quote).toBe(first.quote);
    await decide(context, {
      id: first.id,
      version: (await getCommitment(context, first.id)).version,
      by: 'lan',
      type: 'undo',
    });
    expect(await getCommitment(context, first.id)).toMatchObject({ decision: 'undecided', quote: first.quote });
    await expect(undoCorrection(context, { expressionId: id, version: 3, by: 'lan' })).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
    const lines = { span: { start: 0, end: reader.text.length }, words: '' };
    await expect(
      correctText(context, { expressionId: id, version: 3, by: 'lan', changes: [lines] }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
  });
});
