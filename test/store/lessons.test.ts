import { expect, test } from 'vitest';
import {
  applyPreview,
  type Context,
  decide,
  getPreview,
  importFiles,
  type LessonChange,
  listLessons,
  listWorks,
  readExpression,
  startPreview,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { file } from './texts.ts';

const HEAD = 'JOINT STATEMENT\nbetween the Republic of Ilmara and the Republic of Tavoria\n\nOstra, 12 March 2026\n\n';
const TEXT = `${HEAD}1. The two sides agreed to open a ferry line; respect the calendar of feasts; and sundrify the ledgers.\n2. They agreed to respect the night rest of sailors.\n`;
const NO_ACT: LessonChange = {
  type: 'teach',
  relation: 'demonstration',
  entry: { lesson: { type: 'not-an-act', language: 'en', words: 'respect' }, why: 'no task follows', example: '' },
};
const VERB: LessonChange = {
  type: 'teach',
  relation: 'demonstration',
  entry: { lesson: { type: 'verb', language: 'en', words: 'sundrify', strength: 'deliver' }, why: '', example: '' },
};

async function withText(open: () => Promise<Context>) {
  const context = await open();
  await importFiles(context, { files: [file('a.txt', TEXT)], by: 'lan' });
  const [work] = await listWorks(context);
  const id = work?.expressions[0]?.id ?? '';
  const units = async () => (await readExpression(context, id)).commitments;
  return { context, id, units };
}

async function previewed(context: Context, change: LessonChange) {
  const { id } = await startPreview(context, change, 'lan');
  await expect.poll(() => getPreview(context, id).state, { timeout: 20_000 }).toBe('ready');
  return getPreview(context, id);
}

onEveryRegister('teaching the reading', (open) => {
  test('a change is tried on all documents first, applied as shown, and can be undone', async () => {
    const { context, units } = await withText(open);
    const before = (await units()).map(({ action }) => action);
    const preview = await previewed(context, VERB);
    expect(preview).toMatchObject({ done: 1, total: 1, documents: 1 });
    expect(preview.rows).toMatchObject([
      { change: 'changes', fields: ['quote'], after: { action: 'respect' } },
      { change: 'appears', before: null, after: { action: 'sundrify', strength: 'deliver' }, decided: null },
    ]);
    expect((await units()).map(({ action }) => action)).toEqual(before);

    const lesson = await applyPreview(context, preview.id);
    expect((await units()).map(({ action }) => action)).toContain('sundrify');
    expect((await listLessons(context)).lessons).toMatchObject([{ id: lesson.id, on: true, by: 'lan', version: 1 }]);

    const undo = await previewed(context, { type: 'undo', id: lesson.id, version: lesson.version });
    expect(undo.rows.map(({ change }) => change)).toEqual(['changes', 'disappears']);
    await applyPreview(context, undo.id);
    expect((await units()).map(({ action }) => action)).toEqual(before);
    expect((await listLessons(context)).lessons).toMatchObject([{ on: false, canUndo: false }]);
  });

  test('what people decided stays as they left it, and the preview says so', async () => {
    const { context, id, units } = await withText(open);
    const kept = (await units()).find(({ quote }) => quote.startsWith('respect the night'));
    await decide(context, { type: 'confirm', id: kept?.id ?? '', version: 1, by: 'lan' });
    const preview = await previewed(context, NO_ACT);
    expect(preview.rows.map(({ change, decided }) => [change, decided?.decision ?? null])).toEqual([
      ['disappears', null],
      ['disappears', 'confirmed'],
    ]);
    await applyPreview(context, preview.id);
    const respect = (await units()).filter(({ action }) => action === 'respect');
    expect(respect).toMatchObject([{ id: kept?.id, decision: 'confirmed', anchored: true }]);
    const { sentences, expression } = await readExpression(context, id);
    expect(sentences.filter(({ reason }) => reason === 'none:taught')).toHaveLength(1);
    expect(expression.coverage.none).toBe(sentences.filter(({ state }) => state === 'none').length);
  });

  test('a document that comes later is read with what was taught', async () => {
    const { context } = await withText(open);
    await applyPreview(context, (await previewed(context, NO_ACT)).id);
    const later = `${HEAD.replace('2026', '2027')}1. The two sides agreed to respect the quiet of lighthouses.\n2. Both sides agreed to build a lighthouse at Velm.\n`;
    const job = await importFiles(context, { files: [file('later.txt', later)], by: 'lan' });
    const read = await readExpression(context, job.files[0]?.expressionId ?? '');
    expect(read.commitments.map(({ action }) => action)).toEqual(['build']);
  });

  test('a change that somebody else was faster with is refused', async () => {
    const { context } = await withText(open);
    const lesson = await applyPreview(context, (await previewed(context, VERB)).id);
    await expect(
      startPreview(context, { type: 'switch', id: lesson.id, version: lesson.version + 1, on: false }, 'lan'),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });
});
