import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf, GoldUnit } from './gold-lines.ts';

const FOLDER = resolve(import.meta.dirname, 'fixtures/heldout');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace('.txt', ''));

test('nine texts are held out', () => {
  expect(names).toHaveLength(9);
});

test.each(names)('the held-out gold of %s is sound', (name) => {
  const text = readFileSync(join(FOLDER, `${name}.txt`), 'utf8');
  const lines = readFileSync(join(FOLDER, `${name}.gold.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const units = lines.map((line) => GoldUnit.parse(JSON.parse(line)));
  expect(units.length).toBeGreaterThanOrEqual(20);
  expect(new Set(units.map((unit) => unit.doc))).toEqual(new Set([`${name}.txt`]));
  expect(faultsOf(text, units)).toEqual([]);
});
