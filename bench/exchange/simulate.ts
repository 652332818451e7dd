/**
 * Two nodes on two ports, with an hour of traffic on a clock that is moved by hand, and everything a link can do to it. Prints
 * what was counted; exits with 1 where something was lost, is there twice, or left that was to stay.
 *
 * node bench/exchange/simulate.ts [minutes] [seed]
 */
import { PGlite } from '@electric-sql/pglite';
import { connect, exchangeKeys, inboxNumbers, inboxOf, outboxOf, PGLITE_OPTIONS } from '../../src/db/index.ts';
import { editHash, runOf } from '../../src/exchange/index.ts';
import {
  addOwnKey,
  backup,
  type Carry,
  carryByWeb,
  endOwnKey,
  makeBundle,
  putInOutbox,
  restore,
  takeBundle,
} from '../../src/operations/index.ts';
import {
  introduce,
  newWire,
  round,
  startNode,
  stopNode,
  type TestNode,
  time,
  trustKeys,
} from '../../test/exchange/nodes.ts';

process.env.SERVANDA_EXCHANGE_PLAIN = '1';
const MINUTES = Number(process.argv[2] ?? 60);
let seed = Number(process.argv[3] ?? 1);
const SECRET = 'WHAT STAYS AT HOME';
/** Mulberry32: the same seed gives the same hour. */
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const counts: Record<string, number> = {};
const count = (what: string, more = 1) => {
  counts[what] = (counts[what] ?? 0) + more;
};

const late: (() => Promise<unknown>)[] = [];
let cutUntil = 0;
/** What the link does to a request: mostly nothing. */
const faults: Carry = async (...request) => {
  const [address, body, headers] = request;
  const luck = random();
  if (time.now < cutUntil) {
    count('requests while the link was cut');
    throw new Error('cut');
  }
  if (luck < 0.05) {
    count('answers lost');
    await carryByWeb(...request);
    throw new Error('answer lost');
  }
  if (luck < 0.1) {
    count('doubled');
    const answer = await carryByWeb(...request);
    await carryByWeb(...request);
    return answer;
  }
  if (luck < 0.15) {
    count('delayed and overtaken');
    late.push(() => carryByWeb(...request));
    throw new Error('timeout');
  }
  if (luck < 0.2) {
    count('tampered with');
    const changed = Buffer.from(body);
    const at = Math.floor(random() * changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 7));
    return carryByWeb(address, changed, headers);
  }
  if (random() < 0.03) {
    cutUntil = time.now + 60_000 * (1 + random() * 8);
    count('cuts');
  }
  return carryByWeb(...request);
};

const open = async () => connect({ pglite: await PGlite.create(PGLITE_OPTIONS) });
const [a, b] = [await startNode(await open(), 'xl', 'XL'), await startNode(await open(), 'xt', 'XT')];
await introduce(a, b);
const wire = newWire();
wire.carry = faults;
const said = new Set<string>();
let number = 0;

async function say(from: TestNode, to: TestNode): Promise<void> {
  const made = {
    thing: `s${++number}`,
    party: from.party,
    at: from.context.clock.now(),
    parents: [],
    content: { title: `No ${number}` },
  };
  const data = { kind: 'edit', edit: editHash(made), ...made };
  const message = { partner: to.id, type: 'servanda.session', subject: made.thing, class: 'shared' } as const;
  const put = (words: Record<string, unknown>) =>
    from.context.whole.write((queries) =>
      putInOutbox(queries, { ...message, data: words, at: made.at, by: 'officer' }),
    );
  said.add(await put(data));
  count('messages said');
  await put({ ...data, internal: SECRET }).catch(() => count('held back by the gate'));
}

async function rotate(node: TestNode, other: TestNode): Promise<void> {
  const [old] = (await exchangeKeys(node.context.whole.queries)).filter(({ ends_at }) => ends_at === null);
  await addOwnKey(node.context, 'administrator');
  await trustKeys(other, node);
  for (let turn = 0; turn < 4; turn++) await rounds(false);
  await endOwnKey(node.context, { key: old?.id ?? '', lost: false });
  count('keys changed');
}

async function rounds(withFaults = true): Promise<void> {
  wire.carry = withFaults ? faults : carryByWeb;
  for (const node of [a, b]) await round(node, wire);
  if (random() < 0.3) for (const send of late.splice(0).toReversed()) await send().catch(() => undefined);
  time.now += 20_000;
}

let saved = await Array.fromAsync(backup(a.context));
for (let minute = 0; minute < MINUTES; minute++) {
  for (let turn = 0; turn < 3; turn++) {
    if (random() < 0.6) await say(a, b);
    if (random() < 0.6) await say(b, a);
    await rounds();
  }
  if (minute % 20 === 7) await rotate(minute % 40 === 7 ? a : b, minute % 40 === 7 ? b : a);
  if (minute % 15 === 5) saved = await Array.fromAsync(backup(a.context));
  if (minute % 30 === 17) {
    // Killed at any moment; what was only ever in its own store since the backup went with it.
    const gone = await outboxOf(a.context.whole.queries, b.id, ['queued', 'waiting'], 10_000);
    const there = new Set((await inboxOf(b.context.whole.queries, a.id, 100_000)).map(({ id }) => id));
    const before = new Set<string>();
    await restore(
      a.context,
      (async function* () {
        yield* saved;
      })(),
      { replace: true },
    );
    for (const { id } of await outboxOf(a.context.whole.queries, b.id, ['queued', 'waiting', 'delivered'], 100_000))
      before.add(id);
    for (const { id } of gone)
      if (!there.has(id) && !before.has(id) && said.delete(id)) count('never left the killed node');
    count('nodes restored from a backup');
  }
  if (minute % 25 === 12) {
    await takeBundle(b.context, await makeBundle(a.context, b.id, 'officer'));
    await takeBundle(a.context, await makeBundle(b.context, a.id, 'officer'));
    count('couriers', 2);
  }
}
cutUntil = 0;
for (let turn = 0; turn < 40; turn++) {
  await rounds(false);
  time.now += 3_600_000;
}

const problems: string[] = [];
const came = new Map<string, number>();
for (const [node, from] of [
  [b, a],
  [a, b],
] as const) {
  for (const { id, state } of await inboxOf(node.context.whole.queries, from.id, 100_000)) {
    came.set(id, (came.get(id) ?? 0) + 1);
    if (state !== 'done') problems.push(`${id} was not taken up`);
  }
  const { missing } = runOf(await inboxNumbers(node.context.whole.queries, from.id));
  if (missing.length > 0) problems.push(`gaps at ${node.id}: ${JSON.stringify(missing)}`);
}
count('messages received', came.size);
for (const id of said) if (!came.has(id)) problems.push(`${id} was lost`);
for (const [id, times] of came) if (times > 1) problems.push(`${id} is there ${times} times`);
count(
  'dead letters',
  (await outboxOf(a.context.whole.queries, b.id, ['dead'], 999)).length +
    (await outboxOf(b.context.whole.queries, a.id, ['dead'], 999)).length,
);
count(
  'given back to the restored node',
  (await outboxOf(a.context.whole.queries, b.id, ['delivered'], 100_000)).filter(({ via }) => via === 'returned')
    .length,
);
if (wire.seen.some((text) => text.includes(SECRET))) problems.push('internal words were on the wire');
count('texts seen on the wire', wire.seen.length);
console.log(JSON.stringify({ minutes: MINUTES, ...counts, problems }, null, 2));
await stopNode(a);
await stopNode(b);
process.exit(problems.length > 0 ? 1 : 0);
