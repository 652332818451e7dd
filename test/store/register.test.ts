import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Queries } from '../../src/db/index.ts';
import { fixedClock, foldForSearch, searchTerms } from '../../src/kernel/index.ts';
import {
  addCommitment,
  type CommitmentQuery,
  type CommitmentRow,
  type Context,
  changeWork,
  commitmentBatches,
  decide,
  exportList,
  getCommitment,
  getWork,
  importFiles,
  listCommitments,
  listWorks,
  readExpression,
  rebuildRegister,
  restoreWork,
  withdrawWork,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { countedBy, FACET_VALUES } from './facet-values.ts';
import { file, statement } from './texts.ts';

const VIETNAMESE =
  'TUYÊN BỐ CHUNG\n\nHai bên nhất trí đẩy nhanh xây dựng đường sắt Đông Velm trước năm 2027; sớm mở cửa khẩu Bắc Ostra; cấp 200 suất học bổng.';

async function filled(open: () => Promise<Context>): Promise<{ context: Context; all: CommitmentRow[] }> {
  const context = await open();
  const files = [file('2023.txt', statement(2023)), file('2024.txt', statement(2024)), file('vi.txt', VIETNAMESE)];
  await importFiles(context, { files, by: 'lan' });
  const first = (await listCommitments(context, { limit: 500 })).rows;
  const decisions = ['confirm', 'reject', 'correct'] as const;
  for (const [index, { id, version }] of first.slice(0, 9).entries()) {
    const type = decisions[index % 3] ?? 'confirm';
    const by = { id, version, by: 'lan' };
    if (type === 'correct')
      await decide(context, { ...by, type, fields: { places: [`Gate ${index}`, 'Norrin'], actors: ['XL'] } });
    else if (type === 'reject') await decide(context, { ...by, type, reason: 'duplicate', note: '' });
    else await decide(context, { ...by, type });
  }
  return { context, all: (await listCommitments(context, { limit: 500 })).rows };
}

function matches(row: CommitmentRow, query: CommitmentQuery, leftOut?: string): boolean {
  const folded = foldForSearch(row.quote).text;
  const found = searchTerms(query.q ?? '').every((term) => folded.includes(term));
  return (
    found &&
    Object.entries(FACET_VALUES).every(([part, values]) => {
      const wanted = query[part as 'kind'] as readonly string[] | undefined;
      return part === leftOut || !wanted?.length || values(row).some((value) => wanted.includes(value));
    })
  );
}

const ALIKE = sql.raw(
  'facet_code, span_start, span_end, page, work_date, review_on, confidence, listed, cited, anchored, work_id, expression_id,' +
    ' actors, places, instruments, mechanisms, path_order, action',
);

/** Where the rows that the register is narrowed, sorted and counted by are not what the commitments are. */
async function rowsThatDiffer(queries: Queries): Promise<unknown[]> {
  const { rows } = await sql`
    with made as (select id, side, search, ${ALIKE}, jsonb_array_length(targets) as targets,
        coalesce(due_to, due_from, review_on) as due_on from commitment),
      kept as (select r.id, r.side, w.search, ${ALIKE}, targets, due_on
        from register_row r join register_words w on w.id = r.id and w.side is not distinct from r.side)
    (select * from made except select * from kept) union all (select * from kept except select * from made)`.execute(
    queries,
  );
  return rows;
}

async function tallies(context: Context, question: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await question.execute(context.database.queries);
  return rows.map((row) => JSON.stringify(row)).sort();
}

onEveryRegister('the register', (open) => {
  test('gives what is asked for, with the counts of each facet under all the others', async () => {
    const { context, all } = await filled(open);
    const work = all[0]?.workId ?? '';
    const queries: CommitmentQuery[] = [
      {},
      { kind: ['commitment'] },
      { work: [work], decision: ['undecided', 'corrected'] },
      { q: 'railway open', strength: ['deliver', 'promote'] },
      { place: ['Norrin'], actor: ['XL', 'both'], language: ['en'] },
      { due: ['dated'], sector: ['border-gates', 'transport'], kind: ['commitment', 'support'] },
      { q: 'no such words anywhere' },
    ];
    for (const query of queries) {
      const { total, rows, facets } = await listCommitments(context, { ...query, limit: 500 });
      const expected = all.filter((row) => matches(row, query));
      expect(rows.map(({ id }) => id).sort(), JSON.stringify(query)).toEqual(expected.map(({ id }) => id).sort());
      expect(total).toBe(expected.length);
      for (const [part, values] of Object.entries(FACET_VALUES)) {
        const under = all.filter((row) => matches(row, query, part));
        const facet = facets[part as 'kind'];
        expect(Object.fromEntries(facet.map(({ value, count }) => [value, count])), part).toEqual(
          countedBy(under, values),
        );
        expect(facet.map(({ count }) => count)).toEqual(facet.map(({ count }) => count).sort((a, b) => b - a));
      }
    }
    expect((await listCommitments(context, {})).facets.work.map(({ label }) => label)).toContain(all[0]?.workTitle);
  });

  test('keeps the counts of its first page true through every change, and draws their differences together', async () => {
    const { context, all } = await filled(open);
    const { queries } = context.database;
    const kept = () =>
      tallies(
        context,
        sql`select side, facet, value, sum(count)::int as count from register_tally
      group by side, facet, value having sum(count) <> 0`,
      );
    const counted = () =>
      tallies(
        context,
        sql`select c.side, t.facet, t.value, count(*)::int as count from commitment c,
      tallied(c.facet_code, c.work_id, c.actors, c.places, c.targets, c.review_on) t where c.listed group by 1, 2, 3`,
      );
    const workId = all[0]?.workId ?? '';
    const spoil = () => sql`delete from register_row where kind = 0`.execute(queries);
    const steps: (() => Promise<unknown>)[] = [
      async () => {},
      async () => withdrawWork(context, { id: workId, version: (await getWork(context, workId)).version, by: 'lan' }),
      async () => restoreWork(context, { id: workId, version: (await getWork(context, workId)).version, by: 'lan' }),
      async () => {
        const change = { id: workId, version: (await getWork(context, workId)).version, by: 'lan' };
        await changeWork(context, { ...change, side: 'XL', date: '2019-05-06' });
      },
      spoil,
      () => rebuildRegister(context),
      () => sql`select draw_tally_together()`.execute(queries),
    ];
    for (const step of steps) {
      await step();
      expect(await kept()).toEqual(await counted());
      expect((await rowsThatDiffer(queries)).length > 0).toBe(step === spoil);
    }
    const { rows } = await sql`select from register_tally group by side, facet, value having count(*) > 1`.execute(
      queries,
    );
    expect(rows).toEqual([]);
  });

  test('finds words by the letters they begin with, end with or hold, in every script, and short ones', async () => {
    const context = await open();
    const chinese = '联合声明\n\n双方同意加快建设东站口岸，继续深化合作。';
    await importFiles(context, { files: [file('vi.txt', VIETNAMESE), file('zh.txt', chinese)], by: 'lan' });
    const all = (await listCommitments(context, {})).rows;
    for (const q of [
      'velm',
      'vel',
      'el',
      'e',
      '口岸',
      '岸',
      '快建设',
      'dong velm',
      '"dong velm"',
      'velm 2027',
      'zz',
      '口站',
    ]) {
      const expected = all.filter((row) => matches(row, { q })).map(({ id }) => id);
      const found = await listCommitments(context, { q });
      expect([found.total, found.rows.map(({ id }) => id)], q).toEqual([expected.length, expected]);
    }
  });

  test('finds Vietnamese without its marks, and đ as d', async () => {
    const { context } = await filled(open);
    const { rows } = await listCommitments(context, { q: 'duong sat DONG velm' });
    expect(rows.map(({ quote }) => quote)).toEqual([expect.stringContaining('đường sắt Đông Velm')]);
    expect((await listCommitments(context, { q: '"sat duong"' })).total).toBe(0);
    expect((await listCommitments(context, { q: '100%' })).total).toBe(0);
  });

  test('sorts by every column either way, pages without gap or repetition, and gives all rows in batches', async () => {
    const { context, all } = await filled(open);
    const sorted = (await listCommitments(context, { sort: 'strength', order: 'desc', limit: 500 })).rows;
    const ladder = ['support', 'study', 'promote', 'implement', 'deliver'];
    const steps = sorted.map(({ strength }) => ladder.indexOf(strength));
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    for (const sort of [
      'quote',
      'work',
      'date',
      'path',
      'kind',
      'actors',
      'action',
      'due',
      'sector',
      'instruments',
      'mechanisms',
      'places',
      'decision',
      'confidence',
      'language',
    ] as const) {
      const ids: string[] = [];
      for (let offset = 0; offset < all.length; offset += 20) {
        ids.push(...(await listCommitments(context, { sort, offset, limit: 20 })).rows.map(({ id }) => id));
      }
      expect(new Set(ids).size, sort).toBe(all.length);
    }
    const batched = [];
    for await (const rows of commitmentBatches(context, {})) batched.push(...rows);
    expect(batched).toEqual((await listCommitments(context, { limit: 500 })).rows);
  });

  test('is what its actions make of it: rebuilt, nothing differs', async () => {
    const { context, all } = await filled(open);
    expect(await rebuildRegister(context)).toBe(all.length);
    expect((await listCommitments(context, { limit: 500 })).rows).toEqual(all);
  });

  test('stands as it was on a past day: its rows, words, order, texts and every count', async () => {
    const { context, all } = await filled(open);
    const asOf = '2026-03-01';
    const june = { ...context, clock: fixedClock('2026-06-01T08:00:00.000Z') };
    const [first, second, undecided] = [all[0], all[1], all.findLast(({ decision }) => decision === 'undecided')];
    const by = (row: CommitmentRow | undefined) => ({ id: row?.id ?? '', version: row?.version ?? 0, by: 'minh' });
    await decide(june, { ...by(first), type: 'reject', reason: 'duplicate', note: '' });
    await decide(june, { ...by(second), type: 'undo' });
    await decide(june, { ...by(undecided), type: 'correct', fields: { places: ['Vell'], sector: 'tourism' } });
    const works = new Set(all.map(({ workId }) => workId));
    const [one, other] = await Promise.all([...works].map((id) => getWork(june, id)));
    await withdrawWork(june, { id: one?.id ?? '', version: one?.version ?? 0, by: 'minh' });
    const renamed = { title: 'Another name', date: '2019-01-01' };
    await changeWork(june, { id: other?.id ?? '', version: other?.version ?? 0, by: 'minh', ...renamed });
    const later = statement(2024).replace('Ostra, 12', 'Ostra, on 12');
    await importFiles(june, {
      files: [file('2024.txt', `NOTE\n\n${later}`), file('2025.txt', statement(2025))],
      by: 'minh',
    });
    expect((await listCommitments(june, { limit: 500 })).rows).not.toEqual(all);

    const gone = (row: CommitmentRow) => ({ ...row, canUndo: undefined });
    const then = await listCommitments(june, { limit: 500, asOf });
    const { queries: tables } = june.database;
    const asKept = await tables.selectFrom('commitment_past').selectAll().orderBy('id').orderBy('version').execute();
    expect(asKept.length).toBeGreaterThan(0);
    expect(then.rows.map(gone)).toEqual(all.map(gone));
    // As data of an earlier release came in, which kept no past: it is made of the logs.
    await sql`delete from commitment_past`.execute(tables);
    await sql`update commitment set kept_from = since where version > 1`.execute(tables);
    expect(await listCommitments(june, { limit: 500, asOf })).toEqual(then);
    await rebuildRegister(june);
    expect(await tables.selectFrom('commitment_past').selectAll().orderBy('id').orderBy('version').execute()).toEqual(
      asKept,
    );
    expect(
      await tables.selectFrom('commitment').select('id').where(sql<boolean>`kept_from is not null`).execute(),
    ).toEqual([]);
    const queries: CommitmentQuery[] = [
      {},
      { decision: ['rejected', 'corrected'] },
      { place: ['Norrin'], language: ['en', 'vi'] },
      { work: [one?.id ?? ''], kind: ['commitment'] },
      { q: 'railway open' },
    ];
    for (const query of queries) {
      const { total, rows, facets } = await listCommitments(june, { ...query, limit: 500, asOf });
      const expected = all.filter((row) => matches(row, query));
      expect(rows.map(({ id }) => id).sort(), JSON.stringify(query)).toEqual(expected.map(({ id }) => id).sort());
      expect(total).toBe(expected.length);
      for (const [part, values] of Object.entries(FACET_VALUES)) {
        const found = facets[part as 'kind'].map(({ value, count }) => [value, count]);
        expect(Object.fromEntries(found), part).toEqual(
          countedBy(
            all.filter((row) => matches(row, query, part)),
            values,
          ),
        );
      }
    }
    expect(then.facets.work.map(({ label }) => label)).not.toContain('Another name');
    expect((await listCommitments(june, { asOf: '2026-02-28' })).total).toBe(0);
    const { rows, table, commitments } = await exportList(
      june,
      { list: 'commitments', query: { asOf, decision: ['rejected'] } },
      { hand: 'officer', role: 'secretariat', party: null, unit: null, units: [] },
      { locale: 'en', logs: true },
    );
    expect([rows, table.form, table.rows.length]).toEqual([[], null, commitments.length]);
    expect(commitments.map(({ actions }) => actions.at(-1)?.body.type)).toEqual(commitments.map(() => 'reject'));
  });

  test('takes a withdrawn work out of every list and number, and puts it back', async () => {
    const { context, all } = await filled(open);
    const work = await getWork(context, all[0]?.workId ?? '');
    const withdrawn = await withdrawWork(context, { id: work.id, version: work.version, by: 'lan' });
    expect(withdrawn).toMatchObject({ withdrawn: true, version: 2 });
    const left = await listCommitments(context, { limit: 500 });
    expect(left.rows).toEqual(all.filter(({ workId }) => workId !== work.id));
    expect(left.total).toBe(left.rows.length);
    await restoreWork(context, { id: work.id, version: 2, by: 'lan' });
    expect((await listCommitments(context, { limit: 500 })).rows).toEqual(all);
  });
});

onEveryRegister('deciding', (open) => {
  async function one() {
    const context = await open();
    await importFiles(context, { files: [file('2023.txt', statement(2023))], by: 'lan' });
    const [row] = (await listCommitments(context, {})).rows;
    return { context, row: row as CommitmentRow };
  }

  test('a second decision on the version somebody else has changed is refused, and nothing is lost', async () => {
    const { context, row } = await one();
    const { id, version } = row;
    const both = await Promise.allSettled([
      decide(context, { id, version, by: 'lan', type: 'confirm' }),
      decide(context, { id, version, by: 'minh', type: 'reject', reason: 'other', note: '' }),
    ]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(['changed-meanwhile']);
    expect((await getCommitment(context, id)).history).toHaveLength(2);
  });

  test('a corrected span takes its quote from the text; one outside it is refused', async () => {
    const { context, row } = await one();
    const { text } = await readExpression(context, row.expressionId);
    const span = { start: row.span.start - 10, end: row.span.end };
    const corrected = await decide(context, { id: row.id, version: 1, by: 'lan', type: 'correct', span });
    expect(corrected).toMatchObject({ decision: 'corrected', quote: text.slice(span.start, span.end), canUndo: true });
    for (const wrong of [
      { start: 0, end: text.length + 1 },
      { start: 5, end: 5 },
      { start: -1, end: 3 },
    ]) {
      await expect(
        decide(context, { id: row.id, version: 2, by: 'lan', type: 'correct', span: wrong }),
      ).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'span' } });
    }
    const undone = await decide(context, { id: row.id, version: 2, by: 'lan', type: 'undo' });
    expect(undone).toMatchObject({ quote: row.quote, span: row.span, decision: 'undecided', canUndo: false });
    expect(undone.history.map(({ undone }) => undone)).toEqual([false, true, false]);
  });

  test('saving the fields as they are confirms; saving them again does nothing', async () => {
    const { context, row } = await one();
    const { sector, places } = row;
    const same = { id: row.id, by: 'lan', type: 'correct', fields: { sector, places } } as const;
    expect(await decide(context, { ...same, version: 1 })).toMatchObject({ decision: 'confirmed', version: 2 });
    expect(await decide(context, { ...same, version: 2 })).toMatchObject({ decision: 'confirmed', version: 2 });
  });

  test('what is not open in a state, or not there at all, is refused', async () => {
    const { context, row } = await one();
    await expect(decide(context, { id: row.id, version: 1, by: 'lan', type: 'undo' })).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
    await expect(decide(context, { id: 'none', version: 1, by: 'lan', type: 'confirm' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('a due date that ends before it begins is refused by the database, and nothing is kept', async () => {
    const { context, row } = await one();
    const due = { text: 'then', from: '2027-01-01', to: '2026-01-01' };
    await expect(
      decide(context, { id: row.id, version: 1, by: 'lan', type: 'correct', fields: { due } }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
    expect((await getCommitment(context, row.id)).version).toBe(1);
  });

  test('words the rules passed over can be marked once', async () => {
    const { context, row } = await one();
    const { text } = await readExpression(context, row.expressionId);
    const start = text.indexOf('between the Republic');
    const addition = {
      expressionId: row.expressionId,
      span: { start, end: start + 7 },
      by: 'lan',
      fields: { kind: 'support' as const },
    };
    const added = await addCommitment(context, addition);
    expect(added).toMatchObject({
      quote: 'between',
      origin: 'person',
      decision: 'confirmed',
      kind: 'support',
      confidence: 1,
    });
    expect(added.before + added.quote + added.after).toContain('between the Republic of Ilmara');
    await expect(addCommitment(context, addition)).rejects.toMatchObject({ code: 'input-invalid' });
  });

  test('the words each field was read from stand in the text', async () => {
    const { context, row } = await one();
    const detail = await getCommitment(context, row.id);
    const { text } = await readExpression(context, row.expressionId);
    expect(detail.evidence.action?.[0]?.words.length).toBeGreaterThan(0);
    for (const { start, end, words } of Object.values(detail.evidence).flat())
      expect(text.slice(start, end)).toBe(words);
  });

  test('a work can be described better, by one person at a time', async () => {
    const { context, row } = await one();
    const changed = await changeWork(context, {
      id: row.workId,
      version: 1,
      by: 'lan',
      title: ' Ostra Statement ',
      date: null,
    });
    expect(changed).toMatchObject({ title: 'Ostra Statement', date: null, type: 'joint-statement', version: 2 });
    await expect(changeWork(context, { id: row.workId, version: 1, by: 'minh', type: 'plan' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect((await listWorks(context))[0]?.version).toBe(2);
  });

  test('a target is kept with the words it was read from, found by a filter, corrected and taken back', async () => {
    const { context } = await filled(open);
    const { rows, total } = await listCommitments(context, { target: ['some'] });
    expect([total, rows[0]?.targets]).toEqual([1, [{ text: '200 suất học bổng', value: 200, unit: 'suất học bổng' }]]);
    const { id, version } = rows[0] as CommitmentRow;
    expect((await getCommitment(context, id)).evidence.targets).toMatchObject([{ words: '200 suất học bổng' }]);
    const targets = [{ text: '250 suất học bổng', value: 250, unit: 'suất học bổng' }];
    const corrected = await decide(context, { id, version, by: 'lan', type: 'correct', fields: { targets } });
    expect(corrected).toMatchObject({ decision: 'corrected', targets });
    expect(corrected.evidence.targets).toBeUndefined();
    const undone = await decide(context, { id, version: corrected.version, by: 'lan', type: 'undo' });
    expect(undone.targets).toEqual(rows[0]?.targets);
  });

  test('what is wanted soon gets a day to be looked at again, which stands in no place of a deadline', async () => {
    const { context } = await filled(open);
    const [soon] = (await listCommitments(context, { due: ['soon'] })).rows as [CommitmentRow];
    const { id, version } = soon;
    const chosen = await decide(context, { id, version, by: 'lan', type: 'review', on: '2027-03-01' });
    expect(chosen).toMatchObject({ review: '2027-03-01', due: soon.due });
    expect((await listCommitments(context, { review: ['set'] })).rows.map((row) => row.id)).toEqual([id]);
    expect((await listCommitments(context, { due: ['soon'] })).rows.map((row) => row.id)).toContain(id);
    await rebuildRegister(context);
    expect((await getCommitment(context, id)).review).toBe('2027-03-01');
    const [dated] = (await listCommitments(context, { due: ['dated'], language: ['vi'] })).rows as [CommitmentRow];
    await expect(
      decide(context, { id: dated.id, version: dated.version, by: 'lan', type: 'review', on: '2027-03-01' }),
    ).rejects.toMatchObject({ code: 'action-not-allowed' });
  });
});
