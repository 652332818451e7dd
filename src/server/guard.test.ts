import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guard } from './guard.ts';
import { answerProblems } from './problems.ts';

const app = Fastify();

beforeAll(async () => {
  answerProblems(app, () => {});
  await guard(app, ['register.example']);
  app.get('/thing', () => ({ ok: true }));
  app.post('/thing', () => ({ ok: true }));
});

afterAll(() => app.close());

const ask = (method: 'GET' | 'POST', headers: Record<string, string>) => app.inject({ method, url: '/thing', headers });

test('a name that another site points at this machine gets nothing', async () => {
  const refused = await ask('GET', { host: 'evil.example:4700' });
  expect(refused.statusCode).toBe(421);
  expect(refused.json()).toMatchObject({ code: 'host-unknown', details: { host: 'evil.example' } });
});

test.each([
  'localhost:4700',
  '127.0.0.1:4700',
  '[::1]:4700',
  '192.168.1.20',
  'register.example',
  'REGISTER.example:80',
])('the server answers under %s', async (host) => {
  expect((await ask('GET', { host })).statusCode).toBe(200);
});

test("a write sent by another site's page is refused", async () => {
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const refused = await ask('POST', { host: 'localhost:4700', ...(headers as Record<string, string>) });
    expect(refused.statusCode, JSON.stringify(headers)).toBe(403);
    expect(refused.json()).toMatchObject({ code: 'cross-site' });
  }
});

test('a write from our own pages, or from a program, goes through', async () => {
  for (const headers of [{ origin: 'http://localhost:4700' }, { 'sec-fetch-site': 'same-origin' }, {}]) {
    expect((await ask('POST', { host: 'localhost:4700', ...(headers as Record<string, string>) })).statusCode).toBe(
      200,
    );
  }
});

test('no script runs but our own files, and nobody frames the pages', async () => {
  const policy = (await ask('GET', {})).headers['content-security-policy'];
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('script-src');
  expect(policy).toContain("frame-ancestors 'none'");
});
