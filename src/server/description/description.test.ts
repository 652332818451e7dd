import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { openDatabase } from '../../operations/index.ts';
import { buildApp } from '../app.ts';
import { ROUTES } from '../contract/index.ts';
import { clientSource } from './client-source.ts';
import { describeRoutes } from './openapi.ts';
import type { Operation, Paths } from './schema.ts';

/** The description itself, the page that lists every refusal, and where a browser is sent to sign in. */
const UNDESCRIBED = ['/api/openapi.json', '/api/client.ts', '/api/problems', '/api/session/provider'];

let described: { readonly paths: Paths; readonly info: { readonly version: string } };
let byName: Map<string, Operation>;
const folder = mkdtempSync(join(tmpdir(), 'servanda-client-'));

beforeAll(async () => {
  described = (await describeRoutes('1')) as typeof described;
  const operations = Object.values(described.paths).flatMap((methods) => Object.values(methods));
  byName = new Map(operations.map((one) => [one.operationId ?? '', one]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every operation has an example of what it takes and answers, and its schema takes the example', () => {
  const wrong = Object.entries(ROUTES).flatMap(([name, route]) => {
    const operation = byName.get(name);
    const [body, answer] = [operation?.requestBody, operation?.responses['200']].map(
      (part) => part?.content?.['application/json']?.example,
    );
    const found: [string, z.ZodType, unknown][] = [[`${name} answers`, route.response, answer]];
    if ('body' in route) found.push([`${name} takes`, route.body, body]);
    return found.flatMap(([what, schema, example]) => {
      const read = schema.safeParse(example);
      return read.success
        ? []
        : [`${what}: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join(', ')}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('everything the pages ask for is described, and so is how a change says what it saw', () => {
  const asked = new Set<string>();
  for (const entry of globSync('src/web/**/*.{ts,tsx}')) {
    for (const [, path = ''] of readFileSync(entry, 'utf8').matchAll(/[`'"](\/api\/[^`'"?]*)/g)) asked.add(path);
  }
  const known = Object.keys(described.paths).map((path) => path.replace(/\{\w+\}/g, 'one'));
  const any = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g;
  const wanted = [...asked].filter((path) => !UNDESCRIBED.includes(path)).map((path) => path.replace(/\/$/, ''));
  const lacking = wanted.filter((path) => {
    const form = new RegExp(`^${path.split(any).map(RegExp.escape).join('[^/]+')}$`);
    return !known.some((one) => form.test(one));
  });
  expect(lacking).toEqual([]);
  expect(wanted.length).toBeGreaterThan(20);
  const decide = byName.get('decide');
  expect(decide?.parameters?.map(({ name }) => name)).toContain('If-Match');
  expect(decide?.responses['412']?.content?.['application/problem+json']?.example).toMatchObject({ status: 412 });
});

test('the typed client made of the description has no fault of types, and asks a server that runs', async () => {
  const path = join(folder, 'servanda.ts');
  writeFileSync(path, clientSource(described));
  // Without it the nearest package.json above decides whether `await` may stand outside a function.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const use = `import { servanda } from './servanda.ts';\nconst call = servanda('http://localhost');\nexport const ids: string[] = (await call('listWorks', {})).works.map(({ id }) => id);\n// @ts-expect-error no such filter\nawait call('listCommitments', { query: { sector: 7 } });\n`;
  writeFileSync(join(folder, 'use.ts'), use);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const options = [
    '--noEmit',
    '--strict',
    '--ignoreConfig',
    '--module',
    'nodenext',
    '--target',
    'esnext',
    '--lib',
    'esnext,dom',
    '--allowImportingTsExtensions',
    '--types',
    '',
  ];
  const tsc = join(import.meta.dirname, '../../../node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, ...options, join(folder, 'use.ts')], { stdio: 'pipe' });

  const database = await openDatabase({ folder: join(folder, 'data') });
  const app = await buildApp({
    database,
    version: '1',
    pages: null,
    hosts: [],
    report: (_, error) => console.error(error),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { servanda } = (await import(pathToFileURL(path).href)) as {
    servanda: (address: string) => (name: string, input: object) => Promise<Record<string, unknown>>;
  };
  const call = servanda(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
  expect(await call('listWorks', {})).toEqual({ works: [] });
  expect(await call('listCommitments', { query: { sector: ['transport', 'tourism'], limit: 1 } })).toMatchObject({
    total: 0,
  });
  await expect(call('getCommitment', { params: { id: 'a/b' } })).rejects.toMatchObject({
    status: 404,
    code: 'not-found',
  });
  await app.close();
  await database.close();
});
