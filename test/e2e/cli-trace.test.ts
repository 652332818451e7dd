import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT, records, servanda } from './terminal.ts';

interface Side {
  readonly doc: string;
  readonly quote: string;
}

interface Traced {
  readonly a?: Side;
  readonly b?: Side;
  readonly relation?: string;
  readonly score?: number;
  readonly why: readonly string[];
  readonly doc?: string;
  readonly quote?: string;
  readonly status?: string;
}

const FILES = ['joint-statement-2026.vi.txt', 'joint-statement-2023.vi.txt', 'joint-statement-2024.vi.txt'];

let traced: Traced[] = [];

beforeAll(async () => {
  traced = records<Traced>((await servanda(['trace', ...FILES.map((name) => join(ROOT, 'examples', name))])).stdout);
});

describe('trace', () => {
  test('links earlier to later works by their dates, whatever the order of the files', () => {
    const years = traced.flatMap(({ a, b }) => (a && b ? [[a.doc, b.doc]] : []));
    expect(years.length).toBeGreaterThan(20);
    for (const [from, to] of years) expect(String(from) < String(to)).toBe(true);
  });

  test('gives every link its relation, score and reasons', () => {
    for (const { a, relation, score, why } of traced) {
      if (a === undefined) continue;
      expect(relation).toMatch(/^[a-z-]+$/u);
      expect(score).toBeGreaterThan(0);
      expect(why.length).toBeGreaterThan(0);
    }
  });

  test('says after the links what is new, dropped, or reported on', () => {
    const from = traced.findIndex(({ status }) => status !== undefined);
    expect(from).toBeGreaterThan(0);
    for (const { doc, quote, status } of traced.slice(from)) {
      expect(['new', 'dropped', 'reported']).toContain(status);
      expect(doc).toMatch(/\.txt$/u);
      expect(quote).not.toBe('');
    }
  });

  test('names a file that cannot be used, goes on with the others and ends with 2', async () => {
    const ended = await servanda(['trace', 'examples/missing.txt', join(ROOT, 'examples', String(FILES[0]))]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('missing.txt');
    expect(ended.stdout).toBe('');
  });
});
