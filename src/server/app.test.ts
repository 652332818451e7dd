import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type Context, openDatabase } from '../operations/index.ts';
import { buildApp } from './app.ts';
import { ROUTES, type RouteName, type shapes } from './contract/index.ts';

const NAME = 'Tuyên bố chung.txt';
const TEXT = `JOINT STATEMENT

1. Both sides agreed to open the Tarn bridge before 30 June 2031.

2. Both sides agreed to study the possibility of a second crossing at Ulmwald, and to strengthen cooperation in forestry.

3. The old town hall of Ulmwald has nine windows.
`;

type Job = z.output<typeof shapes.ImportJob>;
type Row = z.output<typeof shapes.CommitmentRow>;

const folder = mkdtempSync(join(tmpdir(), 'servanda-server-'));
let database: Context;
let app: FastifyInstance;
const reported: unknown[] = [];

beforeAll(async () => {
  database = await openDatabase({ folder });
  app = await buildApp({
    ...{ database, version: '1.2.3' },
    ...{ pages: null, hosts: [], report: (_, error) => reported.push(error) },
  });
});

afterAll(async () => {
  expect(reported).toEqual([]);
  await app.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (url: string) => (await app.inject({ url })).json();
const send = (method: 'POST' | 'PATCH', url: string, payload: object) => app.inject({ method, url, payload });

async function importText(files: readonly { name: string; content: string | Uint8Array }[]): Promise<Job> {
  const form = new FormData();
  for (const { name, content } of files) form.append('files', new Blob([content as BlobPart]), name);
  const request = new Request('http://localhost/api/imports', { method: 'POST', body: form });
  const started = await app.inject({
    method: 'POST',
    url: '/api/imports',
    headers: Object.fromEntries(request.headers),
    payload: Buffer.from(await request.arrayBuffer()),
  });
  expect(started.statusCode, started.body).toBe(202);
  let job = started.json<Job>();
  while (!job.done) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    job = await get(`/api/imports/${job.id}`);
  }
  return job;
}

async function rows(query = ''): Promise<Row[]> {
  return (await get(`/api/commitments${query}`)).rows;
}

let job: Job;

beforeAll(async () => {
  job = await importText([
    { name: NAME, content: TEXT },
    { name: 'empty.txt', content: '' },
    { name: 'large.txt', content: new Uint8Array(65 << 20) },
    { name: 'fake.docx', content: 'not a zip' },
  ]);
});

test('every route of the contract is served and described', async () => {
  const { openapi, paths } = await get('/api/openapi.json');
  expect(openapi).toBe('3.1.0');
  for (const [name, { method, path }] of Object.entries(ROUTES)) {
    expect(app.hasRoute({ method, url: path }), name).toBe(true);
    const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(described?.operationId, name).toBe(name satisfies string as RouteName);
    expect(described.responses).toHaveProperty('200');
  }
  expect(paths['/api/imports'].post.requestBody.content).toHaveProperty('multipart/form-data');
  expect(paths['/api/commitments.csv'].get.responses['200'].content).toHaveProperty('text/csv');
  expect(paths['/api/expressions/{id}/file'].get.responses).toHaveProperty('200');
});

test('the server says it is well, on which database and in which version', async () => {
  expect(await get('/api/health')).toMatchObject({
    ok: true,
    database: expect.stringContaining('PGlite'),
    version: '1.2.3',
  });
});

describe('an upload', () => {
  test('has an outcome for each file, in the order they were dropped', () => {
    expect(job.files.map(({ name, state }) => [name, state])).toEqual([
      [NAME, 'new'],
      ['empty.txt', 'failed'],
      ['large.txt', 'failed'],
      ['fake.docx', 'failed'],
    ]);
    expect(job.files.map(({ problem }) => problem?.code)).toEqual([
      undefined,
      'file-empty',
      'file-too-large',
      'file-damaged',
    ]);
    expect(job.files[0]).toMatchObject({ progress: 1, counts: { commitment: 3, undecided: expect.any(Number) } });
  });

  test('of the same file changes nothing; of a corrected one makes a version', async () => {
    const again = await importText([{ name: 'copy.txt', content: TEXT }]);
    expect(again.files[0]).toMatchObject({ state: 'unchanged', expressionId: job.files[0]?.expressionId });
    const total = (await rows()).length;
    const corrected = await importText([{ name: NAME, content: TEXT.replace('30 June 2031', '31 July 2031') }]);
    expect(corrected.files[0]).toMatchObject({ state: 'new-version', expressionId: job.files[0]?.expressionId });
    expect(await rows()).toHaveLength(total);
  });

  test('that is not known is not found', async () => {
    const answer = await app.inject('/api/imports/nothing');
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
  });
});

describe('works and their texts', () => {
  test('are listed, changed, withdrawn and brought back', async () => {
    const [work] = (await get('/api/works')).works;
    expect(work).toMatchObject({ demonstration: false, expressions: [{ file: NAME, language: 'en', format: 'txt' }] });
    const changed = await send('PATCH', `/api/works/${work.id}`, {
      version: work.version,
      title: 'Joint statement on the Tarn',
      date: '2030-04-01',
    });
    expect(changed.json()).toMatchObject({ title: 'Joint statement on the Tarn', date: '2030-04-01' });
    const stale = await send('PATCH', `/api/works/${work.id}`, { version: work.version, title: 'Mine' });
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile']);
    const withdrawn = await send('POST', `/api/works/${work.id}/withdraw`, { version: changed.json().version });
    expect((await get('/api/works')).works).toEqual([]);
    await send('POST', `/api/works/${work.id}/restore`, { version: withdrawn.json().version });
    expect((await get(`/api/works/${work.id}`)).title).toBe('Joint statement on the Tarn');
  });

  test('a text comes with all that the Reader shows, once', async () => {
    const id = job.files[0]?.expressionId;
    const first = await app.inject(`/api/expressions/${id}`);
    const { text, provisions, sentences, commitments } = first.json();
    for (const { span, quote } of commitments as Row[]) expect(text.slice(span.start, span.end)).toBe(quote);
    expect(provisions.length).toBeGreaterThan(3);
    expect(sentences.length).toBeGreaterThan(3);
    const headers = { 'if-none-match': String(first.headers.etag) };
    expect((await app.inject({ url: `/api/expressions/${id}`, headers })).statusCode).toBe(304);
  });

  test('the original file comes back byte for byte, to be saved and never opened', async () => {
    const answer = await app.inject(`/api/expressions/${job.files[0]?.expressionId}/file`);
    expect(answer.rawPayload.toString()).toContain('Tarn bridge');
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="Tuy_n b_ chung.txt"; filename*=UTF-8\'\'Tuy%C3%AAn%20b%E1%BB%91%20chung.txt',
    );
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  test('what does not exist is not found, whatever its name', async () => {
    for (const url of ['works', 'expressions', 'commitments'].map((noun) => `/api/${noun}/nothing`)) {
      const answer = await app.inject(url);
      expect([answer.statusCode, answer.json().code], url).toEqual([404, 'not-found']);
    }
    expect((await app.inject('/api/expressions/nothing/file')).statusCode).toBe(404);
  });
});

describe('the register', () => {
  test('is narrowed by facets, one or many, and counted', async () => {
    const all = await get('/api/commitments');
    expect(all.total).toBe(all.rows.length);
    expect(all.facets.strength.map(({ value }: { value: string }) => value)).toContain('study');
    const some = await rows('?strength=study&strength=deliver&kind=commitment');
    expect(new Set(some.map(({ strength }) => strength))).toEqual(new Set(['study', 'deliver']));
    expect(await rows('?q=TARN%20brid')).toHaveLength(1);
    expect(await rows('?limit=1')).toHaveLength(1);
  });

  test('refuses a facet, a sort or a page that does not exist', async () => {
    for (const query of ['?strength=strong', '?sort=colour', '?limit=0', '?limit=9999', '?offset=-1']) {
      const answer = await app.inject(`/api/commitments${query}`);
      expect([answer.statusCode, answer.json().code], query).toEqual([422, 'input-invalid']);
    }
  });

  test('a decision is kept with its history, taken back, and never overwritten unseen', async () => {
    const [row] = (await rows('?strength=study')) as [Row];
    const decide = (body: object) => send('POST', `/api/commitments/${row.id}/decisions`, body);
    const confirmed = (await decide({ type: 'confirm', version: row.version })).json();
    expect(confirmed).toMatchObject({ decision: 'confirmed', canUndo: true });
    expect(confirmed.history.at(-1)).toMatchObject({ type: 'confirm', by: 'officer' });
    const stale = await decide({ type: 'reject', version: row.version, reason: 'other' });
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile']);
    const read = await app.inject(`/api/commitments/${row.id}`);
    expect(read.headers.etag).toMatch(new RegExp(`^"${confirmed.version}-`));
    const tagged = (tag: string, body: object) =>
      app.inject({
        ...{ method: 'POST', url: `/api/commitments/${row.id}/decisions`, payload: body },
        headers: { 'x-servanda': '1', 'if-match': tag },
      });
    const past = await tagged(`"${row.version}-x"`, { type: 'undo' });
    expect([past.statusCode, past.json().code]).toEqual([412, 'precondition-failed']);
    const bare = await decide({ type: 'undo' });
    expect([bare.statusCode, bare.json().code]).toEqual([428, 'precondition-required']);
    const undone = (await tagged(String(read.headers.etag), { type: 'undo' })).json();
    expect(undone.decision).toBe('undecided');
    const fields = { sector: 'transport' };
    const corrected = (await decide({ type: 'correct', version: undone.version, fields })).json();
    expect(corrected).toMatchObject({ decision: 'corrected', sector: 'transport' });
    expect((await decide({ type: 'approve', version: 1 })).json()).toMatchObject({ code: 'input-invalid' });
    expect(await get(`/api/commitments/${row.id}`)).toMatchObject({ quote: row.quote, sector: 'transport' });
  });

  test('words the rules passed over can be added', async () => {
    const id = job.files[0]?.expressionId;
    const { text } = await get(`/api/expressions/${id}`);
    const start = text.indexOf('The old town hall of Ulmwald');
    const span = { start, end: start + 'The old town hall of Ulmwald'.length };
    const added = await send('POST', `/api/expressions/${id}/commitments`, { span, fields: { kind: 'record' } });
    expect(added.json()).toMatchObject({ quote: 'The old town hall of Ulmwald', origin: 'person', kind: 'record' });
    const outside = await send('POST', `/api/expressions/${id}/commitments`, { span: { start: 1e6, end: 1e6 + 5 } });
    expect(outside.statusCode).toBeGreaterThanOrEqual(400);
    expect(outside.statusCode).toBeLessThan(500);
  });
});

describe('the table for spreadsheets', () => {
  test('holds the rows and columns on screen, with a header in the language of the reader', async () => {
    const answer = await app.inject('/api/commitments.csv?columns=quote,strength&strength=study&locale=vi');
    expect(answer.headers['content-type']).toContain('text/csv');
    const [header, ...lines] = answer.body.trimEnd().split('\r\n');
    expect(header).toBe('\uFEFFNguyên văn,Mức độ');
    const shown = await rows('?strength=study');
    expect(lines).toHaveLength(shown.length);
    expect(lines[0]).toContain(shown[0]?.quote);
  });

  test('has every column unless some are chosen, and refuses one that does not exist', async () => {
    const [header = ''] = (await app.inject('/api/commitments.csv')).body.split('\r\n');
    expect(header.split(',').length).toBeGreaterThanOrEqual(16);
    expect((await app.inject('/api/commitments.csv?columns=colour')).statusCode).toBe(422);
  });
});
