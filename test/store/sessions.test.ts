import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  actOnSeries,
  assignTasks,
  atSeat,
  beginSeries,
  type Context,
  importFiles,
  listCommitments,
  noteOnSeries,
  oneSeries,
  rebuildSeries,
  type SeriesDeed,
  type SeriesDetail,
  seriesOf,
  takeUp,
  taskOf,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const HERE: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const THERE: Seat = { hand: 'olen', role: 'secretariat', party: 'XT', unit: 'office', units: ['office'] };
const CLERK: Seat = { ...HERE, hand: 'an', role: 'reporter' };
const NO_FACTS = { ordinal: null, date: null, host: null };

const CONFERENCE = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Senmar, 12 March 2025

1. The two sides held the 7th session of the Annual Conference of Border Localities in Senmar on 4 March 2025.

2. The 7th session of the Annual Conference of Border Localities will be hosted by Tavoria in May 2026.`;

const id = 'demonstration~mechanism~border-localities-conference';

async function does(context: Context, seat: Seat, series: string, ...bodies: SeriesDeed['body'][]) {
  const own = atSeat(context, seat);
  let { version } = await oneSeries(own, series, seat);
  for (const body of bodies) ({ version } = await actOnSeries(own, { id: series, version, body }, seat));
}

async function withConference(open: () => Promise<Context>) {
  const context = await open();
  await importFiles(context, { files: [file('conference.txt', CONFERENCE)], by: 'lan' });
  const listed = (await seriesOf(context)).rows.find(({ names }) =>
    JSON.stringify(names).includes('Border Localities'),
  );
  return { context, id: listed?.id ?? id };
}

onEveryRegister('a series of sessions', (open) => {
  test('has the sessions its texts tell of, asks once about an ordinal two of them bear, and mends nothing (M11)', async () => {
    const { context, id } = await withConference(open);
    const before = await oneSeries(atSeat(context, HERE), id, HERE);
    expect(before.sessions.map(({ ordinal, date }) => [ordinal, date])).toEqual([
      [7, '2025-03-04'],
      [7, '2026-05'],
    ]);
    expect(before.conflicts).toHaveLength(1);
    expect(before.told.map(({ quote }) => quote).join()).toContain('7th session');
    expect([before.last?.date, before.next?.date]).toEqual(['2025-03-04', '2026-05']);
    const eve = (await seriesOf(context, '2025-03-03')).rows.find((row) => row.id === id);
    expect([eve?.last ?? null, eve?.next ?? null, eve?.commitments ?? 0]).toEqual([null, null, 0]);
    await does(context, HERE, id, { type: 'settle-ordinal', ordinal: 7 });
    const after = await oneSeries(atSeat(context, THERE), id, THERE);
    expect(after.conflicts).toEqual([]);
    expect(after.sessions.map(({ ordinal }) => ordinal)).toEqual([7, 7]);
  });

  test('opens with what the last one left, agrees on words and a day with the other side, and can be made again', async () => {
    const { context, id } = await withConference(open);
    const told = (await oneSeries(context, id, HERE)).sessions.at(-1)?.id ?? '';
    const item = (name: string) => ({ id: name, text: name, tasks: [], commitments: [], why: 'other' }) as const;
    await does(
      context,
      HERE,
      id,
      { type: 'propose-date', session: told, proposal: 'p', day: '2026-05-12', note: '' },
      { type: 'open', session: 'first', facts: NO_FACTS },
      { type: 'add-item', item: item('road') },
      { type: 'add-item', item: item('fair') },
      { type: 'order', agenda: ['fair', 'road'] },
      { type: 'write-minute', item: 'fair', text: 'The fair is held in June.' },
    );
    await does(
      context,
      THERE,
      id,
      { type: 'accept-date', session: told, proposal: 'p' },
      { type: 'agree-minute', item: 'fair' },
      { type: 'close-item', item: 'fair', note: '' },
      { type: 'end' },
      { type: 'open', session: told, facts: { ordinal: 8, date: '2026-05-12', host: 'Tavoria' } },
    );
    const detail = await oneSeries(atSeat(context, HERE), id, HERE);
    expect(detail.open).toMatchObject({ id: told, agenda: ['road'], date: '2026-05-12' });
    expect(detail.items.find((one) => one.id === 'fair')?.minute?.agreed).toEqual(['XL', 'XT']);
    const states = async () => (await sql`select * from series order by id`.execute(context.database.queries)).rows;
    const stood = await states();
    expect(await rebuildSeries(context)).toBe(1);
    expect(await states()).toEqual(stood);
  });

  test('proposes for its agenda what of a side is late, and carries a decision out on the task', async () => {
    const context = await open();
    await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
    const here = atSeat(context, HERE);
    const [commitment = ''] = (await listCommitments(context, {})).rows.map((row) => row.id);
    const given = {
      party: 'XL',
      audience: 'own-side',
      title: 'Late',
      commitments: [commitment],
      parent: null,
    } as const;
    const due = { day: '2026-02-15', basis: 'text', source: '' } as const;
    const rest = { lead: 'transport', coordinators: [], unresolved: [], due, every: null };
    const [task = ''] = await assignTasks(here, [{ ...given, ...rest }], HERE);
    const content = { names: { en: ['Council'] }, parties: ['XL', 'XT'], members: [], hosts: [], level: null };
    const series = { ...content, every: null, standing: 'there', keptOut: [] } as const;
    const begun = await beginSeries(here, { relation: 'demonstration', series, own: false }, HERE);
    await does(context, HERE, begun.id, { type: 'open', session: 's', facts: NO_FACTS });
    const { proposals } = await oneSeries(here, begun.id, HERE);
    expect(proposals).toMatchObject([{ tasks: [task], why: 'overdue' }]);
    expect((await oneSeries(atSeat(context, THERE), begun.id, THERE)).proposals).toEqual([]);
    const asked = { type: 'set-due', task, commitment: null, unit: null, day: '2026-12-31' } as const;
    await does(
      context,
      HERE,
      begun.id,
      { type: 'add-item', item: { ...(proposals[0] as SeriesDetail['proposals'][number]), id: 'i' } },
      { type: 'decide', decision: 'd', item: 'i', text: 'By the end of the year.', proposes: [asked] },
    );
    const there = await oneSeries(atSeat(context, THERE), begun.id, THERE);
    expect(JSON.stringify(there)).not.toContain(task);
    expect(there.decisions[0]?.proposes).toMatchObject([{ task: null, mine: false }]);
    const { version } = await oneSeries(here, begun.id, HERE);
    const up = { id: begun.id, version, decision: 'd', proposal: 0, done: false };
    await expect(takeUp(atSeat(context, THERE), up, THERE)).rejects.toMatchObject({ code: 'not-found' });
    expect((await takeUp(here, up, HERE)).decisions[0]?.taken).toEqual([0]);
    expect((await taskOf(here, task, HERE)).state.due).toBe('2026-12-31');
  });

  test('keeps each side’s notes from the other, and what is one side’s own, whatever ids it guesses', async () => {
    const { context, id } = await withConference(open);
    const [here, there] = [atSeat(context, HERE), atSeat(context, THERE)];
    await does(context, HERE, id, { type: 'open', session: 's', facts: NO_FACTS });
    await noteOnSeries(here, { id, about: 's', text: 'Give way on the fair.' }, HERE);
    expect((await oneSeries(here, id, HERE)).notes).toMatchObject([{ text: 'Give way on the fair.' }]);
    expect(JSON.stringify(await oneSeries(there, id, THERE))).not.toContain('Give way');
    expect((await sql`select * from series_note`.execute(there.database.queries)).rows).toEqual([]);
    const planted = sql`insert into series_note values ('n', ${id}, 's', 'XL', now(), 'olen', 'Give up.')`;
    await expect(planted.execute(there.database.queries)).rejects.toThrow();
    const forged = sql`insert into series_action values ('a', ${id}, 9, now(), 'olen', 'XL', '{"type":"end"}')`;
    await expect(forged.execute(there.database.queries)).rejects.toThrow();
    await expect(noteOnSeries(atSeat(context, CLERK), { id, about: 's', text: 'x' }, CLERK)).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
    const content = { names: { en: ['Inner round'] }, parties: ['XL'], members: [], hosts: [], level: null };
    const series = { ...content, every: null, standing: 'there', keptOut: [] } as const;
    const own = await beginSeries(here, { relation: 'demonstration', series, own: true }, HERE);
    await expect(oneSeries(there, own.id, THERE)).rejects.toMatchObject({ code: 'not-found' });
    expect(JSON.stringify(await seriesOf(there))).not.toContain('Inner round');
  });

  test('of a restricted mechanism is seen by secretariats and leaders alone, and takes content from nobody (M22)', async () => {
    const { context } = await withConference(open);
    const [here, clerk] = [atSeat(context, HERE), atSeat(context, CLERK)];
    const restricted = (await seriesOf(here)).rows.find((row) => row.restricted)?.id ?? '';
    const facts = { ordinal: 41, date: '2026-02', host: 'Senmar' };
    await does(context, HERE, restricted, { type: 'record', session: 'hidden-round', facts });
    expect((await oneSeries(here, restricted, HERE)).sessions.map(({ id }) => id)).toContain('hidden-round');
    expect((await oneSeries(atSeat(context, THERE), restricted, THERE)).sessions).toHaveLength(1);
    expect(JSON.stringify(await oneSeries(clerk, restricted, CLERK))).not.toContain('hidden-round');
    expect(JSON.stringify(await seriesOf(clerk))).not.toContain('"ordinal":41');
    for (const table of ['series', 'series_action', 'series_note']) {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(clerk.database.queries);
      expect(JSON.stringify(rows)).not.toContain('hidden-round');
    }
    const forged = sql`insert into series_action values ('a', ${restricted}, 9, now(), 'an', 'XL', '{"type":"end"}')`;
    await expect(forged.execute(clerk.database.queries)).rejects.toThrow();
    const { version } = await oneSeries(here, restricted, HERE);
    const item = { id: 'i', text: 'What was said', tasks: [], commitments: [], why: 'other' } as const;
    const content: SeriesDeed['body'][] = [
      { type: 'open', session: 's', facts: NO_FACTS },
      { type: 'add-item', item },
      { type: 'write-minutes', text: 'What was said' },
    ];
    for (const body of content) {
      const attempt = actOnSeries(here, { id: restricted, version, body }, HERE);
      await expect(attempt).rejects.toMatchObject({ code: 'action-not-allowed' });
    }
    await expect(noteOnSeries(here, { id: restricted, about: 'hidden-round', text: 'x' }, HERE)).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
  });

  test('is made by describing it alone, a second one like the first, and each keeps its own agenda (M12)', async () => {
    const { context } = await withConference(open);
    const here = atSeat(context, HERE);
    const content = { parties: ['XL', 'XT'], members: [], hosts: ['Belun', 'Norrin'], level: 'localities' } as const;
    const made = [];
    for (const name of ['Meeting of the upper river', 'Meeting of the lower river']) {
      const series = { ...content, names: { en: [name] }, every: 'year', standing: 'there', keptOut: [] } as const;
      made.push(await beginSeries(here, { relation: 'demonstration', series, own: false }, HERE));
    }
    for (const { id } of made) {
      const item = { id: `of-${id}`, text: 'The ferry', tasks: [], commitments: [], why: 'other' } as const;
      const first = { ordinal: 1, date: '2025-04-01', host: 'Belun' };
      await does(
        context,
        HERE,
        id,
        { type: 'open', session: '1', facts: first },
        { type: 'add-item', item },
        { type: 'end' },
        { type: 'open', session: '2', facts: NO_FACTS },
      );
      const detail = await oneSeries(here, id, HERE);
      expect(detail.open?.agenda).toEqual([`of-${id}`]);
      expect(detail.host).toBe('Norrin');
    }
  });

  test('names the version it saw, and takes nothing from who does not keep it', async () => {
    const { context, id } = await withConference(open);
    const open_ = { type: 'open', session: 's', facts: NO_FACTS } as const;
    await actOnSeries(atSeat(context, HERE), { id, version: 0, body: open_ }, HERE);
    const again = actOnSeries(atSeat(context, THERE), { id, version: 0, body: open_ }, THERE);
    await expect(again).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const { version } = await oneSeries(context, id, CLERK);
    const end = actOnSeries(atSeat(context, CLERK), { id, version, body: { type: 'end' } }, CLERK);
    await expect(end).rejects.toMatchObject({ code: 'action-not-allowed' });
  });
});
