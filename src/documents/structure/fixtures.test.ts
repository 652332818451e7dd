import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocument, parseText, structureLines } from '../index.ts';

const FOLDER = join(import.meta.dirname, '../../../test/fixtures/documents/structure');
const ROLES: Record<string, string> = {
  heading: 'H',
  item: 'I',
  paragraph: 'P',
  continuation: 'C',
  furniture: 'F',
};

/** A fixture is the text itself with the expected role and label of each line in front of a bar. */
function readFixture(name: string): { text: string; expected: string[] } {
  const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n').slice(0, -1);
  const text = lines.map((line) => line.slice(line.indexOf('|') + 1)).join('\n');
  const expected = lines.map((line) => line.slice(0, line.indexOf('|')).trim());
  return { text, expected };
}

for (const name of existsSync(FOLDER) ? readdirSync(FOLDER).sort() : []) {
  test(`the lines of ${name.replace('.txt', '')} are what their annotation says`, () => {
    const { text, expected } = readFixture(name);
    const document = parseText(text, { name });
    const found = expected.map(() => '');
    for (const { line, role, label } of structureLines(document)) {
      found[line - 1] = `${ROLES[role]} ${label ?? ''}`.trim();
    }
    const lines = text.split('\n');
    const show = (marks: string[]) => marks.map((mark, i) => `${mark}|${lines[i]}`);
    expect(show(found)).toEqual(show(expected));
    expect(checkDocument(document)).toEqual([]);
  });
}

test('a continuation names the nearest earlier line of its passage', () => {
  const { text } = readFixture('en-wrapped.txt');
  const lines = structureLines(parseText(text, { name: 'wrapped.txt' }));
  const joined = lines.filter((line) => line.joins !== null);
  expect(joined.length).toBeGreaterThan(8);
  for (const line of joined) {
    const between = lines.filter((other) => other.line > (line.joins as number) && other.line < line.line);
    expect(between.every((other) => other.role === 'furniture')).toBe(true);
  }
});
