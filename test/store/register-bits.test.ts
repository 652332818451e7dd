import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { foldForSearch, searchTerms } from '../../src/kernel/index.ts';
import {
  atSeat,
  type CommitmentQuery,
  type CommitmentRow,
  type Context,
  changeWork,
  decide,
  getCommitment,
  getWork,
  importFiles,
  listCommitments,
  rebuildRegister,
  restoreWork,
  tidyRegister,
  withdrawWork,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { countedBy, FACET_VALUES } from './facet-values.ts';
import { file, statement } from './texts.ts';

const HERE: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const THERE: Seat = { ...HERE, hand: 'olen', party: 'XT', unit: 'office', units: ['office'] };

const CHINESE = `联合声明\n\n一、双方同意加强铁路合作，开通新口岸。\n\n二、双方将推动WTO框架内的口岸建设。\n\n三、双方支持路网互联。`;

/** Words, values of facets, and both, in every way they are asked together. */
const QUERIES: readonly CommitmentQuery[] = [
  { q: 'railway' },
  { q: 'rail' },
  { q: 'rail velm' },
  { q: '"border gate" open' },
  { q: 'nothing-of-the-kind' },
  { q: '口岸' },
  { q: '岸' },
  { q: '铁路合作' },
  { q: 'wto' },
  { q: 'of', kind: ['commitment'] },
  { q: 'of', kind: ['commitment'], decision: ['confirmed', 'corrected'], place: ['Velm'] },
  { kind: ['commitment', 'support'], sector: ['transport', 'border-gates'] },
  { strength: ['implement', 'promote'], decision: ['undecided'] },
  { actor: ['both'] },
  { actor: ['XL'], place: ['Norrin'] },
  { place: ['Velm', 'Norrin'], language: ['en'] },
  { due: ['dated'], actor: ['both'] },
  { q: 'meeting', review: ['set'] },
];

function isAsked(query: CommitmentQuery, row: CommitmentRow, without?: string): boolean {
  const words = foldForSearch(row.quote).text;
  return Object.entries(query).every(([part, asked]) => {
    if (part === without) return true;
    if (part === 'q') return searchTerms(asked as string).every((term) => words.includes(term));
    return FACET_VALUES[part]?.(row).some((value) => (asked as readonly string[]).includes(value));
  });
}

/** Every seat is told, of whatever is asked together, what stands in the rows that it sees without asking for anything. */
async function bitsAreOfRows(context: Context, step: string): Promise<void> {
  for (const [name, at] of [
    ['whole', context],
    ['here', atSeat(context, HERE)],
    ['there', atSeat(context, THERE)],
  ] as const) {
    const all = (await listCommitments(at, { limit: 500 })).rows;
    for (const query of QUERIES) {
      const said = `${step}, ${name}, ${JSON.stringify(query)}`;
      const { total, rows, facets } = await listCommitments(at, { ...query, limit: 500 });
      const asked = all.filter((row) => isAsked(query, row));
      expect(
        rows.map(({ id }) => id),
        said,
      ).toEqual(asked.map(({ id }) => id));
      expect(total, said).toBe(asked.length);
      for (const [part, values] of Object.entries(FACET_VALUES)) {
        const under = all.filter((row) => isAsked(query, row, part));
        const found = facets[part as 'kind'].map(({ value, count }) => [value, count]);
        expect(Object.fromEntries(found), `${said}, ${part}`).toEqual(countedBy(under, values));
      }
    }
  }
}

onEveryRegister('what is asked together', (open) => {
  test('is what stands in the rows a seat sees, through all that changes a commitment', async () => {
    const context = await open();
    const { queries } = context.database;
    const files = [file('2023.txt', statement(2023)), file('zh.txt', CHINESE)];
    await importFiles(context, { files, by: 'lan' });
    const all = (await listCommitments(context, { limit: 500, language: ['en'] })).rows;
    const workId = all[0]?.workId ?? '';
    const by = async () => ({ id: workId, version: (await getWork(context, workId)).version, by: 'lan' });
    const decided = async (at: number, deed: object) => {
      const { id, version } = await getCommitment(context, all[at]?.id ?? '');
      await decide(context, { id, version, by: 'lan', ...deed } as Parameters<typeof decide>[1]);
    };
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      entered: async () => {},
      confirmed: () => decided(0, { type: 'confirm' }),
      corrected: () =>
        decided(1, { type: 'correct', fields: { sector: 'health', actors: ['XL'], places: ['Norrin', 'Velm'] } }),
      'corrected back': () => decided(1, { type: 'correct', fields: { sector: 'transport', actors: ['both'] } }),
      rejected: () => decided(2, { type: 'reject', reason: 'duplicate', note: '' }),
      'drawn together': () => sql`select draw_bits_together()`.execute(queries),
      'entered while another draws': async () => {
        const more = () => importFiles(context, { files: [file('2024.txt', statement(2024))], by: 'lan' });
        if (context.database.kind === 'pglite') return more();
        return context.database.write(async (other) => {
          await sql`select pg_advisory_xact_lock(47002074)`.execute(other);
          await more();
        });
      },
      withdrawn: async () => withdrawWork(context, await by()),
      restored: async () => restoreWork(context, await by()),
      'kept to one side': async () => changeWork(context, { ...(await by()), side: 'XT' }),
      'opened to both': async () => changeWork(context, { ...(await by()), side: null }),
      'kept to the other': async () => changeWork(context, { ...(await by()), side: 'XL' }),
      'other words': () =>
        sql`update commitment set quote = quote || ' railway of Belun', search = search || ' railway of belun'
          where id = ${all[3]?.id ?? ''}`.execute(queries),
      'words together': async () => {
        expect(await tidyRegister(context, 0)).toBeGreaterThan(0);
        const { rows } = await sql`select from register_word group by word, side, chunk having count(*) > 1`.execute(
          queries,
        );
        expect(rows).toEqual([]);
        expect(await tidyRegister(context, 0)).toBe(0);
      },
      spoilt: async () => {
        await sql`delete from register_bits where facet = 'listed'`.execute(queries);
        await sql`delete from register_word`.execute(queries);
        await rebuildRegister(context);
      },
    };
    for (const [name, step] of Object.entries(steps)) {
      await step();
      await bitsAreOfRows(context, name);
    }
  });

  test('is no way round the wall', async () => {
    const context = await open();
    await importFiles(context, { files: [file('2023.txt', statement(2023))], by: 'lan' });
    const id = (await listCommitments(context, {})).rows[0]?.workId ?? '';
    await changeWork(context, { id, version: (await getWork(context, id)).version, by: 'lan', side: 'XL' });
    const { queries } = atSeat(context, THERE).database;
    const { rows } = await sql`select * from register_counted('{railway}', '{}', '{}')`.execute(queries);
    expect(rows).toEqual([{ facet: 'total', value: '', count: 0 }]);
    const found = await sql`select register_found('{railway}', '{kind}', '{0}', 2000)`.execute(queries);
    expect(found.rows).toEqual([]);
    for (const table of [
      'register_number',
      'register_bits',
      'register_turned',
      'register_word',
      'register_vocabulary',
    ]) {
      await expect(sql`select * from ${sql.table(table)}`.execute(queries), table).rejects.toThrow();
    }
    for (const call of [
      ...["register_masks('{}', '{}', '{}')", "number_commitments('{}')", 'draw_bits_together()', 'remake_bits()'],
      ...['put_words_together(10, 0)'],
      "nextval('register_number_n_seq')",
    ]) {
      await expect(sql`select ${sql.raw(call)}`.execute(queries), call).rejects.toThrow();
    }
  });
});
