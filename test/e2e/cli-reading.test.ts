import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, records, servanda } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAME = 'statement.txt';
const TEXT = `JOINT STATEMENT

1. Both sides agreed to open the Tarn bridge before 30 June 2031, and to study the possibility of a second crossing at Ulmwald.

(1) The two sides welcomed the results of the harvest fair.

Hai bên nhất trí tăng cường hợp tác nông nghiệp.
`;

interface Extracted {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly lang: string;
  readonly kind: string;
  readonly strength: string;
  readonly why: readonly string[];
  readonly confidence: number;
}

let extracted: Extracted[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, NAME), TEXT);
  extracted = records<Extracted>((await servanda(['extract', join(folder, NAME)])).stdout);
});

describe('extract', () => {
  test('writes every field of the contract, and no other, on each line', () => {
    const fields = [
      'doc',
      'start',
      'end',
      'quote',
      'lang',
      'path',
      'kind',
      'actors',
      'action',
      'strength',
      'due',
      'sector',
    ];
    fields.push('instruments', 'mechanisms', 'places', 'confidence', 'why');
    expect(extracted.length).toBeGreaterThanOrEqual(3);
    for (const record of extracted) expect(Object.keys(record)).toEqual(fields);
  });

  test('offsets slice the decoded text to exactly the quote, in document order', () => {
    for (const { start, end, quote } of extracted) expect(TEXT.slice(start, end)).toBe(quote);
    expect(extracted.map(({ start }) => start)).toEqual(extracted.map(({ start }) => start).toSorted((a, b) => a - b));
  });

  test('names the file, the language of the passage, and why', () => {
    expect(new Set(extracted.map(({ doc }) => doc))).toEqual(new Set([NAME]));
    expect(extracted.map(({ lang }) => lang)).toEqual(expect.arrayContaining(['en', 'vi']));
    for (const { why, confidence } of extracted) {
      expect(why.length).toBeGreaterThan(0);
      for (const reason of why) expect(reason).toMatch(/^[a-z]/);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(extracted).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'commitment', strength: 'study' })]),
    );
  });
});

describe('structure', () => {
  test('says of every line that is not blank what it is', async () => {
    const { stdout } = await servanda(['structure', join(folder, NAME)]);
    const lines = records<{ line: number; role: string; label: string | null; joins: number | null }>(stdout);
    expect(lines.map(({ line }) => line)).toEqual([1, 3, 5, 7]);
    for (const line of lines) expect(Object.keys(line)).toEqual(['line', 'role', 'label', 'lang', 'joins']);
    expect(lines[0]).toMatchObject({ role: 'heading' });
    expect(lines[1]).toMatchObject({ role: 'item', label: '1', joins: null });
    expect(lines[2]).toMatchObject({ role: 'item', label: '1(1)' });
    expect(lines[3]).toMatchObject({ role: 'paragraph', label: null, lang: 'vi' });
  });
});

describe('evaluate', () => {
  const gold = () => extracted.map(({ doc, quote, ...rest }) => ({ ...rest, doc, quote, nth: 0 }));

  function goldFile(lines: readonly unknown[]): string {
    const path = join(folder, 'gold.jsonl');
    writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
    return path;
  }

  const evaluate = (file: string, ...more: string[]) => servanda(['evaluate', file, '--seeds', folder, ...more]);

  test('a reading measured against itself is perfect, in the table and as JSON', async () => {
    const table = await evaluate(goldFile(gold()));
    expect(table.stdout).toMatch(/detection +1\.000 +1\.000 +1\.000/);
    expect(table.stdout).toMatch(/strength +1\.000/);
    const figures = JSON.parse((await evaluate(goldFile(gold()), '--json')).stdout);
    expect(figures).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  });

  test('what is missing lowers recall, and is listed for who asks', async () => {
    const extra = { ...gold()[0], quote: 'the results of the harvest fair', kind: 'commitment' };
    const file = goldFile([...gold(), extra]);
    const figures = JSON.parse((await evaluate(file, '--json')).stdout);
    expect(figures.recall).toBeLessThan(1);
    expect((await evaluate(file, '--errors')).stdout).toContain('missed');
  });

  test('ends with 1 where the figure is under the one asked for', async () => {
    const file = goldFile([{ ...gold()[0], quote: 'JOINT STATEMENT', kind: 'commitment' }]);
    expect((await evaluate(file)).code).toBe(0);
    expect((await evaluate(file, '--fail-under', '0.9')).code).toBe(1);
  });

  test('--until leaves out what begins later', async () => {
    const figures = JSON.parse((await evaluate(goldFile(gold()), '--json', '--until', '1')).stdout);
    expect(figures).toMatchObject({ gold: 0, found: 0 });
  });

  test.each([
    ['a line that is no JSON', ['{}', 'nonsense'], /gold\.jsonl.*1/],
    [
      'a quote that is not in the document',
      [{ doc: NAME, quote: 'no such words', kind: 'commitment', strength: 'study' }],
      /line 1/,
    ],
    [
      'a document that is not there',
      [{ doc: 'gone.txt', quote: 'x', kind: 'commitment', strength: 'study' }],
      /gone\.txt/,
    ],
  ])('%s is named with its place', async (_, lines, said) => {
    const { code, stderr } = await evaluate(goldFile(lines));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^servanda: .+\n$/);
    expect(stderr).toMatch(said);
  });
});

describe('the demonstration', () => {
  test('every quote of its texts stands where the offsets say', async () => {
    const name = 'joint-statement-2023.vi.txt';
    const text = readFileSync(join(ROOT, 'examples', name), 'utf8');
    const { code, stdout } = await servanda(['extract', join(ROOT, 'examples', name)]);
    expect(code).toBe(0);
    const found = records<Extracted>(stdout);
    expect(found.length).toBeGreaterThan(10);
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote);
  });
});
