import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../../src');

/** Folder → folders it may import (DESIGN, "Layout"); `contract` is server/contract, the part pages may see. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  kernel: [],
  vocabulary: ['kernel', 'profiles'],
  i18n: ['kernel', 'vocabulary'],
  documents: ['kernel', 'vocabulary', 'i18n'],
  commitments: ['kernel', 'vocabulary', 'i18n', 'documents'],
  alignment: ['kernel', 'vocabulary', 'i18n', 'documents', 'commitments'],
  lineage: ['kernel', 'vocabulary', 'i18n', 'documents', 'commitments', 'alignment'],
  entities: ['kernel', 'vocabulary', 'i18n', 'documents', 'commitments'],
  register: ['kernel', 'vocabulary', 'i18n', 'commitments', 'entities'],
  reports: ['kernel', 'vocabulary', 'i18n', 'documents', 'commitments', 'alignment', 'lineage', 'register'],
  notices: ['kernel', 'vocabulary', 'i18n', 'register'],
  exchange: ['kernel', 'vocabulary', 'i18n', 'register'],
  db: [
    ...['kernel', 'vocabulary', 'documents', 'commitments', 'entities', 'lineage', 'register', 'notices'],
    'exchange',
  ],
  operations: [
    ...['kernel', 'vocabulary', 'i18n', 'documents', 'commitments', 'entities', 'alignment', 'lineage'],
    ...['register', 'reports', 'notices', 'exchange', 'db'],
  ],
  contract: ['kernel', 'vocabulary', 'register', 'notices'],
  server: [
    ...['kernel', 'vocabulary', 'i18n', 'documents', 'commitments', 'register', 'reports', 'notices', 'operations'],
    'contract',
  ],
  cli: [
    ...['kernel', 'vocabulary', 'i18n', 'documents', 'commitments', 'alignment', 'lineage', 'register', 'reports'],
    ...['notices', 'operations', 'server'],
  ],
  web: ['kernel', 'i18n', 'vocabulary', 'register', 'notices', 'contract'],
};

function room(path: string): string {
  const parts = relative(SOURCE, path).split(sep);
  if (parts[0] === '..') return parts[1] ?? '';
  return parts[0] === 'server' && parts[1] === 'contract' ? 'contract' : (parts[0] ?? '');
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const imports = sources(SOURCE).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => ({
    file,
    target: resolve(dirname(file), match[1] as string),
  })),
);

test('every import points down the tiers', () => {
  const wrong = imports
    .filter(({ file, target }) => room(file) !== room(target) && !MAY_IMPORT[room(file)]?.includes(room(target)))
    .map(({ file, target }) => `${relative(SOURCE, file)} → ${relative(SOURCE, target)}`);
  expect(wrong).toEqual([]);
});

test('a folder is entered by its door', () => {
  const wrong = imports
    .filter(({ file, target }) => room(file) !== room(target))
    .filter(({ target }) => !/\/index\.tsx?$/.test(target) && !target.endsWith('.json') && !target.endsWith('.css'))
    .map(({ file, target }) => `${relative(SOURCE, file)} → ${relative(SOURCE, target)}`);
  expect(wrong).toEqual([]);
});

test('no file is longer than 500 lines and none has a name that says nothing', () => {
  const long = sources(SOURCE).filter((file) => readFileSync(file, 'utf8').split('\n').length > 501);
  const vague = sources(SOURCE).filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\.tsx?|\/)/.test(file));
  expect([...long, ...vague].map((file) => relative(SOURCE, file))).toEqual([]);
});
