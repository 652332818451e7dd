import { expect, test } from 'vitest';
import {
  addCommitment,
  bodyNames,
  decide,
  getCommitment,
  getImport,
  importFiles,
  listCommitments,
  listWorks,
  originalFile,
  readExpression,
  startImport,
  verifyCitations,
  withdrawWork,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

onEveryRegister('importing files', (open) => {
  test('a new file becomes a work with its text, its structure and proposals that quote it exactly', async () => {
    const context = await open();
    const source = file('statement-2023.txt', statement(2023));
    const job = await importFiles(context, { files: [source], by: 'lan' });
    expect(job).toMatchObject({ done: true, files: [{ state: 'new', progress: 1, problem: null }] });
    const [work] = await listWorks(context);
    expect(work).toMatchObject({ type: 'joint-statement', date: '2023-03-12', demonstration: false, version: 1 });
    const [expression] = work?.expressions ?? [];
    expect(expression).toMatchObject({
      language: 'en',
      file: 'statement-2023.txt',
      version: 1,
      bytes: source.bytes.length,
    });
    const reader = await readExpression(context, expression?.id ?? '');
    expect(reader.text).toBe(statement(2023));
    expect(reader.commitments.length).toBeGreaterThanOrEqual(16);
    for (const { span, quote } of reader.commitments) expect(reader.text.slice(span.start, span.end)).toBe(quote);
    expect(reader.sentences).toHaveLength(expression?.coverage.sentences ?? 0);
    expect(expression?.counts.undecided).toBe(reader.commitments.length);
    expect((await originalFile(context, expression?.id ?? '')).bytes).toEqual(source.bytes);
  });

  test('a body that no register knows is said in the words of the text', async () => {
    const context = await open();
    const text =
      'KẾ HOẠCH\n\nTT | Nội dung | Chủ trì | Thời hạn\n1 | Rà soát biểu phí qua cầu Nà Khê | Cục Đò ngang | 2032\n';
    await importFiles(context, { files: [file('plan.txt', text)], by: 'lan' });
    const { rows } = await listCommitments(context, {});
    const [name] = (await bodyNames(context)).filter(({ id }) => rows.some(({ actors }) => actors.includes(id)));
    expect(name).toMatchObject({ language: 'vi', words: 'Cục Đò ngang' });
  });

  test('the same file again, under any name, changes nothing', async () => {
    const context = await open();
    await importFiles(context, { files: [file('a.txt', statement(2023))], by: 'lan' });
    const before = await listWorks(context);
    const job = await importFiles(context, { files: [file('b.txt', statement(2023))], by: 'lan' });
    expect(job.files[0]).toMatchObject({ state: 'unchanged', workId: before[0]?.id });
    expect(await listWorks(context)).toEqual(before);
  });

  test('two different files with one name are two works', async () => {
    const context = await open();
    const files = [file('statement.txt', statement(2023)), file('statement.txt', statement(2024))];
    const job = await importFiles(context, { files, by: 'lan' });
    expect(job.files.map(({ state }) => state)).toEqual(['new', 'new']);
    expect(await listWorks(context)).toHaveLength(2);
  });

  test('a file that fails says why and leaves the others as they are', async () => {
    const context = await open();
    const files = [
      file('good.txt', statement(2023)),
      file('empty.txt', ''),
      file('strange.xyz', 'words'),
      file('late.txt', statement(2024)),
    ];
    const job = await importFiles(context, { files, by: 'lan' });
    expect(job.files.map(({ state }) => state)).toEqual(['new', 'failed', 'failed', 'new']);
    expect(job.files[1]?.problem).toMatchObject({ code: 'file-empty', details: { name: 'empty.txt' } });
    expect(job.files[2]?.problem?.code).toBe('format-unknown');
    expect(await listWorks(context)).toHaveLength(2);
  });

  test('an import started in the background can be followed, and asked for after a restart', async () => {
    const context = await open();
    const seen: string[] = [];
    const started = startImport(context, { files: [file('a.txt', statement(2023))], by: 'lan' }, (job) =>
      seen.push(job.files[0]?.state ?? ''),
    );
    expect(started).toMatchObject({ done: false, files: [{ state: 'waiting', progress: 0 }] });
    await expect.poll(async () => (await getImport(context, started.id)).done, { timeout: 20_000 }).toBe(true);
    expect(seen).toContain('reading');
    const ended = await getImport(context, started.id);
    await Promise.allSettled(context.running);
    context.jobs.clear();
    expect(await getImport(context, started.id)).toEqual(ended);
    await expect(getImport(context, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a withdrawn work comes back with its file', async () => {
    const context = await open();
    const files = [file('a.txt', statement(2023))];
    await importFiles(context, { files, by: 'lan' });
    const [work] = await listWorks(context);
    await withdrawWork(context, { id: work?.id ?? '', version: 1, by: 'lan' });
    expect(await listWorks(context)).toEqual([]);
    expect((await listCommitments(context, {})).total).toBe(0);
    const job = await importFiles(context, { files, by: 'lan' });
    expect(job.files[0]?.messages.map(({ id }) => id)).toEqual(['import.work-restored']);
    expect(await listWorks(context)).toMatchObject([{ id: work?.id, version: 3 }]);
    expect((await listCommitments(context, {})).total).toBeGreaterThan(0);
  });
});

onEveryRegister('a corrected file', (open) => {
  const before = statement(2023);
  const after = `Ostra press office\n\n${before
    .replace('hold a yearly meeting', 'hold a meeting every two years')
    .replace('strengthen cooperation', 'deepen cooperation')}`;

  async function decided() {
    const context = await open();
    await importFiles(context, { files: [file('statement.txt', before)], by: 'lan' });
    const { rows } = await listCommitments(context, {});
    return { context, rows };
  }

  test('becomes the next version; decisions follow their words, lost ones are said to be lost', async () => {
    const { context, rows } = await decided();
    const gone = rows.find(
      ({ quote }) => before.indexOf(quote) < before.indexOf('2. On') && quote.startsWith('hold a yearly'),
    );
    const stays = rows.find(({ quote }) => quote.startsWith('hold a yearly') && quote !== gone?.quote);
    for (const one of [gone, stays]) {
      await decide(context, {
        id: one?.id ?? '',
        version: 1,
        by: 'lan',
        type: 'correct',
        fields: { sector: 'follow-up' },
      });
    }
    const job = await importFiles(context, { files: [file('statement.txt', after)], by: 'minh' });
    expect(job.files[0]).toMatchObject({ state: 'new-version' });
    expect(await listWorks(context)).toMatchObject([
      { expressions: [{ version: 2, counts: { corrected: 2, lost: 1 } }] },
    ]);
    expect(await getCommitment(context, gone?.id ?? '')).toMatchObject({
      anchored: false,
      sector: 'follow-up',
      before: '',
    });
    const followed = await getCommitment(context, stays?.id ?? '');
    expect(followed).toMatchObject({ anchored: true, decision: 'corrected', sector: 'follow-up', quote: stays?.quote });
    expect(followed.span.start).toBe(
      (stays?.span.start ?? 0) + after.indexOf(followed.quote) - before.indexOf(followed.quote),
    );
    expect(followed.history.map(({ type }) => type)).toEqual(['propose', 'correct', 'reanchor']);
    expect(await verifyCitations(context)).toMatchObject({ broken: [] });
  });

  test('replaces what nobody decided: the same words keep their id, words that are gone leave the lists', async () => {
    const { context, rows } = await decided();
    await importFiles(context, { files: [file('statement.txt', after)], by: 'minh' });
    const now = (await listCommitments(context, { limit: 500 })).rows;
    const idOf = new Map(rows.map(({ quote, id }) => [quote, id]));
    const same = now.filter(({ quote }) => idOf.has(quote));
    expect(same.length).toBeGreaterThan(10);
    for (const { id, quote } of same) expect(id).toBe(idOf.get(quote));
    expect(now.some(({ quote }) => quote.includes('every two years'))).toBe(true);
    expect(now.every(({ anchored, quote }) => anchored && after.includes(quote))).toBe(true);
  });

  test('keeps what a person marked', async () => {
    const { context, rows } = await decided();
    const start = before.indexOf('between the Republic');
    const [expressionId] = rows.map((row) => row.expressionId);
    const span = { start, end: start + 'between the Republic of Ilmara'.length };
    const added = await addCommitment(context, { expressionId: expressionId ?? '', span, by: 'lan' });
    await importFiles(context, { files: [file('statement.txt', after)], by: 'minh' });
    expect(await getCommitment(context, added.id)).toMatchObject({
      anchored: true,
      origin: 'person',
      quote: 'between the Republic of Ilmara',
    });
  });

  test('undoing a decision made before it finds the earlier words in the present text', async () => {
    const { context, rows } = await decided();
    const row = rows.find(
      ({ quote }) => quote.startsWith('hold a yearly') && before.indexOf(quote) > before.indexOf('3. On'),
    );
    const id = row?.id ?? '';
    const shorter = { start: row?.span.start ?? 0, end: (row?.span.start ?? 0) + 'hold a yearly meeting'.length };
    await decide(context, { id, version: 1, by: 'lan', type: 'correct', span: shorter });
    await importFiles(context, { files: [file('statement.txt', after)], by: 'minh' });
    const moved = await getCommitment(context, id);
    const undone = await decide(context, { id, version: moved.version, by: 'lan', type: 'undo' });
    expect(undone).toMatchObject({ quote: row?.quote, anchored: true, decision: 'undecided' });
    expect(after.slice(undone.span.start, undone.span.end)).toBe(row?.quote);
  });

  test('an older version of the file changes nothing and is said to be older', async () => {
    const { context } = await decided();
    await importFiles(context, { files: [file('statement.txt', after)], by: 'minh' });
    const job = await importFiles(context, { files: [file('statement.txt', before)], by: 'minh' });
    expect(job.files[0]).toMatchObject({ state: 'unchanged', messages: [{ id: 'import.older-version' }] });
  });
});
