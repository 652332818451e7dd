import Fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { revalidate } from './revalidation.ts';

const app = Fastify();
let decided = 0;
revalidate(app);
app.get('/api/text', () => ({ text: 'Both sides agreed.', decided }));

afterAll(() => app.close());

test('a reader who has the text already is not sent it again, until something in it changes', async () => {
  const first = await app.inject('/api/text');
  const tag = String(first.headers.etag);
  const again = await app.inject({ url: '/api/text', headers: { 'if-none-match': `"other", ${tag}` } });
  expect([again.statusCode, again.body]).toEqual([304, '']);

  decided = 1;
  const changed = await app.inject({ url: '/api/text', headers: { 'if-none-match': tag } });
  expect([changed.statusCode, changed.json().decided]).toEqual([200, 1]);
});

test('answers are the reader’s own and are asked for each time', async () => {
  expect((await app.inject('/api/text')).headers['cache-control']).toBe('private, no-cache');
});
