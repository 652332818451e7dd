import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addPerson,
  addToken,
  addUnit,
  addWebhook,
  assignTasks,
  atSeat,
  type Context,
  changeWork,
  decide,
  deliverWebhooks,
  endPost,
  holdPost,
  importFiles,
  listCommitments,
  listTokens,
  listWebhooks,
  listWorks,
  openDatabase,
  resendDelivery,
  revokeToken,
  setUp,
} from '../operations/index.ts';
import type { Role, TokenScope } from '../register/index.ts';
import { buildApp } from './app.ts';

const JOINT = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Ostra, 12 March 2025

1. The two sides agreed to open the border gate of Norrin before 30 June 2026.
`;
const SECRET = 'DIRECTIVE\n\n1. The Zebrin Bureau shall open the quiet office of Tarn before 30 June 2031.\n';
const MACHINE = { by: 'machine', party: null };

let now = Date.parse('2026-03-01T08:00:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'servanda-tokens-'));
let database: Context;
let app: FastifyInstance;
let address = '';
let here: Person;
let there: Person;
let internal = '';

interface Person {
  readonly account: string;
  readonly holding: string;
  readonly unit: string;
}

async function person(party: string, role: Role): Promise<Person> {
  const blank = { parent: null, from: null, until: null, successor: null, entity: null };
  const unit = await addUnit(database, MACHINE, { party, names: { en: [`Office ${party}`] }, ...blank });
  const { id } = await addPerson(
    database,
    { ...MACHINE, party },
    { name: party, mail: `${party}.${role}@ostra.example` },
  );
  const post = { account: id, unit: unit.id, role, from: '2026-01-01', until: null };
  return { account: id, unit: unit.id, holding: await holdPost(database, MACHINE, post) };
}

const tokenOf = ({ account, holding }: Person, scopes: readonly TokenScope[], days = 30) =>
  addToken(database, { account, holding, name: 'assistant', scopes, days });

const ask = (token: string, url: string, payload?: object) =>
  app.inject({
    url,
    method: payload ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}` },
    ...(payload && { payload }),
  });

beforeAll(async () => {
  database = await openDatabase({ folder, clock: { now: () => new Date(now).toISOString() } });
  app = await buildApp({ database, version: '1', pages: null, hosts: [], report: (_, error) => console.error(error) });
  const first = { name: 'Ana Korvel', mail: 'ana@ilmara.example', password: 'correct horse, battery' };
  await setUp(database, { ...first, party: 'XL', unit: 'Ministry', language: 'en' });
  here = await person('XL', 'secretariat');
  there = await person('XT', 'secretariat');
  const bytes = (text: string) => new TextEncoder().encode(text);
  const seat = { hand: here.holding, role: 'secretariat', party: 'XL', unit: here.unit, units: [here.unit] } as const;
  const own = atSeat(database, seat);
  const files = [
    { name: 'joint.txt', bytes: bytes(JOINT) },
    { name: 'directive.txt', bytes: bytes(SECRET) },
  ];
  await importFiles(own, { files, by: seat.hand });
  internal = (await listCommitments(own, { q: 'quiet office' })).rows[0]?.id ?? '';
  await app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a token does what its scopes allow, from its seat, and nothing that belongs to a person', async () => {
  const { token } = await tokenOf(here, ['read']);
  expect((await ask(token, '/api/works')).json().works).toHaveLength(2);
  const first = await ask(token, '/api/commitments?limit=1&kind=commitment');
  const [, next = ''] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? [];
  expect(next).toMatch(/^\/api\/commitments\?kind=commitment&limit=1&cursor=[\w-]+$/);
  const second = await ask(token, next);
  expect(second.json().rows[0].id).not.toBe(first.json().rows[0].id);
  expect((await ask(token, next.replace('kind=commitment', 'kind=support'))).json().details.field).toBe('cursor');
  expect((await ask(token, '/api/commitments')).headers.link).toBeUndefined();
  const row = (await ask(token, '/api/commitments')).json().rows[0];
  const decision = { type: 'confirm', version: row.version };
  expect((await ask(token, `/api/commitments/${row.id}/decisions`, decision)).json().code).toBe('scope-missing');
  for (const url of ['/api/account/tokens', '/api/account/totp/start', '/api/session/seat', '/api/session/end']) {
    const answer = await ask(token, url, url.endsWith('tokens') ? undefined : {});
    expect(answer.json().code, url).toBe('seat-may-not');
  }
  const acting = await tokenOf(here, ['read', 'act']);
  const confirmed = await ask(acting.token, `/api/commitments/${row.id}/decisions`, decision);
  expect(confirmed.json()).toMatchObject({ decision: 'confirmed' });
  expect(confirmed.json().history.at(-1).by).toBe(here.holding);
  const admin = await tokenOf(here, ['admin']);
  expect((await ask(admin.token, '/api/people')).json().code).toBe('seat-may-not');
  expect((await ask(admin.token, '/api/works')).json().code).toBe('scope-missing');
});

test('a token of the other side sees nothing of this one', async () => {
  const { token } = await tokenOf(there, ['read', 'propose', 'act', 'admin']);
  expect((await ask(token, '/api/works')).json().works).toHaveLength(1);
  expect((await ask(token, `/api/commitments/${internal}`)).statusCode).toBe(404);
});

test('a token ends when it is revoked, with its days, and with the post it acts from', async () => {
  const [revoked, expired, shortly] = [
    await tokenOf(here, ['read']),
    await tokenOf(here, ['read'], 1),
    await person('XL', 'reader'),
  ];
  const { token } = await tokenOf(shortly, ['read'], 300);
  await revokeToken(database, here.account, revoked.id);
  expect((await ask(revoked.token, '/api/works')).json().code).toBe('token-refused');
  await expect(revokeToken(database, there.account, expired.id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    addToken(database, { ...shortly, holding: here.holding, name: 'x', scopes: ['read'], days: 1 }),
  ).rejects.toMatchObject({ code: 'seat-may-not' });
  await endPost(database, MACHINE, { holding: shortly.holding, until: '2026-03-01', to: null });
  now += 2 * 86_400_000;
  for (const one of [expired.token, token, 'servanda_made-up', '']) {
    const answer = await ask(one, '/api/works');
    expect(answer.json().code).toBe('token-refused');
    expect(answer.headers['www-authenticate']).toContain('Bearer');
  }
  const listed = await listTokens(database, here.account);
  expect(listed.find(({ id }) => id === revoked.id)?.state).toBe('revoked');
  expect(listed.find(({ id }) => id === expired.id)?.state).toBe('expired');
  expect(JSON.stringify(listed)).not.toContain(revoked.token);
});

async function assistant(token: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`), { requestInit }) as never);
  return client;
}

const found = async (client: Client, name: string, input: object) =>
  (await client.callTool({ name, arguments: input as Record<string, unknown> })) as {
    isError?: boolean;
    structuredContent?: Record<string, never[]>;
    content: { text: string }[];
  };

test('an assistant searches, reads and cites what the seat may see', async () => {
  const client = await assistant((await tokenOf(here, ['read'])).token);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'search_commitments',
    'get_commitment',
    'search_texts',
    'thread',
    'overdue',
    'my_tasks',
  ]);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  const search = await found(client, 'search_commitments', { q: 'border gate' });
  const [first] = (search.structuredContent?.commitments ?? []) as unknown as {
    id: string;
    quote: string;
    address: string;
  }[];
  expect(first?.quote).toContain('border gate of Norrin');
  expect(first?.address).toBe(`${address}/commitments/${first?.id}`);
  const one = await found(client, 'get_commitment', { id: first?.id });
  expect(one.content[0]?.text).toContain('"sha256"');
  expect((await found(client, 'search_texts', { q: 'zebrin' })).content[0]?.text).toContain('quiet office');
  expect((await found(client, 'overdue', {})).isError).toBeFalsy();
  const lead = {
    party: 'XL',
    audience: 'own-side',
    parent: null,
    lead: here.unit,
    coordinators: [],
    every: null,
  } as const;
  const words = ['the agencies concerned', 'the localities'];
  const given = { ...lead, title: 'Open the gate', commitments: [first?.id ?? ''], unresolved: words, due: null };
  const keeper = { hand: here.holding, role: 'secretariat', party: 'XL', unit: here.unit, units: [here.unit] } as const;
  const [task] = await assignTasks(atSeat(database, keeper), [given], keeper);
  const mine = (await found(client, 'my_tasks', {})).structuredContent as unknown;
  expect(mine).toMatchObject({
    tasks: [
      {
        id: task,
        title: 'Open the gate',
        owed: [{ kind: 'resolve' }, { kind: 'resolve' }],
        address: `${address}/tasks/${task}`,
      },
    ],
  });
  expect((await found(client, 'thread', { id: first?.id })).isError).toBeFalsy();
  expect((await found(client, 'search_commitments', { limit: 'many' })).isError).toBe(true);
  await client.close();
});

test('an assistant with the other side’s token learns nothing of this one, and nobody asks without a token', async () => {
  const client = await assistant((await tokenOf(there, ['read'])).token);
  for (const name of ['get_commitment', 'thread']) {
    const answer = await found(client, name, { id: internal });
    expect(answer.isError, name).toBe(true);
  }
  for (const [name, q] of [
    ['search_commitments', 'quiet office'],
    ['search_texts', 'zebrin'],
  ] as const) {
    const { content } = await found(client, name, { q });
    expect(content[0]?.text, name).not.toContain('Zebrin');
  }
  await client.close();
  await expect(assistant('servanda_made-up')).rejects.toThrow();
  await expect(assistant((await tokenOf(here, ['act'])).token)).rejects.toThrow();
  const bare = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  expect((await app.inject({ method: 'POST', url: '/mcp', payload: bare })).statusCode).toBe(401);
});

test('messages that are none are refused as the protocol says', async () => {
  const { token } = await tokenOf(here, ['read']);
  const codeOf = async (payload: object) => (await ask(token, '/mcp', payload)).json().error?.code;
  expect(await codeOf([])).toBe(-32600);
  expect(await codeOf({ jsonrpc: '2.0', id: 1, method: 'resources/list' })).toBe(-32601);
  expect(await codeOf({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'drop' } })).toBe(-32602);
  expect((await ask(token, '/mcp', { jsonrpc: '2.0', method: 'notifications/initialized' })).statusCode).toBe(202);
  expect((await ask(token, '/mcp')).statusCode).toBe(405);
});

test('an address is told, signed, of what its seat may see; again until it goes through; and dead at last', async () => {
  const url = 'https://hooks.ostra.example/in';
  const events = ['commitment', 'work'] as const;
  const mine = await addWebhook(database, { account: here.account, holding: here.holding, url, events });
  const theirs = await addWebhook(database, { account: there.account, holding: there.holding, url, events });
  const sent: { body: string; headers: Readonly<Record<string, string>> }[] = [];
  let status = 200;
  const send = async (_: string, body: string, headers: Readonly<Record<string, string>>) => {
    sent.push({ body, headers });
    return status;
  };
  const seat = { hand: here.holding, role: 'secretariat', party: 'XL', unit: here.unit, units: [here.unit] } as const;
  const own = atSeat(database, seat);
  const row = (await listCommitments(own, { q: 'quiet office' })).rows[0];
  await decide(own, { id: internal, version: row?.version ?? 0, by: seat.hand, type: 'confirm' });
  expect(await deliverWebhooks(database, send)).toBe(1);
  const [first] = sent.splice(0);
  expect(JSON.parse(first?.body ?? '')).toMatchObject({ type: 'commitment.changed', data: { id: internal } });
  expect(first?.body).not.toContain('Zebrin');
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = first?.headers ?? {};
  const key = Buffer.from(mine.secret.slice('whsec_'.length), 'base64');
  expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${id}.${at}.${first?.body}`).digest('base64')}`);
  const hidden = (await listWebhooks(database, there.account)).find((one) => one.id === theirs.id);
  expect(hidden?.deliveries).toMatchObject([{ state: 'hidden', item: '' }]);

  status = 503;
  const joint = (await listWorks(own)).find(({ side }) => side === null);
  await changeWork(own, { id: joint?.id ?? '', version: joint?.version ?? 0, by: seat.hand, title: 'Joint statement' });
  let tries = 0;
  for (let round = 0; round < 20; round++) {
    await deliverWebhooks(database, send);
    tries += sent.splice(0).length;
    now += 86_400_000;
  }
  expect(tries).toBe(2 * 9);
  const [dead] = (await listWebhooks(database, here.account)).find((one) => one.id === mine.id)?.deliveries ?? [];
  expect(dead).toMatchObject({ state: 'dead', kind: 'work', failure: 'HTTP 503', attempts: 9 });
  await expect(resendDelivery(database, there.account, dead?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  await resendDelivery(database, here.account, dead?.id ?? '');
  status = 410;
  await deliverWebhooks(database, send);
  const [ended] = await listWebhooks(database, here.account);
  expect(ended?.endedAt).not.toBeNull();
});

test('no address of a private network is told, however it is written, and none is followed there', async () => {
  const ask = (url: string) =>
    addWebhook(database, { account: here.account, holding: here.holding, url, events: ['work'] });
  const inside = [
    ...[
      'http://hooks.ostra.example/',
      'https://localhost/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
    ],
    ...[
      'https://10.1.2.3/',
      'https://169.254.169.254/latest',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://[fd00::1]/',
    ],
    ...['https://db.internal/', 'ftp://hooks.ostra.example/', 'https://me:secret@hooks.ostra.example/', 'no address'],
  ];
  for (const url of inside) await expect(ask(url), url).rejects.toMatchObject({ code: 'input-invalid' });
});
