import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILE_LIMIT_MB, MEGABYTE, Problem } from '../kernel/index.ts';
import { answerProblems } from './problems.ts';
import { acceptUploads, receiveFiles } from './upload.ts';

const app = Fastify();
let address = '';

beforeAll(async () => {
  answerProblems(app, () => {});
  await acceptUploads(app);
  app.post('/files', async (request) =>
    (await receiveFiles(request)).map(({ name, size, content }) => ({
      name,
      size,
      problem: content instanceof Problem ? content.code : null,
    })),
  );
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(() => app.close());

async function upload(files: readonly File[]) {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  const response = await fetch(`${address}/files`, { method: 'POST', body: form });
  return { status: response.status, body: await response.json() };
}

test('files keep their own names, in any script, without the folders of the sender', async () => {
  const names = ['Tuyên bố chung.txt', '联合声明.docx', '../../etc/passwd', 'C:\\papers\\a.txt'];
  const { body } = await upload(names.map((name) => new File(['x'], name)));
  expect(body.map((file: { name: string }) => file.name)).toEqual([
    'Tuyên bố chung.txt',
    '联合声明.docx',
    'passwd',
    'a.txt',
  ]);
});

test('a file over the limit is refused by name while the others are taken', async () => {
  const large = new File([new Uint8Array(FILE_LIMIT_MB * MEGABYTE + 1)], 'large.txt');
  const { body } = await upload([large, new File(['small'], 'small.txt')]);
  expect(body).toMatchObject([
    { name: 'large.txt', problem: 'file-too-large' },
    { name: 'small.txt', size: 5, problem: null },
  ]);
});

test('a file of 200 MB does not fill the memory', async () => {
  const before = process.memoryUsage().rss;
  const part = new Uint8Array(10 * MEGABYTE);
  const { body } = await upload([
    new File(
      Array.from({ length: 20 }, () => part),
      'huge.txt',
    ),
  ]);
  expect(body).toMatchObject([{ name: 'huge.txt', problem: 'file-too-large' }]);
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * MEGABYTE);
});

test('a request over the limit of all files is refused before it is read', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(300 * MEGABYTE) };
  const answer = await app.inject({ method: 'POST', url: '/files', headers, payload: '--x--' });
  expect(answer.statusCode).toBe(413);
  expect(answer.json().code).toBe('request-too-large');
});

test('a browser that sends too much is told so, not cut off', async () => {
  const part = new Uint8Array(10 * MEGABYTE);
  const answer = await upload([
    new File(
      Array.from({ length: 26 }, () => part),
      'a.txt',
    ),
  ]);
  expect(answer).toMatchObject({ status: 413, body: { code: 'request-too-large' } });
});

test('a request without a file says so', async () => {
  const form = new FormData();
  form.append('note', 'no file here');
  const answer = await fetch(`${address}/files`, { method: 'POST', body: form });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: 'input-invalid', details: { field: 'files' } });
  expect((await fetch(`${address}/files`, { method: 'POST', body: 'text' })).status).toBe(422);
});
