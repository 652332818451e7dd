import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, addUnit, type Context, codeAt, holdPost, openDatabase } from '../operations/index.ts';
import { buildApp } from './app.ts';

const PASSWORD = 'correct horse, battery';
const DIRECTIVE = 'DIRECTIVE\n\n1. The Zebrin Bureau shall open the quiet office of Tarn before 30 June 2031.\n';

let now = Date.parse('2026-03-01T08:00:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'servanda-accounts-'));
let database: Context;
let app: FastifyInstance;

beforeAll(async () => {
  database = await openDatabase({ folder, clock: { now: () => new Date(now).toISOString() } });
  app = await buildApp({ database, version: '1', pages: null, hosts: [], report: (_, error) => console.error(error) });
});
afterAll(async () => {
  await app.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser: keeps its cookie, and sends along the token of its session. */
class Browser {
  cookie = '';
  csrf = '';
  async ask(method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, more: Partial<InjectOptions> = {}) {
    const headers = { cookie: this.cookie, 'x-servanda-csrf': this.csrf, ...more.headers };
    const answer = await app.inject({ method, url, ...(payload && { payload }), ...more, headers });
    const set = answer.headers['set-cookie'];
    if (typeof set === 'string') this.cookie = set.split(';')[0] ?? '';
    return answer;
  }
  async session() {
    const { csrf, ...rest } = (await this.ask('GET', '/api/session')).json();
    this.csrf = csrf ?? '';
    return rest;
  }
  async signIn(mail: string, password: string, code?: string) {
    const answer = await this.ask('POST', '/api/session', { mail, password, ...(code && { code }) });
    await this.session();
    return answer;
  }
}

const code = (answer: LightMyRequestResponse) => answer.json().code;
const admin = new Browser();
const second = new Browser();

function importText(browser: Browser, name: string, text: string): Promise<LightMyRequestResponse> {
  return sendFile(browser, '/api/imports', name, text);
}

async function sendFile(browser: Browser, url: string, name: string, text: string): Promise<LightMyRequestResponse> {
  const form = new FormData();
  form.append('files', new Blob([text]), name);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const headers = Object.fromEntries(request.headers);
  return browser.ask('POST', url, undefined, { payload: Buffer.from(await request.arrayBuffer()), headers });
}

test('without accounts the machine is open to whoever sits at it, and to nobody else', async () => {
  expect(await admin.session()).toMatchObject({ mode: 'open', person: null });
  expect((await app.inject({ url: '/api/works' })).statusCode).toBe(200);
  const elsewhere = await app.inject({ url: '/api/works', remoteAddress: '192.0.2.7' });
  expect(code(elsewhere)).toBe('sign-in-needed');
  const proxied = await app.inject({ url: '/api/works', headers: { 'x-forwarded-for': '192.0.2.7' } });
  expect(code(proxied)).toBe('sign-in-needed');
});

test('the first person becomes administrator and secretariat, and from then on everybody signs in', async () => {
  const first = {
    name: 'Ana Korvel',
    mail: 'Ana@ilmara.example',
    party: 'XL',
    unit: 'Ministry of Roads',
    language: 'en',
  };
  const weak = await admin.ask('POST', '/api/set-up', { ...first, password: 'short' });
  expect(code(weak)).toBe('password-weak');
  const guessed = await admin.ask('POST', '/api/set-up', { ...first, password: 'korvel korvel korvel' });
  expect(code(guessed)).toBe('password-weak');
  expect((await admin.ask('POST', '/api/set-up', { ...first, password: PASSWORD })).statusCode).toBe(200);
  const session = await admin.session();
  expect(session).toMatchObject({
    mode: 'accounts',
    seat: { role: 'administrator' },
    deeds: ['read', 'keep-units', 'administer', 'see-exchange', 'keep-partners'],
  });
  expect(session.seats.map(({ role }: { role: string }) => role).sort()).toEqual(['administrator', 'secretariat']);
  for (const url of ['/api/works', '/api/commitments', '/api/commitments.csv', '/api/people', '/api/openapi.json']) {
    expect(code(await app.inject({ url })), url).toBe('sign-in-needed');
  }
  const again = await new Browser().ask('POST', '/api/set-up', { ...first, password: PASSWORD });
  expect(code(again)).toBe('sign-in-needed');
});

test('a change without the token of the session, or from a page of another site, is refused', async () => {
  const person = { name: 'Mallory', mail: 'm@x.example' };
  const bare = await app.inject({
    method: 'POST',
    url: '/api/people',
    payload: person,
    headers: { cookie: admin.cookie },
  });
  expect(code(bare)).toBe('cross-site');
  const foreign = await admin.ask('POST', '/api/people', person, {
    headers: { cookie: admin.cookie, 'x-servanda-csrf': admin.csrf, origin: 'https://evil.example' },
  });
  expect(code(foreign)).toBe('cross-site');
});

test('changing the seat gives the session another token, and the old one is worth nothing', async () => {
  const old = admin.cookie;
  const { seats } = await admin.session();
  const secretariat = seats.find(({ role }: { role: string }) => role === 'secretariat');
  expect((await admin.ask('POST', '/api/session/seat', { holding: secretariat.id })).statusCode).toBe(200);
  expect(admin.cookie).not.toBe(old);
  expect(code(await app.inject({ url: '/api/works', headers: { cookie: old } }))).toBe('sign-in-needed');
  expect((await admin.session()).seat.role).toBe('secretariat');
  expect(code(await admin.ask('GET', '/api/people'))).toBe('seat-may-not');
  let job = (await importText(admin, 'directive.txt', DIRECTIVE)).json();
  while (!job.done) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    job = (await admin.ask('GET', `/api/imports/${job.id}`)).json();
  }
  const stranger = await admin.ask('POST', '/api/session/seat', { holding: 'guessed' });
  expect(code(stranger)).toBe('seat-may-not');
});

test('a token somebody planted before signing in is not taken up', async () => {
  const browser = new Browser();
  browser.cookie = 'servanda=planted';
  await browser.signIn('ana@ilmara.example', PASSWORD);
  expect(browser.cookie).not.toContain('planted');
  expect((await browser.ask('GET', '/api/works')).statusCode).toBe(200);
  const secure = await browser.ask(
    'POST',
    '/api/session',
    { mail: 'ana@ilmara.example', password: PASSWORD },
    {
      headers: { 'x-forwarded-proto': 'https' },
    },
  );
  expect(String(secure.headers['set-cookie'])).toMatch(/^__Host-servanda=.*Path=\/; HttpOnly; SameSite=Lax; Secure$/);
});

test('a second person comes in with a link, once, and a reader decides nothing', async () => {
  const { seats } = await admin.session();
  const administrator = seats.find(({ role }: { role: string }) => role === 'administrator');
  await admin.ask('POST', '/api/session/seat', { holding: administrator.id });
  await admin.session();
  const { id, link } = (
    await admin.ask('POST', '/api/people', { name: 'Ivo Danel', mail: 'ivo@ilmara.example' })
  ).json();
  const post = { unit: administrator.unit, role: 'reader', from: '2026-01-01', until: null };
  expect((await admin.ask('POST', `/api/people/${id}/posts`, post)).statusCode).toBe(200);
  expect(code(await admin.ask('POST', `/api/people/${id}/posts`, post))).toBe('input-invalid');
  expect((await second.ask('POST', '/api/invitation', { token: link, password: PASSWORD })).json()).toEqual({
    signedIn: true,
  });
  expect(code(await second.ask('POST', '/api/invitation', { token: link, password: PASSWORD }))).toBe('link-used');
  await second.session();
  const { rows } = (await second.ask('GET', '/api/commitments')).json();
  const decision = { type: 'confirm', version: 1 };
  expect(code(await second.ask('POST', `/api/commitments/${rows[0].id}/decisions`, decision))).toBe('seat-may-not');
  expect(code(await importText(second, 'x.txt', 'x'))).toBe('seat-may-not');
  expect(
    code(
      await second.ask('POST', '/api/units', {
        party: 'XL',
        names: { en: ['X'] },
        parent: null,
        from: null,
        until: null,
        successor: null,
        entity: null,
      }),
    ),
  ).toBe('seat-may-not');
});

test('a second factor is asked for once it is set up; a code is good once, a recovery code too', async () => {
  const { secret, address, sealed } = (await second.ask('POST', '/api/account/totp/start', {})).json();
  expect(address).toContain(`secret=${secret}`);
  const bytes = Buffer.from(base32Bytes(secret));
  const at = () => codeAt(bytes, Math.floor(now / 30_000));
  const confirm = await second.ask('POST', '/api/account/totp', { password: PASSWORD, sealed, code: at() });
  const { recovery } = confirm.json();
  expect(recovery).toHaveLength(10);
  const browser = new Browser();
  expect(code(await browser.signIn('ivo@ilmara.example', PASSWORD))).toBe('code-needed');
  expect(code(await browser.signIn('ivo@ilmara.example', PASSWORD, at()))).toBe('sign-in-refused');
  now += 60_000;
  expect((await browser.signIn('ivo@ilmara.example', PASSWORD, at())).statusCode).toBe(200);
  expect((await new Browser().signIn('ivo@ilmara.example', PASSWORD, recovery[0])).statusCode).toBe(200);
  expect(code(await new Browser().signIn('ivo@ilmara.example', PASSWORD, recovery[0]))).toBe('sign-in-refused');
});

test('whatever is wrong the answer is the same, and many tries make the account rest longer and longer', async () => {
  const browser = new Browser();
  const unknown = await browser.signIn('nobody@ilmara.example', PASSWORD);
  const wrong = await browser.signIn('ana@ilmara.example', 'not the password');
  expect(unknown.json()).toEqual(wrong.json());
  const tries = await Promise.all(Array.from({ length: 8 }, () => new Browser().signIn('ana@ilmara.example', 'guess')));
  expect(tries.map(code)).toContain('sign-in-refused');
  const resting = await browser.signIn('ana@ilmara.example', PASSWORD);
  expect(code(resting)).toBe('too-many-attempts');
  now += 3_700_000;
});

test('a session ends by itself, when signed out everywhere, and when the account is shut', async () => {
  const [one, other] = [new Browser(), new Browser()];
  await one.signIn('ana@ilmara.example', PASSWORD);
  await other.signIn('ana@ilmara.example', PASSWORD);
  await one.ask('POST', '/api/session/end', { everywhere: true });
  expect(code(await other.ask('GET', '/api/works'))).toBe('sign-in-needed');
  await other.signIn('ana@ilmara.example', PASSWORD);
  now += 31 * 60_000;
  expect(code(await other.ask('GET', '/api/works'))).toBe('sign-in-needed');
});

test('a seat of the other side finds nothing of a directive under any address', async () => {
  await admin.signIn('ana@ilmara.example', PASSWORD);
  const { seats } = await admin.session();
  await admin.ask('POST', '/api/session/seat', {
    holding: seats.find(({ role }: { role: string }) => role === 'secretariat').id,
  });
  const [work] = (await admin.ask('GET', '/api/works')).json().works;
  const row = (await admin.ask('GET', '/api/commitments')).json().rows[0];
  const expression = work.expressions[0].id;
  const { seat } = await admin.session();
  const given = { party: 'XL', audience: 'own-side', title: 'The Zebrin gate', commitments: [row.id], parent: null };
  const open = { coordinators: [], unresolved: [], due: null, every: null };
  const [task] = (
    await admin.ask('POST', '/api/tasks', { assignments: [{ ...given, lead: seat.unit, ...open }] })
  ).json().ids;
  await admin.ask('POST', `/api/tasks/${task}/actions`, { version: 1, body: { type: 'accept' } });
  const [file] = (await sendFile(admin, `/api/tasks/${task}/files`, 'zebrin.txt', 'quiet office')).json().files;
  const own = await admin.ask('GET', `/api/tasks/${task}/files/${file.sha256}`);
  expect([own.body, own.headers['content-type']]).toEqual(['quiet office', 'application/octet-stream']);
  const other = await otherSide();
  const urls = [
    ...['/api/tasks', `/api/tasks/${task}`, `/api/tasks/${task}/files/${file.sha256}`],
    ...[
      '/api/works',
      '/api/commitments',
      '/api/commitments?q=zebrin',
      '/api/commitments.csv',
      '/api/entities?kind=body',
    ],
    ...['/api/entities.csv?kind=body', '/api/lineage/works', '/api/version-proposals', '/api/lessons'],
    ...[`/api/works/${work.id}`, `/api/expressions/${expression}`, `/api/expressions/${expression}/file`],
    ...[`/api/expressions/${expression}/akn`, `/api/expressions/${expression}/identity`],
    ...[`/api/expressions/${expression}/scan`, `/api/expressions/${expression}/pages/1`],
    ...[`/api/commitments/${row.id}`, `/api/commitments/${row.id}/thread`, `/api/commitments/${row.id}/parallels`],
    ...[
      `/api/commitments?work=${work.id}`,
      '/api/commitments?q=%27%20or%20true%20--',
      `/api/versions/${expression}/${expression}`,
    ],
    `/api/lineage/changes?earlier=${work.id}&later=${work.id}`,
  ];
  for (const url of urls) {
    const answer = await other.ask('GET', url);
    expect(answer.statusCode, url).toBeLessThan(500);
    expect(answer.body, url).not.toMatch(/zebrin|quiet office|directive\.txt/i);
  }
  for (const [method, url, payload] of [
    ['POST', `/api/commitments/${row.id}/decisions`, { type: 'confirm', version: 1 }],
    ['POST', `/api/tasks/${task}/actions`, { version: 2, body: { type: 'resume' } }],
    ['POST', `/api/works/${work.id}/withdraw`, { version: work.version }],
    ['PATCH', `/api/works/${work.id}`, { version: work.version, side: null }],
    ['POST', `/api/expressions/${expression}/commitments`, { span: { start: 0, end: 9 } }],
  ] as const) {
    const answer = await other.ask(method, url, payload);
    expect([403, 404, 409], `${method} ${url}`).toContain(answer.statusCode);
  }
  expect((await sendFile(other, `/api/tasks/${task}/files`, 'a.txt', 'theirs')).statusCode).toBe(404);
});

test('an administrator keeps the people of their own side alone, also those without a post', async () => {
  const machine = { by: 'machine', party: 'XT' };
  const { id } = await addPerson(database, machine, { name: 'Oren Dask', mail: 'oren@tavoria.example' });
  const own = await asAdministrator();
  const { people } = (await own.ask('GET', '/api/people')).json();
  expect(people.map(({ mail }: { mail: string }) => mail)).toEqual(['ana@ilmara.example', 'ivo@ilmara.example']);
  for (const type of ['invite', 'disable', 'enable', 'totp-off']) {
    expect(code(await own.ask('POST', `/api/people/${id}/actions`, { type })), type).toBe('not-found');
  }
  const { unit } = (await own.session()).seat;
  const post = { unit, role: 'reader', from: '2026-01-01', until: null };
  expect(code(await own.ask('POST', `/api/people/${id}/posts`, post))).toBe('not-found');
});

test('nobody ends the post of the last administrator; it is handed over to somebody who can sign in', async () => {
  const own = await asAdministrator();
  const { seat } = await own.session();
  const end = (to: string | null) => own.ask('POST', `/api/holdings/${seat.id}/end`, { until: '2026-03-02', to });
  expect(code(await end(null))).toBe('last-administrator');
  const { id: invited } = (
    await own.ask('POST', '/api/people', { name: 'Uma Rell', mail: 'uma@ilmara.example' })
  ).json();
  expect(code(await end(invited))).toBe('last-administrator');
  const { people } = (await own.ask('GET', '/api/people')).json();
  const ivo = people.find(({ mail }: { mail: string }) => mail === 'ivo@ilmara.example');
  const after = (await end(ivo.id)).json();
  const posts = after.people.find(({ id }: { id: string }) => id === ivo.id).holdings;
  expect(posts).toContainEqual(expect.objectContaining({ role: 'administrator', from: '2026-03-03', until: null }));
});

async function asAdministrator(): Promise<Browser> {
  const browser = new Browser();
  await browser.signIn('ana@ilmara.example', PASSWORD);
  const { seats } = await browser.session();
  const holding = seats.find(({ role }: { role: string }) => role === 'administrator').id;
  await browser.ask('POST', '/api/session/seat', { holding });
  await browser.session();
  return browser;
}

/** The secretariat of the other side, signed in. */
async function otherSide(): Promise<Browser> {
  const keeper = { by: 'machine', party: null };
  const blank = { parent: null, from: null, until: null, successor: null, entity: null };
  const { id: unit } = await addUnit(database, keeper, { party: 'XT', names: { en: ['Office'] }, ...blank });
  const { id: account, link } = await addPerson(database, keeper, { name: 'Lina Tovar', mail: 'lina@tavoria.example' });
  await holdPost(database, keeper, { account, unit, role: 'secretariat', from: '2026-01-01', until: null });
  const browser = new Browser();
  await browser.ask('POST', '/api/invitation', { token: link, password: PASSWORD });
  expect((await browser.session()).deeds).toContain('decide');
  return browser;
}

function base32Bytes(text: string): number[] {
  const bits = [...text]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
