import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePages } from './pages.ts';
import { answerProblems } from './problems.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-pages-'));
const app = Fastify();

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Servanda</title>');
  writeFileSync(join(folder, 'assets/index-3f2a.js'), 'export {};');
  writeFileSync(join(folder, '.sources'), 'hash');
  answerProblems(app, () => {});
  app.get('/api/thing', () => ({ ok: true }));
  await servePages(app, folder);
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

test('built files are kept by the browser for good, the first page is asked for each time', async () => {
  expect((await app.inject('/assets/index-3f2a.js')).headers['cache-control']).toContain('immutable');
  expect((await app.inject('/')).headers['cache-control']).toBe('no-cache');
});

test('an address of the pages starts the pages, whatever stands in it', async () => {
  for (const url of ['/commitments?kind=support', '/reader/0192-af?at=12', '/commitments/', '/%E1%BA%A1']) {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.headers['content-type']], url).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers['cache-control']).toBe('no-cache');
  }
});

test('a missing file or part of the API is missing, and hidden files stay hidden', async () => {
  for (const url of ['/assets/gone.js', '/api/gone', '/api', '/.sources', '/../package.json']) {
    const answer = await app.inject(url);
    expect(answer.statusCode, url).toBe(404);
    expect(answer.json().code).toBe('not-found');
  }
  expect((await app.inject({ method: 'POST', url: '/commitments' })).statusCode).toBe(404);
});
