import ical from 'node-ical';
import { expect, test } from 'vitest';
import { holdings } from '../../src/db/index.ts';
import {
  actOnPerson,
  actOnTask,
  addPerson,
  addUnit,
  assignTasks,
  atSeat,
  type Context,
  calendarAt,
  endFeed,
  holdPost,
  importFiles,
  listCommitments,
  listFeeds,
  makeFeed,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const MACHINE = { by: 'machine', party: null, account: null };

async function side(open: () => Promise<Context>, party: string) {
  const context = await open();
  const blank = { parent: null, from: null, until: null, successor: null, entity: null };
  const { id: unit } = await addUnit(context, MACHINE, { party, names: { en: ['Roads'] }, ...blank });
  const { id: person } = await addPerson(context, { ...MACHINE, party }, { name: 'Minh', mail: 'minh@ilmara.example' });
  await holdPost(context, MACHINE, { account: person, unit, role: 'secretariat', from: '2026-01-01', until: null });
  const [held] = await holdings(context.whole.queries, { account: person });
  const seat: Seat = { hand: held?.id ?? '', role: 'secretariat', party, unit, units: [unit] };
  await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
  const [commitment = ''] = (await listCommitments(context, { kind: ['commitment'] })).rows.map(({ id }) => id);
  const [task = ''] = await assignTasks(
    context,
    [
      {
        ...{
          party: 'XL',
          audience: 'internal',
          title: 'The railway',
          commitments: [commitment],
          parent: null,
          lead: 'roads',
        },
        ...{ coordinators: [], unresolved: [], due: { day: '2026-03-20', basis: 'person', source: '' }, every: null },
      },
    ],
    { ...seat, party: 'XL' },
  );
  return { context: atSeat(context, seat), person, seat, task };
}

async function read(context: Context, token: string) {
  const found = ical.sync.parseICS(await calendarAt(context, token, 'https://s.example', false));
  const events = Object.values(found).filter((one) => one?.type === 'VEVENT') as unknown as Record<string, unknown>[];
  return events.filter(({ uid }) => String(uid).startsWith('task-'));
}

onEveryRegister('a calendar', (open) => {
  test('shows a day under one name for ever, its change with a higher number, and what was dropped as off', async () => {
    const { context, seat, task } = await side(open, 'XL');
    const { token } = await makeFeed(context, { unit: null, locale: 'en' }, seat);
    const [first] = await read(context, token);
    expect(first).toMatchObject({ uid: `task-${task}@servanda`, sequence: 1, status: 'CONFIRMED' });
    await actOnTask(context, { id: task, version: 1, body: { type: 'set-due', due: null } }, seat);
    expect((await read(context, token))[0]).toMatchObject({
      uid: `task-${task}@servanda`,
      sequence: 2,
      status: 'CANCELLED',
    });
  });

  test('is fetched by its secret address alone, until that is taken away or the person may not sign in', async () => {
    const { context, seat, person } = await side(open, 'XL');
    const { feed, token } = await makeFeed(context, { unit: null, locale: 'vi' }, seat);
    const second = await makeFeed(context, { unit: null, locale: 'vi' }, seat);
    expect(await read(context, token)).toHaveLength(1);
    await expect(read(context, `${token.slice(0, -1)}-`)).rejects.toMatchObject({ code: 'not-found' });
    await expect(endFeed(context, feed.id, { ...seat, hand: 'thu' })).rejects.toMatchObject({ code: 'not-found' });
    await endFeed(context, feed.id, seat);
    await expect(read(context, token)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listFeeds(context, seat)).map(({ id }) => id)).toEqual([second.feed.id]);
    await actOnPerson(context, { ...MACHINE, party: 'XL' }, person, 'disable');
    await expect(read(context, second.token)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('of the other side shows nothing that stands behind the wall', async () => {
    const { context, seat } = await side(open, 'XT');
    const { token } = await makeFeed(context, { unit: null, locale: 'zh' }, seat);
    expect(await read(context, token)).toEqual([]);
  });
});
