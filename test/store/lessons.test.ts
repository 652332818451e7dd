import { expect, test } from 'vitest';
import {
  applyPreview,
  type Context,
  decide,
  getCommitment,
  getPreview,
  importFiles,
  type LessonChange,
  type LessonRow,
  lineageWorks,
  listEntries,
  listLessons,
  listSuggestions,
  listWorks,
  readExpression,
  type SuggestionRow,
  setSuggestionAside,
  startPreview,
  traceLineage,
  whatChanged,
} from '../../src/operations/index.ts';
import { type Lesson, PROFILES } from '../../src/vocabulary/index.ts';
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

async function applied(context: Context, preview: string): Promise<LessonRow> {
  const [lesson] = await applyPreview(context, preview);
  return lesson as LessonRow;
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

    const lesson = await applied(context, preview.id);
    expect((await units()).map(({ action }) => action)).toContain('sundrify');
    expect((await listLessons(context)).lessons).toMatchObject([{ id: lesson.id, on: true, by: 'lan', version: 1 }]);

    const undo = await previewed(context, { type: 'undo', lessons: [lesson] });
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
    const lesson = await applied(context, (await previewed(context, VERB)).id);
    await expect(
      startPreview(context, { type: 'switch', id: lesson.id, version: lesson.version + 1, on: false }, 'lan'),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });
});

const STRONG = `${HEAD}1. The two sides agreed to strengthen the ferries. They agreed to strengthen the harbours. They agreed to strengthen the lamps.\n`;

async function correctAll(context: Context) {
  const job = await importFiles(context, { files: [file('strong.txt', STRONG)], by: 'lan' });
  const { commitments } = await readExpression(context, job.files[0]?.expressionId ?? '');
  for (const { id } of commitments.slice(0, 2)) {
    await decide(context, { type: 'correct', id, version: 1, by: 'lan', fields: { strength: 'deliver' } });
  }
  return commitments.map(({ id }) => id);
}

onEveryRegister('what decisions teach', (open) => {
  test('corrections alike are suggested with the decisions; tried and applied, the undecided follows', async () => {
    const context = await open();
    const [a, b, c] = await correctAll(context);
    const [suggestion] = await listSuggestions(context);
    expect(suggestion).toMatchObject({
      ...{ cause: 'strength-corrected', count: 2, against: 0, aside: false, relation: 'demonstration' },
      lesson: { type: 'verb', language: 'en', words: 'strengthen', strength: 'deliver' },
    });
    expect(suggestion?.evidence.map(({ id }) => id)).toEqual([a, b]);
    const entry = { lesson: suggestion?.lesson as Lesson, why: '', example: '' };
    const preview = await previewed(context, { type: 'teach', relation: 'demonstration', entry });
    expect(preview.rows.map(({ decided }) => decided?.id ?? null)).toEqual([a, b, null]);
    await applyPreview(context, preview.id);
    expect((await getCommitment(context, c ?? '')).strength).toBe('deliver');
    expect(await listSuggestions(context)).toEqual([]);
  });

  test('a suggestion set aside stays so until it is taken up again', async () => {
    const context = await open();
    await correctAll(context);
    const [{ relation, key }] = (await listSuggestions(context)) as [SuggestionRow];
    expect(await setSuggestionAside(context, { relation, key, aside: true, by: 'lan' })).toMatchObject([
      { key, aside: true },
    ]);
    expect(await listSuggestions(context)).toMatchObject([{ key, aside: true }]);
    expect(await setSuggestionAside(context, { relation, key, aside: false, by: 'lan' })).toMatchObject([
      { key, aside: false },
    ]);
  });

  test('lessons of a file are tried together; those on words with a lesson change it, and all can be undone at once', async () => {
    const { context, units } = await withText(open);
    await applyPreview(context, (await previewed(context, VERB)).id);
    const before = (await units()).map(({ action, strength }) => [action, strength]);
    const verb = {
      lesson: { type: 'verb', language: 'en', words: 'Sundrify', strength: 'study' },
      why: '',
      example: '',
    };
    const entries = [
      { ...verb, on: true },
      { ...(NO_ACT.type === 'teach' ? NO_ACT.entry : verb), on: true },
    ] as Extract<LessonChange, { type: 'import' }>['entries'];
    const preview = await previewed(context, { type: 'import', relation: 'demonstration', entries });
    expect(preview.lessons).toBe(2);
    const lessons = await applyPreview(context, preview.id);
    expect(lessons.map(({ entry, version }) => [entry.lesson.words, version])).toEqual([
      ['Sundrify', 2],
      ['respect', 1],
    ]);
    expect((await units()).map(({ action, strength }) => [action, strength])).toEqual([
      ['open', 'deliver'],
      ['sundrify', 'study'],
    ]);
    const again = await previewed(context, { type: 'import', relation: 'demonstration', entries });
    expect(again).toMatchObject({ lessons: 0, rows: [] });
    await applyPreview(context, (await previewed(context, { type: 'undo', lessons })).id);
    expect((await units()).map(({ action, strength }) => [action, strength])).toEqual(before);
  });

  test('the lineage and the registers of a text are read anew with what was taught', async () => {
    const { context } = await withText(open);
    const later = `${HEAD.replace('2026', '2027')}1. Both sides agreed to sundrify the ledgers.\n`;
    await importFiles(context, { files: [file('later.txt', later)], by: 'lan' });
    await traceLineage(context);
    const { works } = await lineageWorks(context);
    const [first, second] = works.map(({ id }) => id) as [string, string];
    const ledgers = async () => {
      const { rows } = await whatChanged(context, first, second);
      return rows.filter(({ later }) => later?.quote.includes('ledgers')).map(({ change }) => change);
    };
    expect(await ledgers()).toEqual(['unclear']);
    await applyPreview(context, (await previewed(context, VERB)).id);
    await traceLineage(context);
    expect(await ledgers()).toEqual(['same']);
  });

  test('a name taught for a body of the register counts as its name there', async () => {
    const context = await open();
    const text = `${HEAD}1. The Lamp Warden of Ilmara will send teachers to the islands.\n`;
    await importFiles(context, { files: [file('a.txt', text)], by: 'lan' });
    const body = PROFILES.find(({ id }) => id === 'demonstration')?.bodies.find(({ party }) => party === 'XL');
    const lesson = { type: 'name', words: 'Lamp Warden of Ilmara', id: body?.id ?? '', party: 'XL' } as const;
    const named = async () => (await listEntries(context, { kind: 'body', q: body?.forms.en?.[0] })).rows[0]?.mentions;
    expect(await named()).toBe(0);
    const entry = { lesson, why: '', example: '' };
    await applyPreview(context, (await previewed(context, { type: 'teach', relation: 'demonstration', entry })).id);
    expect(await named()).toBe(1);
  });
});
