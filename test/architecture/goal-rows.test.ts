import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');

test('each row of following up names its tests, and each of these has the row in a name', () => {
  const rows = [...read('docs/mechanisms.md').matchAll(/^\| (M\d\d) \|.*\| ([^|]+) \|$/gm)];
  const followUp = Array.from({ length: 18 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`);
  const keptOut = ['M19', 'M22', ...Array.from({ length: 9 }, (_, at) => `M${28 + at}`), 'M71'];
  expect(rows.map(([, id]) => id)).toEqual([...followUp, ...keptOut]);
  const missing = rows.flatMap(([, id = '', files = '']) =>
    files
      .split(', ')
      .filter((file) => !new RegExp(`(?:test\\(|test\\.skipIf.*\\(\\s*)'.*\\b${id}\\b.*\\)'`).test(read(file.trim()))),
  );
  expect(missing).toEqual([]);
});
