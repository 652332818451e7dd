import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Database, exchangeKeys } from '../../src/db/index.ts';
import { fingerprintOf } from '../../src/exchange/index.ts';
import { canonicalJson } from '../../src/kernel/index.ts';
import {
  addPartner,
  addPartnerKey,
  type Carry,
  type Context,
  carryByWeb,
  contextOf,
  deliverExchange,
  setNode,
  startReader,
  trustPartnerKey,
} from '../../src/operations/index.ts';
import { buildApp } from '../../src/server/index.ts';

/** A clock that is moved by hand, for all nodes together. */
export const time = { now: Date.parse('2026-11-22T08:00:00Z') };
const clock = { now: () => new Date(time.now).toISOString() };

const READER = { ...startReader(), close: async () => {} };

/** A node with a server of its own on a port of this machine. */
export interface TestNode {
  readonly id: string;
  readonly party: string;
  readonly context: Context;
  readonly address: string;
  readonly app: FastifyInstance;
}

/** Everything that went over any wire, as text; and what the wire does to it. */
export interface Wire {
  readonly seen: string[];
  carry: Carry;
}

export function newWire(): Wire {
  const wire: Wire = { seen: [], carry: carryByWeb };
  return wire;
}

/** A round of a node over a wire. */
export function round(node: TestNode, wire: Wire): ReturnType<typeof deliverExchange> {
  return deliverExchange(node.context, async (address, body, headers) => {
    wire.seen.push(Buffer.from(body).toString(), canonicalJson(headers));
    const answer = await wire.carry(address, body, headers);
    wire.seen.push(Buffer.from(answer.body).toString());
    return answer;
  });
}

export async function startNode(database: Database, name: string, party: string): Promise<TestNode> {
  const context = contextOf(database, clock, READER);
  const app = await buildApp({
    database: context,
    version: '0',
    pages: null,
    hosts: [],
    report: (_, error) => console.error(error),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const id = `urn:servanda:${name}`;
  await setNode(context, { id, name, address }, 'administrator');
  return { id, party, context, address, app };
}

/** Makes two nodes partners as two people would: keys by hand, fingerprints read to each other. */
export async function introduce(one: TestNode, other: TestNode, types: readonly string[] = []): Promise<void> {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    const { id, party, address } = there;
    const kind = here.party === there.party ? 'own-side' : 'other-side';
    const fields = { id, name: id, party, own: here.party, kind, address, types } as Parameters<typeof addPartner>[1];
    await addPartner(here.context, fields, 'administrator');
    await trustKeys(here, there);
  }
}

/** Trusts every key another node has now. */
export async function trustKeys(here: TestNode, there: TestNode): Promise<void> {
  for (const { id: key, public: open, ends_at } of await exchangeKeys(there.context.whole.queries)) {
    if (ends_at !== null) continue;
    await addPartnerKey(here.context, there.id, open, 'administrator');
    await trustPartnerKey(here.context, { partner: there.id, key, fingerprint: fingerprintOf(open) }, 'administrator');
  }
}

export async function stopNode({ app, context }: TestNode): Promise<void> {
  await app.close();
  await context.close();
}
