import { afterAll, beforeAll, expect, test } from 'vitest';
import { inboxOf } from '../../src/db/index.ts';
import { MESSAGE_TYPES } from '../../src/exchange/index.ts';
import {
  actOnChannel,
  actOnNotice,
  type Carry,
  carryByWeb,
  channelsOf,
  dutyOf,
  followNotices,
  issueNotice,
  type NoticeDraft,
  openChannel,
  openPost,
  readNotice,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryDatabase } from '../store/databases.ts';
import { introduce, newWire, round, startNode, stopNode, type TestNode, time, type Wire } from './nodes.ts';

/** Whoever sits at a machine without accounts. */
const HAND: Seat = { hand: 'one', role: 'secretariat', party: null, unit: null, units: [] };
const DIAL = '+99 555 0100';

onEveryDatabase('a hotline between two nodes', (open) => {
  let [here, there]: TestNode[] = [];
  let wire: Wire;
  beforeAll(async () => {
    process.env.SERVANDA_EXCHANGE_PLAIN = '1';
    wire = newWire();
    here = await startNode(await open(), 'hill', 'XL');
    there = await startNode(await open(), 'shore', 'XT');
    await introduce(here, there, MESSAGE_TYPES);
  });
  afterAll(async () => {
    delete process.env.SERVANDA_EXCHANGE_PLAIN;
    for (const node of [here, there]) if (node !== undefined) await stopNode(node);
  });
  const nodes = () => [here, there] as [TestNode, TestNode];
  /** Rounds of both nodes, each followed by what the machines do about notices, some minutes apart. */
  const settle = async (minutes = 1, turns = 3) => {
    for (let turn = 0; turn < turns; turn++) {
      for (const node of nodes()) {
        await round(node, wire);
        await followNotices(node.context);
      }
      time.now += minutes * 60_000;
    }
  };
  const desk = async ({ context, party }: TestNode, name: string) => {
    const post = { party, unit: null, name, phone: DIAL, mail: `${name}@sides.example`, zone: 'UTC' };
    const { rows } = await openPost(context, post, HAND);
    return rows.find((row) => row.name === name)?.id ?? '';
  };
  const versionOf = async ({ context }: TestNode) => (await channelsOf(context, HAND)).rows[0]?.version ?? 0;
  const DRAFT: NoticeDraft = {
    ...{ type: 'water-emergency', mode: 'normal', channel: null, party: 'XL', post: null, to: ['XT'] },
    texts: { en: { headline: 'The Norrin rises fast at Senmar', instruction: 'Clear the lower quay.' } },
    fields: { kind: 'sudden-rise', river: 'Norrin', place: 'Senmar', observedAt: '2026-11-22T07:50:00Z', level: 4.2 },
    ...{ area: null, expires: null, references: [] },
  };
  let channel = '';
  const desks = { hill: '', shore: '', harbour: '', chief: '' };

  test('a channel opened on one node stands on both, with the desks of each by name and the minutes both agreed to', async () => {
    const [a, b] = nodes();
    desks.hill = await desk(a, 'Hill desk');
    const line = { names: { en: 'River line' }, parties: ['XL', 'XT'], types: ['water-emergency'], commitments: [] };
    channel = (await openChannel(a.context, line, HAND)).rows[0]?.id ?? '';
    const say = async (node: TestNode, body: Parameters<typeof actOnChannel>[1]['body']) =>
      actOnChannel(node.context, { id: channel, version: await versionOf(node), body }, HAND);
    await say(a, { type: 'line', party: 'XL', line: { posts: [desks.hill], chief: null } });
    const limit = { of: 'water-emergency', clock: 'acknowledge', minutes: 30 } as const;
    await say(a, { type: 'propose-limit', party: 'XL', ...limit, source: 'Note 7' });
    await settle();
    for (const name of ['shore', 'harbour', 'chief'] as const) desks[name] = await desk(b, name);
    await say(b, { type: 'line', party: 'XT', line: { posts: [desks.shore, desks.harbour], chief: desks.chief } });
    await say(b, { type: 'agree-limit', party: 'XT', ...limit });
    await settle();
    const [mine, theirs] = await Promise.all(
      nodes().map(async (node) => (await channelsOf(node.context, HAND)).rows[0]),
    );
    expect(mine?.lines).toEqual(theirs?.lines);
    expect(mine?.limits).toMatchObject([{ minutes: 30, source: 'Note 7', agreed: ['XL', 'XT'] }]);
    expect(theirs?.limits).toEqual(mine?.limits);
    const named = (await dutyOf(a.context, HAND)).rows.filter(({ party }) => party === 'XT');
    expect(named.map(({ name }) => name)).toEqual(['chief', 'harbour', 'shore']);
    // Nobody here keeps a desk of the other node, and how it is reached stayed there.
    expect(named.flatMap(({ actions, phone, mail }) => [...actions, phone, mail])).toEqual(['', '', '', '', '', '']);
    expect(wire.seen.join('\n')).not.toContain(DIAL);
    const acted = { id: channel, version: await versionOf(a), body: { type: 'end', party: 'XT' } } as const;
    await expect(actOnChannel(a.context, acted, HAND)).rejects.toThrow('seat-may-not');
  });

  test('a notice reaches the other node, runs on one clock on both, is acknowledged by a named desk there, and is closed', async () => {
    const [a, b] = nodes();
    const { notice: sent } = await issueNotice(a.context, { ...DRAFT, channel, post: desks.hill }, HAND);
    await settle();
    const { notice: came } = await readNotice(b.context, sent.id, HAND);
    const { notice: goes } = await readNotice(a.context, sent.id, HAND);
    expect(came.clocks).toEqual(goes.clocks);
    expect(came.clocks.find(({ clock }) => clock === 'acknowledge')).toMatchObject({ minutes: 3, standing: 'running' });
    expect(Object.keys(came.actions)).toEqual(['XT']);
    const deed = { id: sent.id, of: came.of, party: 'XT' };
    const early = { ...deed, body: { type: 'acknowledge', post: desks.shore } } as const;
    await expect(actOnNotice(a.context, early, HAND)).rejects.toThrow('seat-may-not');
    await actOnNotice(b.context, early, HAND);
    await settle();
    const { notice: answered } = await readNotice(a.context, sent.id, HAND);
    expect(answered.acknowledged).toMatchObject([{ party: 'XT', postName: 'shore' }]);
    expect(answered.received).toMatchObject([{ party: 'XT' }]);
    expect(answered.escalations).toEqual([]);
    await actOnNotice(
      a.context,
      { id: sent.id, of: answered.of, party: 'XL', body: { type: 'close', text: 'Fell.' } },
      HAND,
    );
    await settle();
    const courses = await Promise.all(
      nodes().map(async ({ context }) => (await readNotice(context, sent.id, HAND)).course),
    );
    expect(courses[0]?.map(({ id }) => id)).toEqual(courses[1]?.map(({ id }) => id));
    expect(courses[1]?.at(-1)?.body).toMatchObject({ type: 'close' });
  });

  test('what overtakes its notice waits for it; where nobody answers in time, each node tells its own next desk and chief', async () => {
    const [a, b] = nodes();
    const { notice: sent } = await issueNotice(a.context, { ...DRAFT, channel }, HAND);
    const update = {
      texts: { en: { headline: 'Higher still', instruction: '' } },
      fields: DRAFT.fields,
      area: null,
      expires: null,
    };
    await actOnNotice(
      a.context,
      { id: sent.id, of: sent.of, party: 'XL', body: { type: 'update', content: update } },
      HAND,
    );
    let held = false;
    const overtaken: Carry = async (...request) => {
      const first = !held && Buffer.from(request[1]).includes('"type":"issue"');
      if (!first) return carryByWeb(...request);
      held = true;
      throw new Error('held up');
    };
    wire.carry = async (...request) =>
      overtaken(...request).catch((error) => ({ status: 503, body: Buffer.from(String(error)) }));
    await round(a, wire);
    const waits = (await inboxOf(b.context.whole.queries, a.id, 1)).map(({ state }) => state);
    wire.carry = carryByWeb;
    await settle(1, 4);
    expect([held, ...waits]).toEqual([true, 'waiting']);
    const { notice: came } = await readNotice(b.context, sent.id, HAND);
    expect(came.notice.texts.en?.headline).toBe('Higher still');
    await settle(31, 3);
    await settle();
    for (const node of nodes()) {
      const { escalations } = (await readNotice(node.context, sent.id, HAND)).notice;
      const told = (party: string) =>
        escalations.filter((one) => one.party === party).flatMap((one) => one.told.map(({ name }) => name));
      expect([...new Set(told('XT'))]).toEqual(['harbour', 'chief']);
      expect(told('XL')).toContain('Hill desk');
    }
  });
});
