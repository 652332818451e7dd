import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  actOnTask,
  assignTasks,
  atSeat,
  type CommitmentQuery,
  type Context,
  changeWork,
  decide,
  getCommitment,
  getWork,
  importFiles,
  listCommitments,
  rebuildRegister,
  restoreWork,
  taskOf,
  withdrawWork,
} from '../../src/operations/index.ts';
import type { Assignment, Seat } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { countedBy, FACET_VALUES } from './facet-values.ts';
import { file, statement } from './texts.ts';

const KEEPER: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const LEAD: Seat = { hand: 'minh', role: 'unit-head', party: 'XL', unit: 'transport', units: ['transport'] };
const PARTNER: Seat = { ...LEAD, hand: 'hoa', unit: 'customs', units: ['customs'] };
const STRANGER: Seat = { ...LEAD, hand: 'thu', unit: 'health', units: ['health'] };
const OTHER: Seat = { ...KEEPER, hand: 'olen', party: 'XT', unit: 'office', units: ['office'] };
const SEATS = { KEEPER, LEAD, PARTNER, STRANGER, OTHER };

/** What is counted without reading the rows, and some of what is not. */
const QUERIES: readonly CommitmentQuery[] = [
  { kind: ['commitment'] },
  { kind: ['support', 'record'] },
  { decision: ['confirmed', 'rejected'] },
  { strength: ['deliver'] },
  { sector: ['transport'] },
  { task: ['given'] },
  { task: ['none'] },
  { task: ['given', 'none'] },
  { task: ['given'], kind: ['commitment'] },
  { task: ['none'], decision: ['undecided'] },
  { kind: ['commitment'], actor: ['both'] },
];

function assignment(commitments: readonly string[], more: Partial<Assignment>): Assignment {
  return {
    ...{ party: 'XL', audience: 'own-side', title: 'Keep it', commitments, parent: null, lead: 'transport' },
    ...{ coordinators: [], unresolved: [], due: null, every: null },
    ...more,
  };
}

/** Every seat is told the counts of exactly the rows it is shown. */
async function countsAreOfRows(context: Context, step: string): Promise<void> {
  const seats = {
    whole: context,
    ...Object.fromEntries(Object.entries(SEATS).map(([name, seat]) => [name, atSeat(context, seat)])),
  };
  for (const [name, at] of Object.entries(seats)) {
    for (const query of QUERIES) {
      const said = `${step}, ${name}, ${JSON.stringify(query)}`;
      const { total, rows, facets } = await listCommitments(at, { ...query, limit: 500 });
      expect(total, said).toBe(rows.length);
      for (const [part, values] of Object.entries(FACET_VALUES)) {
        const { [part as 'kind']: _, ...others } = query;
        const under =
          query[part as 'kind'] === undefined ? rows : (await listCommitments(at, { ...others, limit: 500 })).rows;
        const found = facets[part as 'kind'].map(({ value, count }) => [value, count]);
        expect(Object.fromEntries(found), `${said}, ${part}`).toEqual(countedBy(under, values));
      }
    }
  }
}

onEveryRegister('what is counted without its rows', (open) => {
  test('is what every seat sees, through all that changes a commitment, its tasks, or who sees them', async () => {
    const context = await open();
    const files = [file('2023.txt', statement(2023)), file('2024.txt', statement(2024))];
    await importFiles(context, { files, by: 'lan' });
    const all = (await listCommitments(context, { limit: 500 })).rows;
    const ids = all.map(({ id }) => id);
    const workId = all[0]?.workId ?? '';
    const by = async () => ({ id: workId, version: (await getWork(context, workId)).version, by: 'lan' });
    const decided = async (at: number, deed: { type: 'confirm' } | { type: 'correct'; fields: object }) => {
      const { id, version } = await getCommitment(context, ids[at] ?? '');
      await decide(context, { id, version, by: 'lan', ...deed });
    };
    const share = async (task: string, audience: 'internal' | 'own-side') => {
      const { version } = (await taskOf(context, task, KEEPER)).state;
      await actOnTask(context, { id: task, version, body: { type: 'share', audience } }, KEEPER);
    };
    const coordinators = [{ unit: 'customs', due: null, part: '' }];
    let inner = '';
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      'nothing kept': async () => {},
      'kept by an open and by an internal task': async () => {
        const tasks = [
          assignment(ids.slice(0, 3), {}),
          assignment(ids.slice(2, 6), { audience: 'internal', coordinators }),
          assignment(ids.slice(5, 7), { party: 'XT', lead: 'office' }),
        ];
        [, inner = ''] = await assignTasks(context, tasks, { ...KEEPER, party: null });
      },
      confirmed: () => decided(0, { type: 'confirm' }),
      'corrected, kept by an internal task': () =>
        decided(3, { type: 'correct', fields: { sector: 'health', actors: ['XL'], places: ['Norrin', 'Velm'] } }),
      'corrected, kept by both': () => decided(2, { type: 'correct', fields: { kind: 'support' } }),
      'rejected, kept': async () => {
        const { id, version } = await getCommitment(context, ids[1] ?? '');
        await decide(context, { id, version, by: 'lan', type: 'reject', reason: 'duplicate', note: '' });
      },
      'opened to the side': () => share(inner, 'own-side'),
      'made internal again': () => share(inner, 'internal'),
      'drawn together': () => sql`select draw_pairs_together()`.execute(context.database.queries),
      withdrawn: async () => withdrawWork(context, await by()),
      restored: async () => restoreWork(context, await by()),
      'kept to one side': async () => changeWork(context, { ...(await by()), side: 'XT' }),
      'opened to both': async () => changeWork(context, { ...(await by()), side: null }),
      spoilt: async () => {
        await sql`delete from register_pair`.execute(context.database.queries);
        await sql`delete from register_kept where open`.execute(context.database.queries);
        await rebuildRegister(context);
      },
    };
    for (const [name, step] of Object.entries(steps)) {
      await step();
      await countsAreOfRows(context, name);
    }
    const { rows } = await sql`select from register_pair where not settled`.execute(context.database.queries);
    expect(rows).toEqual([]);
  });

  test('is no way round the wall', async () => {
    const context = await open();
    await importFiles(context, { files: [file('2023.txt', statement(2023))], by: 'lan' });
    const ids = (await listCommitments(context, { limit: 500 })).rows.map(({ id }) => id);
    const tasks = [assignment(ids.slice(0, 1), {}), assignment(ids.slice(1, 3), { audience: 'internal' })];
    await assignTasks(context, tasks, KEEPER);
    const seen = async (seat: Seat) => {
      const { queries } = atSeat(context, seat).database;
      const { rows } = await sql<{ id: string }>`select commitment_id as id from register_kept`.execute(queries);
      const { rows: sums } = await sql<{ sum: number }>`
        select coalesce(sum(count), 0)::integer as sum from register_pair where party is not null and facet = 'work' and under = 201`.execute(
        queries,
      );
      return [rows.map(({ id }) => id).sort(), sums[0]?.sum];
    };
    expect(await seen(KEEPER)).toEqual([ids.slice(0, 3).sort(), 3]);
    expect(await seen(STRANGER)).toEqual([ids.slice(0, 1), 1]);
    expect(await seen(OTHER)).toEqual([[], 0]);
    for (const table of ['register_pair', 'register_kept']) {
      const { queries } = atSeat(context, KEEPER).database;
      await expect(sql`delete from ${sql.table(table)}`.execute(queries), table).rejects.toThrow();
    }
    for (const call of ['settle_kept(array[]::text[])', 'draw_pairs_together()', 'remake_pairs()']) {
      await expect(
        sql`select ${sql.raw(call)}`.execute(atSeat(context, KEEPER).database.queries),
        call,
      ).rejects.toThrow();
    }
  });
});
