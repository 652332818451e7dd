import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../src/kernel/index.ts';
import {
  actOnPair,
  addUnit,
  atSeat,
  decideEntity,
  disseminate,
  disseminationOf,
  enterInQuota,
  importFiles,
  listEntries,
  openPair,
  openQuota,
  pairsOf,
  quotasOf,
  rebuildPairs,
  rebuildQuotas,
  termsOf,
  verifyHistory,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file } from './texts.ts';

const HERE: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const THERE: Seat = { hand: 'olen', role: 'secretariat', party: 'XT', unit: 'office', units: ['office'] };
const CLERK: Seat = { ...HERE, hand: 'an', role: 'reporter' };

const TEXT = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Senmar, 12 March 2025

1. Tavoria will grant 40 scholarships to students of Ilmara in 2026.

2. The two sides agreed to carry out the Plan for Cultural and Tourism Cooperation for 2023-2027.`;

onEveryRegister('what both sides count', (open) => {
  test('places promised in a text become a ledger that adds up, and one side’s own stays its own', async () => {
    const context = await open();
    const [here, there] = [atSeat(context, HERE), atSeat(context, THERE)];
    await importFiles(context, { files: [file('statement.txt', TEXT)], by: 'lan' });
    const [promised] = (await quotasOf(here, {}, HERE)).promised;
    expect(promised).toMatchObject({ kind: 'scholarship', places: 40 });
    const quota = { kind: 'scholarship', from: 'XT', to: 'XL', year: 2026, commitment: promised?.commitment ?? null };
    const [row] = (await openQuota(here, { quota, places: 40, own: false }, HERE)).rows;
    const enter = (version: number, type: 'grant' | 'use', places: number) =>
      enterInQuota(there, { id: row?.id ?? '', version, body: { type, places, note: '' } }, THERE);
    await enter(2, 'grant', 30);
    await expect(enter(3, 'use', 31)).rejects.toMatchObject({ code: 'action-not-allowed' });
    await expect(enter(2, 'use', 1)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const seen = await quotasOf(here, { commitment: [promised?.commitment ?? ''] }, HERE);
    expect(seen.rows).toMatchObject([{ promised: 40, granted: 30, used: 0, ungranted: 10, unused: 30 }]);
    expect(seen.promised).toEqual([]);
    await expect(openQuota(here, { quota, places: 1, own: false }, CLERK)).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
    await openQuota(here, { quota: { ...quota, commitment: null }, places: 7, own: true }, HERE);
    expect((await quotasOf(there, {}, THERE)).rows).toHaveLength(1);
    expect(await rebuildQuotas(context)).toBe(2);
    expect((await verifyHistory(context)).breaches).toEqual([]);
    const { rows } = await termsOf(context);
    expect(rows.find(({ names }) => names.en?.[0]?.includes('2023-2027'))).toMatchObject({ expires: '2027-12-31' });
  });

  test('a text handed on is covered by confirmations alone; whoever confirmed nothing is named, to their own side (M08)', async () => {
    const context = await open();
    const [here, there] = [atSeat(context, HERE), atSeat(context, THERE)];
    await importFiles(context, { files: [file('statement.txt', TEXT)], by: 'lan' });
    const blank = { party: 'XL', parent: null, from: null, until: null, successor: null, entity: null };
    const keeper = { by: 'lan', party: 'XL' };
    const roads = await addUnit(context, keeper, { ...blank, names: { en: ['Ministry of Roads'] } });
    const health = await addUnit(context, keeper, { ...blank, names: { en: ['Ministry of Health'] } });
    const work = (await disseminationOf(here, HERE)).others[0]?.work ?? '';
    const units = [roads.id, health.id];
    await disseminate(here, { work, version: 0, body: { type: 'address', units } }, HERE);
    const head: Seat = { ...HERE, hand: 'minh', role: 'unit-head', unit: roads.id, units: [roads.id] };
    const study = (unit: string) =>
      ({ work, version: 1, body: { type: 'study', unit, day: '2026-02-20', people: 40 } }) as const;
    await expect(disseminate(atSeat(context, head), study(health.id), head)).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
    const [row] = (await disseminate(atSeat(context, head), study(roads.id), head)).rows;
    expect(row?.coverage).toEqual({ addressed: 2, received: 1, studied: 1, people: 40, open: [health.id] });
    expect((await disseminationOf(there, THERE)).rows).toEqual([]);
    const { rows } = await sql`select * from dissemination_action`.execute(there.database.queries);
    expect(rows).toEqual([]);
    expect((await verifyHistory(context)).breaches).toEqual([]);
  });

  test('a paired milestone has a state of each side, said by that side alone (M15)', async () => {
    const context = await open();
    const [here, there] = [atSeat(context, HERE), atSeat(context, THERE)];
    const pair = { title: 'Gate of Norrin', kind: 'open', parties: ['XL', 'XT'], commitment: null, due: null } as const;
    const [row] = (await openPair(here, pair, HERE)).rows;
    const id = row?.id ?? '';
    const side = { planned: null, reached: '2026-02-01', source: '7/QD' };
    const says = (party: string, version: number) => ({ id, version, body: { type: 'state', party, side } }) as const;
    await expect(actOnPair(here, says('XT', 1), HERE)).rejects.toMatchObject({ code: 'action-not-allowed' });
    const forged = sql`insert into pair_action values ('f', ${id}, 2, now(), 'lan', 'XL',
      '{"type":"state","party":"XT"}', ${'0'.repeat(64)})`;
    await expect(forged.execute(here.database.queries)).rejects.toThrow();
    expect((await actOnPair(here, says('XL', 1), HERE)).rows).toMatchObject([
      { standing: 'one-sided', behind: ['XT'] },
    ]);
    expect((await actOnPair(there, says('XT', 2), THERE)).rows).toMatchObject([{ standing: 'both' }]);
    expect((await pairsOf(atSeat(context, { ...THERE, party: 'XM' }), { ...THERE, party: 'XM' })).rows).toEqual([]);
    expect(await rebuildPairs(context)).toBe(1);
    expect((await verifyHistory(context)).breaches).toEqual([]);
  });

  test('a paired milestone names its gate, and nothing that is no gate', async () => {
    const context = atSeat(await open(), HERE);
    const ofKind = async (kind: 'gate' | 'body') => (await listEntries(context, { kind, limit: 1 })).rows[0]?.id ?? '';
    await importFiles(context, { files: [file('2025.txt', TEXT)], by: 'lan' });
    const pair = { title: 'Gate', kind: 'open', parties: ['XL', 'XT'], commitment: null, due: null } as const;
    const gate = await ofKind('gate');
    expect(await openPair(context, { ...pair, gate }, HERE)).toMatchObject({ rows: [{ gate }], gates: [{ id: gate }] });
    await expect(openPair(context, { ...pair, gate: await ofKind('body') }, HERE)).rejects.toThrow('not-found');
  });

  test('of a past day stand as they stood at its end, and nothing can be done to them', async () => {
    const context = await open();
    const on = (day: string) => atSeat({ ...context, clock: fixedClock(`${day}T08:00:00.000Z`) }, HERE);
    const pair = { title: 'Gate of Norrin', kind: 'open', parties: ['XL', 'XT'], commitment: null, due: null } as const;
    const id = (await openPair(on('2026-01-10'), pair, HERE)).rows[0]?.id ?? '';
    const side = { planned: null, reached: '2026-02-01', source: '7/QD' };
    await actOnPair(on('2026-02-02'), { id, version: 1, body: { type: 'state', party: 'XL', side } }, HERE);
    const quota = { kind: 'scholarship', from: 'XT', to: 'XL', year: 2026, commitment: null } as const;
    const [ledger] = (await openQuota(on('2026-01-10'), { quota, places: 40, own: false }, HERE)).rows;
    const grant = { type: 'grant', places: 30, note: '' } as const;
    await enterInQuota(on('2026-02-02'), { id: ledger?.id ?? '', version: 2, body: grant }, HERE);
    await importFiles(on('2026-01-10'), { files: [file('2025.txt', TEXT)], by: 'lan' });
    const work = (await disseminationOf(on('2026-01-11'), HERE)).others[0]?.work ?? '';
    const office = { party: 'XL', names: { en: ['Office'] }, parent: null, from: null, until: null, successor: null };
    const { id: unit } = await addUnit(on('2026-01-11'), { by: 'lan', party: 'XL' }, { ...office, entity: null });
    await disseminate(on('2026-01-12'), { work, version: 0, body: { type: 'address', units: [unit] } }, HERE);
    const received = { type: 'receive', unit, day: '2026-02-02' } as const;
    await disseminate(on('2026-02-02'), { work, version: 1, body: received }, HERE);
    const today = on('2026-03-01');
    const handedOn = async (asOf?: string) =>
      (await disseminationOf(today, HERE, asOf)).rows.map(({ coverage, keeps }) => [coverage.received, keeps]);
    expect(await handedOn()).toEqual([[1, true]]);
    expect(await handedOn('2026-02-01')).toEqual([[0, false]]);
    expect(await handedOn('2026-01-11')).toEqual([]);
    const plan = async (asOf?: string) =>
      (await termsOf(today, asOf)).rows.find(({ names }) => names.en?.[0]?.includes('2023-2027'));
    const { id: instrument = '', version = 0 } = (await plan()) ?? {};
    const fields = { expires: '2028-12-31' };
    await decideEntity(on('2026-02-10'), { id: instrument, version, by: 'lan', type: 'edit', fields });
    expect([(await plan())?.expires, (await plan('2026-02-09'))?.expires]).toEqual(['2028-12-31', '2027-12-31']);
    expect((await pairsOf(today, HERE)).rows).toMatchObject([{ standing: 'one-sided' }]);
    expect((await pairsOf(today, HERE, '2026-02-01')).rows).toMatchObject([{ standing: 'none', actions: [] }]);
    expect((await pairsOf(today, HERE, '2026-01-09')).rows).toEqual([]);
    expect((await quotasOf(today, { asOf: '2026-02-01' }, HERE)).rows).toMatchObject([{ granted: 0, undoable: null }]);
    expect(await quotasOf(today, { asOf: '2026-01-09' }, HERE)).toMatchObject({ rows: [], keeps: false });
  });
});
