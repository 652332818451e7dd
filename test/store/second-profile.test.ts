import { expect, test } from 'vitest';
import {
  importFiles,
  type LessonChange,
  listCommitments,
  listEntries,
  listLessons,
  startPreview,
} from '../../src/operations/index.ts';
import { ENTITY_KINDS } from '../../src/vocabulary/index.ts';
import { onEveryRegister } from './databases.ts';
import { file } from './texts.ts';

const STATEMENT = `JAPAN-INDIA JOINT STATEMENT
between the Government of Japan and the Government of India

Tokyo, 4 March 2024

1. The two sides agreed that the Ministry of Foreign Affairs of Japan and the Ministry of External Affairs of India will convene a harbour dialogue in 2025.

2. India will open a consulate for students. Japan will send three teachers.

3. The two sides agreed to review the Comprehensive Economic Partnership Agreement.
`;

onEveryRegister('a relation that is not the first', (open) => {
  test('has its own actors, registers and lessons, and nothing of another profile', async () => {
    const context = await open();
    await importFiles(context, { files: [file('statement.txt', STATEMENT)], by: 'lan' });
    const { rows } = await listCommitments(context, { limit: 100 });
    const actors = new Set(rows.flatMap((row) => row.actors));
    expect([...actors]).toEqual(expect.arrayContaining(['JP', 'IN']));
    expect([...actors].filter((actor) => actor === 'VN' || actor === 'CN' || /-(?:vn|cn)$/.test(actor))).toEqual([]);
    for (const kind of ENTITY_KINDS) {
      const { rows: entries } = await listEntries(context, { kind, limit: 500 });
      expect([...new Set(entries.map(({ relation }) => relation))].filter((one) => one !== 'japan-india')).toEqual([]);
      expect(entries.map(({ fields }) => fields.party).filter((party) => party === 'VN' || party === 'CN')).toEqual([]);
    }
    const named = await listEntries(context, { kind: 'body', limit: 500 });
    const read = named.rows.filter(({ mentions }) => mentions > 0).map(({ id }) => id);
    expect(read).toEqual(expect.arrayContaining(['japan-india~body~mofa-jp', 'japan-india~body~mea-in']));
    expect((await listLessons(context)).relations).toEqual(['japan-india']);
    const change: LessonChange = {
      type: 'teach',
      relation: 'vietnam-china',
      entry: { lesson: { type: 'not-an-act', language: 'en', words: 'send' }, why: '', example: '' },
    };
    const { id } = await startPreview(context, change, 'lan');
    await expect.poll(() => context.previews.get(id)?.preview.state, { timeout: 20_000 }).toBe('ready');
    expect(context.previews.get(id)?.preview.rows).toEqual([]);
  });
});
