import { expect, test } from 'vitest';
import {
  actOnSeries,
  actOnTask,
  assignTasks,
  atSeat,
  beginSeries,
  type Context,
  decide,
  decideEntity,
  getCommitment,
  getEntity,
  importFiles,
  listCommitments,
  listEntries,
  oneSeries,
  type SeriesDeed,
  taskOf,
} from '../../src/operations/index.ts';
import type { Assignment, Change, Seat, SeriesContent } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const HERE: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const THERE: Seat = { hand: 'olen', role: 'secretariat', party: 'XT', unit: 'office', units: ['office'] };

/** A change as `field: before → after`. */
function said(changes: readonly Change[]): string[] {
  return changes.map(({ field, before, after, part }) =>
    [
      part === undefined ? '' : `${part.noun} `,
      `${field}: `,
      JSON.stringify(before),
      ' → ',
      JSON.stringify(after),
    ].join(''),
  );
}

onEveryRegister('every history', (open) => {
  test('tells who did what, and of each field what it was before and after: commitments, entries, tasks', async () => {
    const context = await open();
    await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
    const here = atSeat(context, HERE);
    const [row] = (await listCommitments(here, {})).rows;
    const { id = '', version = 0, sector } = row ?? {};
    const other = sector === 'tourism' ? 'health' : 'tourism';
    await decide(here, { id, version, by: 'lan', type: 'correct', fields: { sector: other } });
    await decide(here, { id, version: version + 1, by: 'lan', type: 'undo' });
    const { history } = await getCommitment(here, id);
    expect(history.map(({ by, type, undone }) => [by, type, undone])).toEqual([
      ['rules', 'propose', false],
      ['lan', 'correct', true],
      ['lan', 'undo', false],
    ]);
    expect(said(history[1]?.changes ?? [])).toContain(`sector: "${sector}" → "${other}"`);
    expect(said(history[2]?.changes ?? [])).toContain(`sector: "${other}" → "${sector}"`);

    const [task = ''] = await assignTasks(
      here,
      [
        {
          ...{ party: 'XL', audience: 'own-side', title: 'Open it', commitments: [id], parent: null, lead: 'roads' },
          ...{ coordinators: [], unresolved: [], due: { day: '2026-04-15', basis: 'text', source: '' }, every: null },
        },
      ],
      HERE,
    );
    await actOnTask(here, { id: task, version: 1, body: { type: 'reroute', lead: 'rail', note: '' } }, HERE);
    const told = (await taskOf(here, task, HERE)).history;
    expect([told[0]?.changes, said(told[1]?.changes ?? [])]).toEqual([
      [],
      expect.arrayContaining(['lead: "roads" → "rail"']),
    ]);

    const bodies = (await listEntries(here, { kind: 'body', limit: 3 })).rows;
    const [body, into] = [bodies[0], bodies[1]] as [(typeof bodies)[number], (typeof bodies)[number]];
    const fields = { ...body.fields, from: '2021', successor: into.id };
    await decideEntity(here, { id: body.id, version: body.version, by: 'lan', type: 'edit', fields });
    await decideEntity(here, { id: body.id, version: body.version + 1, by: 'lan', type: 'merge', into: into.id });
    const entry = await getEntity(here, body.id);
    const [, edit, merge] = entry.history.slice(-3);
    expect(said(edit?.changes ?? [])).toEqual(
      expect.arrayContaining([`successor: null → "${into.id}"`, `from: ${JSON.stringify(body.fields.from)} → "2021"`]),
    );
    expect(said(edit?.changes ?? []).join()).not.toContain('names:');
    expect(said(merge?.changes ?? [])).toContain(`mergedInto: null → "${into.id}"`);
    expect(entry.spokenOf[into.id]).toEqual(into.fields.names);
  });

  test('of a mechanism tells part by part, to both sides, and names no task of one of them', async () => {
    const context = await open();
    await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
    const here = atSeat(context, HERE);
    const commitments = (await listCommitments(here, {})).rows.slice(0, 1).map(({ id }) => id);
    const given: Assignment = {
      ...{ party: 'XL', audience: 'own-side', title: 'Quiet', commitments, parent: null, lead: 'roads' },
      ...{ coordinators: [], unresolved: [], due: null, every: null },
    };
    const [task = ''] = await assignTasks(here, [given], HERE);
    const series = {
      ...{ names: { en: ['Ports Committee'] }, parties: ['XL', 'XT'], members: [], level: null, hosts: [] },
      ...{ every: null, standing: 'there', keptOut: [] },
    } satisfies SeriesContent;
    const { id } = await beginSeries(here, { relation: 'demonstration', series, own: false }, HERE);
    const does = async (own: Context, seat: Seat, ...bodies: SeriesDeed['body'][]) => {
      for (const body of bodies) {
        await actOnSeries(own, { id, version: (await oneSeries(own, id, seat)).version, body }, seat);
      }
    };
    await does(
      ...([here, HERE] as const),
      { type: 'describe', series: { ...series, every: 'year' } },
      { type: 'open', session: 's', facts: { ordinal: 4, date: '2026-03', host: null } },
      { type: 'add-item', item: { id: 'i', text: 'Cranes', tasks: [task], commitments: [], why: 'stuck' } },
      { type: 'write-minute', item: 'i', text: 'First words.' },
      { type: 'write-minute', item: 'i', text: 'Other words.' },
    );
    await does(atSeat(context, THERE), THERE, { type: 'agree-minute', item: 'i' });
    for (const [own, seat] of [
      [here, HERE],
      [atSeat(context, THERE), THERE],
    ] as const) {
      const { history } = await oneSeries(own, id, seat);
      const [, describe, opened, added, written, again, agreed] = history.map(({ changes }) => said(changes));
      expect(describe).toEqual(['every: null → "year"']);
      expect(opened).toEqual(
        expect.arrayContaining([
          'session ordinal: null → 4',
          'session date: null → "2026-03"',
          'session stage: null → "open"',
        ]),
      );
      expect(added).toEqual(
        expect.arrayContaining([
          'session agenda: [] → ["Cranes"]',
          'item text: null → "Cranes"',
          'item why: null → "stuck"',
        ]),
      );
      expect(written).toContain('item minute: null → "First words."');
      expect(again).toContain('item minute: "First words." → "Other words."');
      expect(agreed).toEqual(['item agreed: ["XL"] → ["XL","XT"]']);
      expect(history.map(({ party }) => party)).toEqual(['XL', 'XL', 'XL', 'XL', 'XL', 'XL', 'XT']);
      expect(JSON.stringify(history)).not.toContain(task);
    }
  });
});
