import { expect, test } from 'vitest';
import { fixedClock } from '../../src/kernel/index.ts';
import {
  addLink,
  type Context,
  cascadeOf,
  decide,
  decideLink,
  importFiles,
  joinWorks,
  lineageWorks,
  listWorks,
  readExpression,
  threadOf,
  traceLineage,
  whatChanged,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { file } from './texts.ts';

const EARLIER = `Joint Statement between the Republic of Ilmara and the Republic of Tavoria
19 October 2023

1. The two sides agreed to establish a hotline between the two Ministries of Fisheries.
2. The two sides agreed to study the construction of a railway bridge over the Velm river.
3. The two sides agreed to organize an annual youth camp in the mountains of Orren.
`;
const LATER = `Joint Statement between the Republic of Ilmara and the Republic of Tavoria
12 March 2026

1. The two sides agreed to make good use of the hotline between the two Ministries of Fisheries.
2. The two sides agreed to complete the construction of the railway bridge over the Velm river before 30 June 2027.
3. The two sides agreed to strengthen cooperation in semiconductor research.
`;
const VIETNAMESE = `Tuyên bố chung giữa nước Cộng hòa Ilmara và nước Cộng hòa Tavoria
Ngày 19 tháng 10 năm 2023

1. Hai bên nhất trí thiết lập đường dây nóng giữa hai Bộ Thủy sản.
2. Hai bên nhất trí nghiên cứu xây dựng cầu đường sắt qua sông Velm.
`;
const PLAN = `Plan of the People's Committee of Belun province on carrying out the Joint Statement
2 April 2026

1. The Department of Transport shall complete the construction of the railway bridge over the Velm river.
`;

async function traced(open: () => Promise<Context>, ...texts: string[]) {
  const context = await open();
  const files = texts.map((text, at) => file(`text-${at}.txt`, text));
  await importFiles(context, { files, by: 'lan' });
  await traceLineage(context);
  const { works } = await lineageWorks(context);
  return { context, works, ids: works.map(({ id }) => id) as [string, string, string] };
}

const about = (words: string) => (row: { earlier: { quote: string } | null; later: { quote: string } | null }) =>
  (row.earlier?.quote ?? row.later?.quote ?? '').includes(words);

onEveryRegister('lineage', (open) => {
  test('of two statements says what became stronger, what was fulfilled, what is new and what is gone', async () => {
    const { context, ids } = await traced(open, EARLIER, LATER);
    const { rows, counts, tracing } = await whatChanged(context, ids[0], ids[1]);
    expect(rows.find(about('railway bridge'))).toMatchObject({
      change: 'stronger',
      link: { relation: 'strengthened' },
    });
    expect(rows.find(about('hotline'))).toMatchObject({ change: 'fulfilled' });
    expect(rows.find(about('youth camp'))).toMatchObject({ change: 'gone', later: null });
    expect(rows.find(about('semiconductor'))).toMatchObject({ change: 'new', earlier: null });
    expect(counts).toMatchObject({ stronger: 1, fulfilled: 1, gone: 1, new: 1 });
    expect(tracing).toBeNull();
  });

  test('follows a promise from its first text to the plan that carries it out', async () => {
    const { context, ids } = await traced(open, EARLIER, LATER, PLAN);
    const { rows } = await whatChanged(context, ids[0], ids[1]);
    const start = rows.find(about('railway bridge'))?.earlier?.id ?? '';
    const thread = await threadOf(context, start);
    expect(thread.rows.map(({ workDate }) => workDate)).toEqual(['2023-10-19', '2026-03-12', '2026-04-02']);
    expect(thread.links.map(({ relation }) => relation)).toEqual(['strengthened', 'localised']);
    const { rows: national, locals } = await cascadeOf(context, ids[1]);
    expect(locals).toHaveLength(1);
    const taken = national.filter(({ takenUp }) => takenUp.length > 0);
    expect(taken.map(({ commitment }) => commitment.quote)).toEqual([expect.stringContaining('railway bridge')]);
    expect(national.length).toBeGreaterThan(taken.length);
  });

  test('keeps what a person decided when more texts are compared', async () => {
    const { context, ids } = await traced(open, EARLIER, LATER);
    const { rows } = await whatChanged(context, ids[0], ids[1]);
    const bridge = rows.find(about('railway bridge'))?.link;
    const hotline = rows.find(about('hotline'))?.link;
    const by = 'lan';
    await decideLink(context, { id: bridge?.id ?? '', version: 0, type: 'correct', relation: 'broadened', by });
    await decideLink(context, { id: hotline?.id ?? '', version: 0, type: 'reject', by });
    await expect(decideLink(context, { id: bridge?.id ?? '', version: 0, type: 'confirm', by })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await importFiles(context, { files: [file('text-1.txt', LATER.replace('semiconductor', 'battery'))], by });
    await traceLineage(context);
    const again = await whatChanged(context, ids[0], ids[1]);
    expect(again.rows.find(about('railway bridge'))?.link).toMatchObject({
      relation: 'broadened',
      decision: 'corrected',
    });
    expect(again.rows.filter(about('hotline')).map(({ change }) => change)).toEqual(
      expect.arrayContaining(['gone', 'new']),
    );
    expect(again.rows.find(about('battery'))?.change).toBe('new');
    const back = await decideLink(context, { id: hotline?.id ?? '', version: 1, type: 'undo', by });
    expect(back).toMatchObject({ decision: 'undecided', relation: 'fulfilled', canUndo: false });
  });

  test('takes a link a person adds, and loses it when it is taken back', async () => {
    const { context, ids } = await traced(open, EARLIER, LATER);
    const { rows } = await whatChanged(context, ids[0], ids[1]);
    const [camp, chips] = [rows.find(about('youth camp'))?.earlier, rows.find(about('semiconductor'))?.later];
    const commitments = [chips?.id ?? '', camp?.id ?? ''] as const;
    const link = await addLink(context, { commitments, relation: 'new-form', by: 'lan' });
    expect(link).toMatchObject({ earlierId: camp?.id, laterId: chips?.id, origin: 'person', decision: 'confirmed' });
    await expect(addLink(context, { commitments, relation: 'new-form', by: 'lan' })).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
    expect((await whatChanged(context, ids[0], ids[1])).counts).toMatchObject({ gone: 0, new: 0 });
    await decideLink(context, { id: link.id, version: link.version, type: 'undo', by: 'lan' });
    expect((await whatChanged(context, ids[0], ids[1])).counts).toMatchObject({ gone: 1, new: 1 });
  });

  test('looks for the links of a corrected commitment anew, and leaves what people decided', async () => {
    const { context, ids } = await traced(open, EARLIER, LATER);
    const at = (day: number): Context => ({ ...context, clock: fixedClock(`2026-04-0${day}T08:00:00.000Z`) });
    const before = await whatChanged(context, ids[0], ids[1]);
    const bridge = before.rows.find(about('railway bridge'));
    const hotline = before.rows.find(about('hotline'))?.link;
    await decideLink(context, { id: hotline?.id ?? '', version: 0, type: 'confirm', by: 'lan' });
    const id = bridge?.later?.id ?? '';
    const corrected = await decide(at(1), {
      id,
      version: 1,
      type: 'correct',
      fields: { strength: 'study' },
      by: 'lan',
    });
    await context.tracing.run;
    const after = await whatChanged(context, ids[0], ids[1]);
    expect(after.rows.find(about('railway bridge'))?.link).toMatchObject({
      relation: 'continued',
      decision: 'undecided',
    });
    expect(after.rows.find(about('hotline'))?.link).toMatchObject({ id: hotline?.id, decision: 'confirmed' });
    const { version } = await decide(at(2), { id, version: corrected.version, type: 'undo', by: 'lan' });
    await context.tracing.run;
    const back = await whatChanged(context, ids[0], ids[1]);
    expect(back.rows.find(about('railway bridge'))?.link).toMatchObject({ relation: 'strengthened' });
    const rejection = { type: 'reject', reason: 'past-act', note: '', by: 'lan' } as const;
    await decide(at(3), { id, version, ...rejection });
    await context.tracing.run;
    const without = await whatChanged(context, ids[0], ids[1]);
    expect(without.rows.filter(about('railway bridge'))).toMatchObject([{ change: 'gone', later: null }]);
    expect(without.counts).toMatchObject({ ...before.counts, stronger: 0, gone: before.counts.gone + 1 });
  });

  test('follows a promise signed in two languages as one, with its words in both', async () => {
    const { context } = await traced(open, EARLIER, LATER, VIETNAMESE);
    const { works } = await lineageWorks(context);
    const english = works.find(({ language, date }) => language === 'en' && date === '2023-10-19');
    const last = works.find(({ date }) => date === '2026-03-12');
    const other = works.find(({ language }) => language === 'vi');
    const known = await listWorks(context);
    const into = known.find(({ id }) => id === english?.workId);
    const from = known.find(({ id }) => id === other?.workId);
    await joinWorks(context, {
      ...{ id: into?.id ?? '', version: into?.version ?? 0, by: 'mai' },
      from: { id: from?.id ?? '', version: from?.version ?? 0 },
    });
    const { commitments } = await readExpression(context, english?.expressionId ?? '');
    const entry = commitments.find(({ quote }) => quote.includes('railway bridge'))?.id ?? '';
    const vietnamese = await readExpression(context, other?.expressionId ?? '');
    const citation = vietnamese.commitments.find(({ quote }) => quote.includes('cầu đường sắt'));
    await decide(context, { id: citation?.id ?? '', version: 1, by: 'mai', type: 'join', to: entry });
    const thread = await threadOf(context, citation?.id ?? '');
    expect(thread.start).toBe(entry);
    expect(thread.citations).toEqual([{ entry, id: citation?.id, language: 'vi', quote: citation?.quote }]);
    const later = thread.rows.filter(({ workDate }) => workDate === '2026-03-12');
    expect(later.map(({ quote }) => quote)).toEqual([expect.stringContaining('railway bridge')]);
    expect(thread.links.filter(({ laterId }) => laterId === later[0]?.id)).toHaveLength(1);
    const { rows } = await whatChanged(context, other?.id ?? '', last?.id ?? '');
    const line = rows.find((row) => row.earlier?.id === citation?.id);
    expect(line?.later?.id).toBe(later[0]?.id);
  });

  test('compares each text once', async () => {
    const { context } = await traced(open, EARLIER, LATER);
    const before = await lineageWorks(context);
    await traceLineage(context);
    expect(await lineageWorks(context)).toEqual(before);
  });
});
