import Fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { Problem } from '../kernel/index.ts';
import { answerNothingHere, answerProblems, preferredLocale } from './problems.ts';

const app = Fastify();
const reported: [string, unknown][] = [];
answerProblems(app, (number, error) => reported.push([number, error]));
app.setNotFoundHandler(answerNothingHere);
app.get('/problem', () => {
  throw new Problem('not-found', { noun: 'work', id: 'w-1' });
});
app.get('/bug', () => {
  throw new TypeError('secret internals');
});
app.post('/json', () => ({ ok: true }));

afterAll(() => app.close());

test('a refusal is problem details with its code, in the language asked for', async () => {
  const answer = await app.inject({ url: '/problem', headers: { 'accept-language': 'vi,en;q=0.5' } });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.headers['content-language']).toBe('vi');
  expect(answer.json()).toMatchObject({
    type: 'urn:servanda:problem:not-found',
    status: 404,
    code: 'not-found',
    details: { noun: 'work', id: 'w-1' },
  });
});

test('a mistake of ours tells the client a number and nothing else', async () => {
  const answer = await app.inject({ url: '/bug' });
  expect(answer.statusCode).toBe(500);
  expect(answer.json().code).toBe('unexpected');
  expect(answer.json().details.id).toMatch(/^[0-9a-f]{8}$/);
  expect(reported).toEqual([[answer.json().details.id, expect.objectContaining({ message: 'secret internals' })]]);
  expect(answer.body).not.toContain('secret');
  expect(answer.body).not.toContain('.ts');
});

test('an unknown address, a broken body and a wrong content type are refused in the same form', async () => {
  expect((await app.inject({ url: '/nowhere?x=1' })).json()).toMatchObject({
    code: 'not-found',
    details: { id: '/nowhere' },
  });
  const broken = { method: 'POST', url: '/json', headers: { 'content-type': 'application/json' }, body: '{' } as const;
  expect((await app.inject(broken)).json()).toMatchObject({ code: 'input-invalid' });
  const plain = { method: 'POST', url: '/json', headers: { 'content-type': 'text/xml' }, body: '<a/>' } as const;
  expect((await app.inject(plain)).json()).toMatchObject({ code: 'format-unknown' });
});

test.each([
  [undefined, 'en'],
  ['fr', 'en'],
  ['zh-CN,zh;q=0.9', 'zh'],
  ['fr, vi;q=0.4, en;q=0.3', 'vi'],
  ['en;q=0.2, vi;q=0.9', 'vi'],
])('Accept-Language %s is answered in %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
