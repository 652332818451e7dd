import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { systemClock } from '../kernel/index.ts';
import { type Context, listPeople, openDatabase, setUp } from '../operations/index.ts';
import { buildApp } from './app.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-provider-'));
/** What the provider knows of people: their mail address, and whether it is verified. */
const PEOPLE: Record<string, { email: string; email_verified: boolean }> = {
  ana: { email: 'Ana@ilmara.example', email_verified: true },
  other: { email: 'ana@ilmara.example', email_verified: true },
  claimed: { email: 'ana@ilmara.example', email_verified: false },
  stranger: { email: 'stranger@ilmara.example', email_verified: true },
};

let database: Context;
let app: FastifyInstance;
let ours: string;
let theirs: Server;
let issuer: string;

beforeAll(async () => {
  // The provider says at each turn that its settings are those for trying things out.
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  database = await openDatabase({ folder, clock: systemClock });
  app = await buildApp({ database, version: '1', pages: null, hosts: [], report: (_, error) => console.error(error) });
  ours = (await app.listen({ port: 0, host: 'localhost' })).replace(/\/\/[^:/]+|\/\/\[.*\]/, '//localhost');
  theirs = createServer();
  await new Promise<void>((done) => theirs.listen(0, 'localhost', done));
  issuer = `http://localhost:${(theirs.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'servanda', client_secret: 'kept-secret', redirect_uris: [`${ours}/api/session/provider/back`] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...PEOPLE[subject] }) }),
    pkce: { required: () => true },
    cookies: { keys: ['for the test alone'] },
  });
  theirs.on('request', provider.callback());
  const first = { name: 'Ana Korvel', mail: 'ana@ilmara.example', password: 'correct horse, battery' };
  await setUp(database, { ...first, party: 'XL', unit: 'Ministry of Roads', language: 'en' });
  vi.stubEnv('SERVANDA_OIDC_ISSUER', issuer);
  vi.stubEnv('SERVANDA_OIDC_CLIENT', 'servanda');
  vi.stubEnv('SERVANDA_OIDC_SECRET', 'kept-secret');
  vi.stubEnv('SERVANDA_OIDC_NAME', 'Ministry sign-in');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await app.close();
  await database.close();
  theirs.close();
  theirs.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser as far as this needs one: cookies by host, redirects followed one by one. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Opens an address and follows it to a page; returns the address of the page, and its text. */
  async open(address: string, form?: Record<string, string>): Promise<{ address: string; text: string }> {
    let [url, body] = [new URL(address), form && new URLSearchParams(form)];
    for (let hop = 0; hop < 12; hop += 1) {
      const jar = this.#cookies.get(url.host) ?? new Map<string, string>();
      this.#cookies.set(url.host, jar);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie },
        ...(body && { method: 'POST', body }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [pair = '', ...rest] = set.split('; ');
        const at = pair.indexOf('=');
        const gone = rest.some((part) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(part));
        if (gone) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const next = answer.headers.get('location');
      if (next === null) return { address: url.href, text: await answer.text() };
      [url, body] = [new URL(next, url), undefined];
      if (url.host === new URL(ours).host && !url.pathname.startsWith('/api/')) return { address: url.href, text: '' };
    }
    throw new Error('too many redirects');
  }

  /** Goes through the provider's forms as that person. */
  async signInAs(person: string): Promise<string> {
    const asked = await this.open(`${ours}/api/session/provider`);
    const consent = await this.open(asked.address, { prompt: 'login', login: person, password: 'any' });
    return (await this.open(consent.address, { prompt: 'consent' })).address;
  }

  async session() {
    return JSON.parse((await this.open(`${ours}/api/session`)).text);
  }
}

test('the page of signing in names the provider', async () => {
  expect(await new Browser().session()).toMatchObject({ mode: 'accounts', person: null, provider: 'Ministry sign-in' });
});

test('whom the provider vouches for comes in to the account an administrator made, and again under another address', async () => {
  const ana = new Browser();
  expect(await ana.signInAs('ana')).toBe(`${ours}/`);
  const session = await ana.session();
  expect(session).toMatchObject({ person: { name: 'Ana Korvel' } });
  PEOPLE.ana = { email: 'ana.korvel@ilmara.example', email_verified: true };
  expect(await new Browser().signInAs('ana')).toBe(`${ours}/`);
  const [person] = await listPeople(database, { by: session.seats[0].id, party: 'XL' });
  expect(person?.mail).toBe('ana@ilmara.example');
});

test.each(['other', 'claimed', 'stranger'])('nobody else comes in: %s', async (person) => {
  const browser = new Browser();
  expect(await browser.signInAs(person)).toBe(`${ours}/?sign-in=refused`);
  expect((await browser.session()).person).toBeNull();
});

test('a way back that this browser did not begin, or begun by somebody else, leads nowhere', async () => {
  const refused = `${ours}/?sign-in=refused`;
  expect((await new Browser().open(`${ours}/api/session/provider/back?code=x&state=y`)).address).toBe(refused);
  const begun = new Browser();
  await begun.open(`${ours}/api/session/provider`);
  const foreign = `${ours}/api/session/provider/back?code=x&state=y&iss=${encodeURIComponent(issuer)}`;
  expect((await begun.open(foreign)).address).toBe(refused);
  expect((await begun.session()).person).toBeNull();
});

test('a provider that does not answer is said on the page', async () => {
  vi.stubEnv('SERVANDA_OIDC_ISSUER', 'http://localhost:9');
  expect((await new Browser().open(`${ours}/api/session/provider`)).address).toBe(`${ours}/?sign-in=unreachable`);
  vi.stubEnv('SERVANDA_OIDC_ISSUER', issuer);
});
