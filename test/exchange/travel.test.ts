import { afterEach, beforeEach, expect, test } from 'vitest';
import { outboxOf } from '../../src/db/index.ts';
import { MESSAGE_TYPES } from '../../src/exchange/index.ts';
import {
  actOnSharedTask,
  actOnTask,
  addUnit,
  agreeToThing,
  assignTasks,
  decide,
  editThing,
  importFiles,
  listCommitments,
  listJointThings,
  listKeptBack,
  listReferences,
  listTwoSides,
  placeReference,
  publishItems,
  readPublishing,
  releaseMessage,
  taskOf,
  withholdMessage,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryDatabase } from '../store/databases.ts';
import { file, statement } from '../store/texts.ts';
import { introduce, newWire, round, startNode, stopNode, type TestNode, time, type Wire } from './nodes.ts';

const SECRET = 'WHAT STAYS AT HOME';
const seatOf = ({ party }: TestNode, hand = 'one'): Seat => ({
  hand,
  role: 'secretariat',
  party,
  unit: null,
  units: [],
});

onEveryDatabase('what travels between nodes', (open) => {
  let nodes: TestNode[] = [];
  let wire: Wire;
  beforeEach(async () => {
    process.env.SERVANDA_EXCHANGE_PLAIN = '1';
    wire = newWire();
    nodes = [await startNode(await open(), 'xl', 'XL'), await startNode(await open(), 'xt', 'XT')];
    await introduce(nodes[0] as TestNode, nodes[1] as TestNode, MESSAGE_TYPES);
  });
  afterEach(async () => {
    delete process.env.SERVANDA_EXCHANGE_PLAIN;
    for (const node of nodes) await stopNode(node);
  });
  const both = () => nodes as [TestNode, TestNode];
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      for (const node of nodes) await round(node, wire);
      time.now += 61_000;
    }
  };

  test('a shared task stands in the other node’s ledger as that side’s; what is kept back is on no wire; rating it comes home', async () => {
    const [a, b] = both();
    const [here, there] = [a.context, b.context];
    for (const { context } of nodes)
      await importFiles(context, { files: [file('2023.txt', statement(2023))], by: 'one' });
    const [commitment] = (await listCommitments(here, {})).rows;
    const blank = { parent: null, from: null, until: null, successor: null, entity: null };
    const unit = await addUnit(
      here,
      { by: 'm', party: null },
      { party: 'XL', names: { en: ['Ministry of Roads'] }, ...blank },
    );
    const [id = ''] = await assignTasks(
      here,
      [
        {
          ...{
            party: 'XL',
            audience: 'own-side',
            title: 'Open the gate',
            commitments: [commitment?.id ?? ''],
            parent: null,
          },
          ...{ lead: unit.id, coordinators: [], unresolved: [], every: null },
          due: { day: '2026-06-30', basis: 'text', source: SECRET },
        },
      ],
      seatOf(a),
    );
    const act = async (body: Parameters<typeof actOnTask>[1]['body']) =>
      actOnTask(here, { id, version: (await taskOf(here, id, seatOf(a))).state.version, body }, seatOf(a));
    await act({ type: 'accept' });
    await act({ type: 'raise', obstacle: { id: 'o', kind: 'money', text: SECRET, to: null, limit: null } });
    await settle();
    expect(await listTwoSides(there, seatOf(b))).toEqual([]);
    await act({ type: 'share', audience: 'shared' });
    await settle();
    const [ledger] = await listTwoSides(there, seatOf(b));
    expect(ledger?.quote).toBe(commitment?.quote);
    const theirs = ledger?.sides.find(({ party }) => party === 'XL')?.tasks;
    expect(theirs).toMatchObject([
      { id, title: 'Open the gate', lead: 'Ministry of Roads', due: '2026-06-30', plan: null },
    ]);
    const rating = {
      type: 'rate',
      from: 'other-side',
      scale: 'grades',
      value: 'D',
      reason: null,
      note: 'too late',
    } as const;
    await actOnSharedTask(there, { id, version: theirs?.[0]?.version ?? 0, body: rating }, seatOf(b));
    await settle();
    expect((await taskOf(here, id, seatOf(a))).state.ratings).toMatchObject([
      { from: 'other-side', value: 'D', note: 'too late' },
    ]);
    await act({ type: 'share', audience: 'own-side' });
    await settle();
    expect(await listTwoSides(there, seatOf(b))).toEqual([]);
    expect(wire.seen.join('\n')).not.toContain(SECRET);
  });

  test('how a side reads a commitment stands beside our own reading; taken back, it stands there no more', async () => {
    const [a, b] = both();
    for (const { context } of nodes) {
      // The same words in a statement of another year are another commitment.
      const files = [
        file('2023.txt', statement(2023)),
        file('2024.txt', statement(2023).replace('12 March 2023', '13 March 2024')),
      ];
      await importFiles(context, { files, by: 'one' });
    }
    const [row] = (await listCommitments(a.context, {})).rows.filter(({ workDate }) => workDate === '2023-03-12');
    const { version } = await decide(a.context, {
      id: row?.id ?? '',
      version: row?.version ?? 0,
      by: 'one',
      type: 'correct',
      fields: { sector: 'health' },
    });
    await settle();
    const [ledger, ...others] = await listTwoSides(b.context, seatOf(b));
    expect(others).toEqual([]);
    expect([
      ledger?.quote,
      (await listCommitments(b.context, {})).rows.find(({ id }) => id === ledger?.id)?.workDate,
    ]).toEqual([row?.quote, '2023-03-12']);
    expect(ledger?.sides.find(({ party }) => party === 'XL')?.reading).toMatchObject({
      decision: 'corrected',
      fields: { sector: 'health' },
    });
    const mine = (await listCommitments(b.context, {})).rows.find(({ id }) => id === ledger?.id);
    await decide(b.context, { id: mine?.id ?? '', version: mine?.version ?? 0, by: 'two', type: 'confirm' });
    const [compared] = await listTwoSides(b.context, seatOf(b));
    expect(compared?.differences).toEqual([{ kind: 'field', field: 'sector' }]);
    await decide(a.context, { id: row?.id ?? '', version, by: 'one', type: 'undo' });
    await settle();
    expect(await listTwoSides(b.context, seatOf(b))).toEqual([]);
    expect(wire.seen.join('\n')).not.toContain('"by":"one"');
  });

  test('what the other side speaks of goes before people where its words do not stand here, with what is most like it', async () => {
    const [a, b] = both();
    await importFiles(a.context, { files: [file('2023.txt', statement(2023))], by: 'one' });
    await importFiles(b.context, {
      files: [file('2023.txt', statement(2023).replaceAll('yearly meeting', 'meeting each year'))],
      by: 'two',
    });
    const row = (await listCommitments(a.context, {})).rows.find(({ quote }) => quote.includes('yearly meeting'));
    await decide(a.context, { id: row?.id ?? '', version: 1, by: 'one', type: 'confirm' });
    await settle();
    expect(await listTwoSides(b.context, seatOf(b))).toEqual([]);
    const [open] = await listReferences(b.context);
    expect(open).toMatchObject({ quote: row?.quote, found: 'open', workHere: true, about: [{ kind: 'reading' }] });
    const [best] = open?.proposals ?? [];
    expect(best?.quote).toBe(row?.quote.replace('yearly meeting', 'meeting each year'));
    const said = { partner: a.id, key: open?.key ?? '' };
    await placeReference(b.context, { ...said, place: { commitment: best?.id ?? '' } }, seatOf(b));
    expect((await listTwoSides(b.context, seatOf(b))).map(({ id }) => id)).toEqual([best?.id]);
    await placeReference(b.context, { ...said, place: 'open' }, seatOf(b));
    expect(await listTwoSides(b.context, seatOf(b))).toEqual([]);
    // The text as the other side has it comes: then its words stand here.
    await importFiles(b.context, { files: [file('other.txt', statement(2023))], by: 'two' });
    await settle();
    expect((await listTwoSides(b.context, seatOf(b))).map(({ quote }) => quote)).toEqual([row?.quote]);
    expect(await listReferences(b.context)).toEqual([]);
  });

  test('what would carry somebody’s address stays at home, with the reason, and work at home goes on', async () => {
    const [a, b] = both();
    const said = {
      kind: 'session',
      partner: b.id,
      thing: null,
      parents: [],
      content: { title: 'write to desk@ostra.example' },
    } as const;
    await expect(editThing(a.context, said, seatOf(a))).rejects.toMatchObject({ code: 'release-refused' });
    expect(await outboxOf(a.context.whole.queries, b.id, ['queued', 'held', 'withheld'], 9)).toEqual([]);
    // Work at home goes on: what is told by itself is kept back with its reason, until something that may leave takes its place.
    await importFiles(a.context, { files: [file('2023.txt', statement(2023))], by: 'one' });
    const [row] = (await listCommitments(a.context, {})).rows;
    const correct = async (places: string[]) => {
      const version = (await listCommitments(a.context, {})).rows.find(({ id }) => id === row?.id)?.version ?? 0;
      await decide(a.context, { id: row?.id ?? '', version, by: 'one', type: 'correct', fields: { actors: places } });
    };
    await correct(['desk@ostra.example']);
    const reason = { rule: 'text-kept-in', field: 'fields.actors[]', partner: b.id, type: 'servanda.reading' };
    expect(await listKeptBack(a.context, row?.id ?? '')).toMatchObject([reason]);
    expect(await listKeptBack(a.context, null)).toHaveLength(1);
    await correct(['Ostra']);
    expect(await listKeptBack(a.context, null)).toEqual([]);
    await settle();
    expect(wire.seen.join('\n')).not.toContain('desk@ostra');
  });

  test('conclusions take two people to leave, and are agreed once both nodes hold the same hash (M04)', async () => {
    const [a, b] = both();
    const content = { title: 'Kết luận phiên họp 17', points: [{ vi: 'Mở đường', zh: '开通公路' }] };
    const id = await editThing(
      a.context,
      { kind: 'conclusion', partner: b.id, thing: null, parents: [], content },
      seatOf(a),
    );
    await settle();
    expect(await listJointThings(b.context)).toEqual([]);
    const [held] = await outboxOf(a.context.whole.queries, b.id, ['held'], 5);
    await expect(releaseMessage(a.context, held?.id ?? '', seatOf(a))).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
    await releaseMessage(a.context, held?.id ?? '', seatOf(a, 'two'));
    await settle();
    const [came] = await listJointThings(b.context);
    await agreeToThing(b.context, { thing: id, edit: came?.state.heads[0]?.edit ?? '' }, seatOf(b));
    const [answer] = await outboxOf(b.context.whole.queries, a.id, ['held'], 5);
    await releaseMessage(b.context, answer?.id ?? '', seatOf(b, 'two'));
    await settle();
    const states = await Promise.all(nodes.map(async ({ context }) => (await listJointThings(context))[0]?.state));
    expect(states.map((state) => [state?.standing, state?.heads[0]?.hash])).toEqual([
      ['agreed', came?.state.heads[0]?.hash],
      ['agreed', came?.state.heads[0]?.hash],
    ]);
  });

  test('two edits of one session that did not see each other are both kept on both nodes until a person chooses', async () => {
    const [a, b] = both();
    const edit = (node: TestNode, thing: string | null, parents: readonly string[], host: string) => {
      const partner = node === a ? b.id : a.id;
      const content = { title: 'Joint committee', ordinal: 17, day: '2027-03', host };
      return editThing(node.context, { kind: 'session', partner, thing, parents, content }, seatOf(node));
    };
    const headsOf = async ({ context }: TestNode) => (await listJointThings(context))[0]?.state.heads ?? [];
    const id = await edit(a, null, [], 'Sarko');
    await settle();
    const first = (await headsOf(a)).map((head) => head.edit);
    await edit(a, id, first, 'Norrin');
    await edit(b, id, first, 'Zebrin');
    await settle();
    for (const node of nodes) {
      expect((await listJointThings(node.context))[0]?.state.standing).toBe('conflict');
      expect((await headsOf(node)).map(({ content }) => content.host).sort()).toEqual(['Norrin', 'Zebrin']);
    }
    await expect(edit(b, id, first, 'Sarko')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await edit(
      b,
      id,
      (await headsOf(b)).map((head) => head.edit),
      'Zebrin',
    );
    await settle();
    for (const node of nodes) expect((await headsOf(node)).map(({ content }) => content.host)).toEqual(['Zebrin']);
  });

  test('what one side publishes is read on the other, and taken back there too', async () => {
    const [a, b] = both();
    await importFiles(a.context, { files: [file('2023.txt', statement(2023))], by: 'one' });
    const [row] = (await listCommitments(a.context, {})).rows;
    await decide(a.context, { id: row?.id ?? '', version: 1, by: 'one', type: 'confirm' });
    const work = row?.workId ?? '';
    const seen = await readPublishing(a.context, work, seatOf(a));
    const item = seen.items.find((one) => one.kind === 'work');
    await publishItems(
      a.context,
      { work, items: [{ kind: 'work', item: item?.item ?? '', version: 0 }], fields: { work: ['title'] } },
      seatOf(a),
    );
    await settle();
    const { partnerShares } = await import('../../src/db/index.ts');
    const shares = await partnerShares(b.context.whole.queries, { partner: a.id, limit: 9 });
    expect(shares.filter(({ kind }) => kind === 'publication')).toMatchObject([{ ended: false }]);
  });

  test('a message kept back does not leave', async () => {
    const [a, b] = both();
    const content = { title: 'Kết luận', points: [] };
    await editThing(a.context, { kind: 'conclusion', partner: b.id, thing: null, parents: [], content }, seatOf(a));
    const [held] = await outboxOf(a.context.whole.queries, b.id, ['held'], 5);
    await withholdMessage(a.context, held?.id ?? '', seatOf(a, 'two'));
    await settle();
    expect(await listJointThings(b.context)).toEqual([]);
  });
});
