import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  attachmentBytes,
  exchangeKeys,
  exchangeLog,
  inboxNumbers,
  inboxOf,
  insertAttachment,
  outboxOf,
  partnerById,
  partnerKeys,
} from '../../src/db/index.ts';
import { editHash, hashOf, runOf } from '../../src/exchange/index.ts';
import {
  addOwnKey,
  backup,
  type Carry,
  carryByWeb,
  endOwnKey,
  exportExchangeLog,
  makeBundle,
  putInOutbox,
  restore,
  revokePartnerKey,
  takeBundle,
  verifyHistory,
} from '../../src/operations/index.ts';
import { onEveryDatabase } from '../store/databases.ts';
import { introduce, newWire, round, startNode, stopNode, type TestNode, time, trustKeys, type Wire } from './nodes.ts';

const VERIFIER = join(import.meta.dirname, '../../bin/verify-exchange.mjs');
const SECRET = 'WHAT STAYS AT HOME';

onEveryDatabase('two nodes', (open) => {
  let [here, there]: TestNode[] = [];
  let wire: Wire;
  let said = 0;
  const plain = process.env.SERVANDA_EXCHANGE_PLAIN;
  beforeAll(async () => {
    process.env.SERVANDA_EXCHANGE_PLAIN = '1';
    wire = newWire();
    here = await startNode(await open(), 'xl', 'XL');
    there = await startNode(await open(), 'xt', 'XT');
    await introduce(here, there);
  });
  afterAll(async () => {
    for (const node of [here, there]) if (node !== undefined) await stopNode(node);
    if (plain === undefined) delete process.env.SERVANDA_EXCHANGE_PLAIN;
    else process.env.SERVANDA_EXCHANGE_PLAIN = plain;
  });
  beforeEach(() => {
    wire.carry = carryByWeb;
  });

  const nodes = () => ({ here: here as TestNode, there: there as TestNode });
  const say = async (from: TestNode, to: TestNode, title = `Session ${++said}`) => {
    const made = { thing: `s${said}`, party: from.party, at: '2026-11-22T08:00:00Z', parents: [], content: { title } };
    const data = { kind: 'edit', edit: editHash(made), ...made };
    return from.context.whole.write((queries) =>
      putInOutbox(queries, {
        ...{ partner: to.id, type: 'servanda.session', subject: `s${said}`, class: 'shared', data },
        ...{ at: from.context.clock.now(), by: 'h-secret-officer' },
      }),
    );
  };
  /** Rounds of both until nothing waits any more, or so many were not enough. */
  const settle = async (most = 12) => {
    for (let turn = 0; turn < most; turn++) {
      for (const node of Object.values(nodes())) await round(node, wire);
      time.now += 61_000;
      const waiting = await Promise.all(
        [[nodes().here, nodes().there] as const, [nodes().there, nodes().here] as const].map(([from, to]) =>
          outboxOf(from.context.whole.queries, to.id, ['queued', 'waiting'], 500),
        ),
      );
      if (waiting.flat().length === 0 && turn > 0) return;
    }
  };
  const got = async (node: TestNode, from: TestNode) =>
    (await inboxOf(node.context.whole.queries, from.id, 500)).map(({ id }) => id);
  const same = async () => {
    for (const [from, to] of [
      [nodes().here, nodes().there],
      [nodes().there, nodes().here],
    ] as const) {
      const sent = await outboxOf(from.context.whole.queries, to.id, ['delivered'], 500);
      expect((await got(to, from)).sort()).toEqual(sent.map(({ id }) => id).sort());
      const came = await inboxOf(to.context.whole.queries, from.id, 500);
      expect(came.filter(({ state }) => state !== 'done')).toEqual([]);
      expect(runOf(await inboxNumbers(to.context.whole.queries, from.id)).missing).toEqual([]);
    }
  };

  test('a message goes once, is answered with a signed receipt, and both logs hold', async () => {
    const { here: a, there: b } = nodes();
    const id = await say(a, b);
    await settle();
    const [sent] = await outboxOf(a.context.whole.queries, b.id, ['delivered'], 5);
    expect(sent).toMatchObject({ id, sequence: 1, via: 'link', failure: null });
    const [message] = await inboxOf(b.context.whole.queries, a.id, 5);
    expect([message?.state, message?.envelope, message?.receipt]).toEqual(['done', sent?.envelope, sent?.receipt]);
    expect((await exchangeLog(b.context.whole.queries, a.id)).map(({ body }) => body.type)).toContain('received');
    for (const { context } of [a, b]) expect((await verifyHistory(context)).breaches).toEqual([]);
  });

  test('with the link cut, messages doubled, out of order, late and tampered with: nothing is lost, nothing is there twice', async () => {
    const { here: a, there: b } = nodes();
    const late: (() => Promise<unknown>)[] = [];
    let turn = 0;
    const faults: Carry[] = [
      async () => Promise.reject(new Error('cut')),
      // It arrives, and the receipt is lost.
      async (...request) => carryByWeb(...request).then(() => Promise.reject(new Error('cut after'))),
      // It arrives twice; the second has been answered already.
      async (...request) =>
        carryByWeb(...request).then(async (answer) => ({ ...answer, again: (await carryByWeb(...request)).status })),
      // It is held up and overtaken.
      async (...request) => {
        late.push(() => carryByWeb(...request));
        throw new Error('timeout');
      },
      // One byte is another.
      async (address, body, headers) => {
        const changed = Buffer.from(body);
        changed[Math.floor(changed.length / 2)] = (changed[Math.floor(changed.length / 2)] ?? 0) ^ 1;
        return carryByWeb(address, changed, headers);
      },
      carryByWeb,
    ];
    wire.carry = (...request) => (faults[turn++ % faults.length] as Carry)(...request);
    for (let index = 0; index < 12; index++) {
      await say(a, b);
      await say(b, a);
      if (index % 3 === 0) await settle(1);
    }
    await settle(6);
    for (const send of late.toReversed()) await send().catch(() => undefined);
    wire.carry = carryByWeb;
    time.now += 7_200_000;
    await settle();
    await same();
    expect(await got(b, a)).toHaveLength(13);
  });

  test('a request recorded and sent again, for another node, or with a key nobody trusts, is refused by its rule', async () => {
    const { here: a, there: b } = nodes();
    let recorded: Parameters<Carry> | null = null;
    wire.carry = (...request) => {
      if (request[0].endsWith('/messages')) recorded = request;
      return carryByWeb(...request);
    };
    await say(a, b);
    await settle();
    const ruleOf = async (...request: Parameters<Carry>) => {
      const { status, body } = await carryByWeb(...request);
      return [status, (JSON.parse(Buffer.from(body).toString()) as { details: { rule: string } }).details.rule];
    };
    const [address, body, headers] = recorded as unknown as Parameters<Carry>;
    const [kept, created] = [time.now, Number(/created=(\d+)/.exec(headers['signature-input'] ?? '')?.[1]) * 1000];
    time.now = created + 301_000;
    expect(await ruleOf(address, body, headers)).toEqual([401, 'expired']);
    time.now = created + 1_000;
    expect(await ruleOf(address, body, headers)).toEqual([401, 'nonce-used']);
    expect(await ruleOf(`${a.address}/exchange/v1/messages`, body, headers)).toEqual([401, 'key-unknown']);
    expect(await ruleOf(address, Buffer.from('{}'), headers)).toEqual([401, 'digest']);
    expect(await ruleOf(address, body, { ...headers, signature: '' })).toEqual([401, 'form']);
    expect(await ruleOf(address, body, { 'content-type': 'application/json' })).toEqual([401, 'missing']);
    time.now = kept;
  });

  test('keys are changed with an overlap: the old one signs until the new one is trusted, a revoked one counts for nothing', async () => {
    const { here: a, there: b } = nodes();
    const [old] = await exchangeKeys(a.context.whole.queries);
    await addOwnKey(a.context, 'administrator');
    await say(a, b);
    await settle();
    expect((await partnerKeys(b.context.whole.queries, a.id)).map(({ state }) => state).sort()).toEqual([
      'offered',
      'trusted',
    ]);
    await trustKeys(b, a);
    await settle();
    await endOwnKey(a.context, { key: old?.id ?? '', lost: false });
    await revokePartnerKey(b.context, { partner: a.id, key: old?.id ?? '' }, 'administrator');
    await say(a, b);
    await settle();
    await same();
    const [last] = await inboxOf(b.context.whole.queries, a.id, 1);
    expect(last?.envelope).not.toContain(Buffer.from(`"kid":"${old?.id}"`).toString('base64url').slice(2, -4));
  });

  test('a node restored from a backup gets back what it had sent and received since, and gives no number twice', async () => {
    const { here: a, there: b } = nodes();
    const saved = await Array.fromAsync(backup(a.context));
    const lost = [await say(a, b), await say(a, b)];
    await addOwnKey(b.context, 'administrator');
    await trustKeys(a, b);
    const [late] = await exchangeKeys(b.context.whole.queries);
    await revokePartnerKey(a.context, { partner: b.id, key: late?.id ?? '' }, 'administrator');
    await say(b, a);
    await settle();
    await restore(
      a.context,
      (async function* () {
        yield* saved;
      })(),
      { replace: true },
    );
    expect(await outboxOf(a.context.whole.queries, b.id, ['delivered'], 500)).not.toContainEqual(
      expect.objectContaining({ id: lost[0] }),
    );
    const states = (await partnerKeys(a.context.whole.queries, b.id)).map(({ key_id, state }) => [key_id, state]);
    expect(states).toContainEqual([late?.id, 'revoked']);
    await say(a, b);
    time.now += 120_000;
    await settle();
    await settle();
    await same();
    const sent = await outboxOf(a.context.whole.queries, b.id, ['delivered'], 500);
    expect(
      sent
        .filter(({ via }) => via === 'returned')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(lost.toSorted());
    expect((await partnerById(a.context.whole.queries, b.id))?.sealed).toBe(sent.length);
    expect((await verifyHistory(a.context)).breaches).toEqual([]);
  });

  test('with no link at all the same messages go as one signed file, out and back, each once, and not when it was touched', async () => {
    const { here: a, there: b } = nodes();
    wire.carry = () => Promise.reject(new Error('no link'));
    const id = await say(a, b);
    const carried = await makeBundle(a.context, b.id, 'officer');
    expect((await takeBundle(b.context, carried)).messages).toMatchObject([{ outcome: 'taken', reason: null }]);
    expect((await takeBundle(b.context, carried)).messages).toMatchObject([{ outcome: 'known' }]);
    expect(await takeBundle(a.context, await makeBundle(b.context, a.id, 'officer'))).toMatchObject({ receipts: 1 });
    expect((await outboxOf(a.context.whole.queries, b.id, ['delivered'], 1))[0]).toMatchObject({ id, via: 'file' });
    const files = unzipSync(carried);
    const [name = ''] = Object.keys(files).filter((one) => one.startsWith('messages/'));
    for (const changed of [
      { ...files, [name]: Buffer.from('{}') },
      { ...files, 'messages/9999999999.json': Buffer.from('{}') },
      { ...files, '../outside': Buffer.from('x') },
      { [name]: files[name] as Uint8Array },
    ]) {
      await expect(takeBundle(b.context, zipSync(changed))).rejects.toMatchObject({ code: 'message-refused' });
    }
    await expect(takeBundle(a.context, carried)).rejects.toMatchObject({ details: { rule: 'not-for-us' } });
    for (const bytes of [new Uint8Array(), carried.slice(0, 90), Buffer.from('PK\x03\x04')]) {
      await expect(takeBundle(b.context, bytes)).rejects.toMatchObject({ details: { rule: 'bundle-form' } });
    }
    wire.carry = carryByWeb;
    time.now += 120_000;
    await settle();
    await same();
  });

  test('a third person checks the log of either node with fifty lines of code, and finds whatever was touched', async () => {
    const { here: a, there: b } = nodes();
    expect(readFileSync(VERIFIER, 'utf8').trim().split('\n').length).toBeLessThanOrEqual(50);
    const { verifyExchange } = (await import(VERIFIER)) as {
      verifyExchange: (text: string) => { faults: string[]; messages: number };
    };
    for (const [node, partner] of [
      [a, b],
      [b, a],
    ] as const) {
      const lines = await Array.fromAsync(exportExchangeLog(node.context, partner.id));
      const { faults, messages } = verifyExchange(lines.join(''));
      expect([faults, messages > 10]).toEqual([[], true]);
      const at = lines.findIndex((line) => line.startsWith('{"message"'));
      const touched = [
        lines.with(at, (lines[at] ?? '').replace('Session', 'Cession')),
        lines.toSpliced(at, 1),
        lines.toSpliced(at - 1, 2),
        lines.with(at - 1, (lines[at - 1] ?? '').replace('"by":"exchange"', '"by":"another"')),
      ];
      for (const change of touched) expect(verifyExchange(change.join('')).faults.length).toBeGreaterThan(0);
    }
  });

  test('a third node works the same way, and the two know nothing of what it exchanges with one of them', async () => {
    const { here: a, there: b } = nodes();
    const third = await startNode(await open(), 'joint', 'XL');
    await introduce(a, third);
    const before = await got(b, a);
    await say(a, third);
    await say(third, a);
    for (const node of [a, third, a, third]) {
      await round(node, wire);
      time.now += 61_000;
    }
    expect([(await got(third, a)).length, (await got(a, third)).length]).toEqual([1, 1]);
    expect(await got(b, a)).toEqual(before);
    await stopNode(third);
  });

  test('files of a message travel with it; those that no message names are let go, the others once they have long arrived', async () => {
    const { here: a, there: b } = nodes();
    const send = async (words: string) => {
      const bytes = Buffer.from(words);
      const note = { name: 'map.txt', type: 'text/plain', size: bytes.length, sha256: hashOf(bytes) };
      const made = { thing: words, party: 'XL', at: '2026-11-22T08:00:00Z', parents: [], content: { title: words } };
      const data = { kind: 'edit', edit: editHash(made), ...made };
      const said = {
        partner: b.id,
        type: 'servanda.session',
        subject: words,
        class: 'shared',
        data,
        by: 'one',
      } as const;
      const at = a.context.clock.now();
      await a.context.whole.write(async (queries) => {
        await insertAttachment(queries, { sha256: note.sha256, bytes, at });
        await putInOutbox(queries, { ...said, attachments: [note], at });
      });
      await settle();
      return note.sha256;
    };
    const isThere = async (sha256: string) => (await attachmentBytes(b.context.whole.queries, sha256)) !== undefined;
    const orphan = hashOf('nobody names it');
    const kept = { sha256: orphan, bytes: Buffer.from('nobody names it'), at: b.context.clock.now() };
    await insertAttachment(b.context.whole.queries, kept);
    const first = await send('first');
    expect([await isThere(first), await isThere(orphan)]).toEqual([true, true]);
    time.now += 8 * 86_400_000;
    const second = await send('second');
    expect([await isThere(first), await isThere(second), await isThere(orphan)]).toEqual([true, true, false]);
    time.now += 731 * 86_400_000;
    const third = await send('third');
    expect([await isThere(first), await isThere(second), await isThere(third)]).toEqual([false, false, true]);
  });

  test('what is internal is on no wire and in no store but its own (M04)', async () => {
    const { here: a, there: b } = nodes();
    const data = {
      thing: 'x',
      kind: 'edit',
      party: 'XL',
      at: '2026-11-22T08:00:00Z',
      content: { title: 'a', position: SECRET },
    };
    const internal = a.context.whole.write((queries) =>
      putInOutbox(queries, {
        ...{ partner: b.id, type: 'servanda.session', subject: 'x', class: 'shared', data, at: a.context.clock.now() },
        by: 'h',
      }),
    );
    await expect(internal).rejects.toMatchObject({ code: 'release-refused', details: { field: 'content.position' } });
    await settle();
    const all = wire.seen.join('\n');
    for (const word of [SECRET, 'h-secret-officer', 'administrator']) expect(all).not.toContain(word);
    expect(all.length).toBeGreaterThan(1_000);
  });
});
