import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addCounts, align, countBeads, countLone, f1, readGold, sentencePassages } from './index.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/align');
const BARS = { 'en-vi': 0.95, 'en-fa': 0.95, 'vi-zh': 0.93, 'en-zh': 0.93, 'vi-fa': 0.93 } as const;

function samples(pair: string) {
  const read = (name: string): string => readFileSync(join(FOLDER, pair, name), 'utf8');
  const files = readdirSync(join(FOLDER, pair)).filter((name) => name.endsWith('.gold.tsv'));
  return files.map((name) => {
    const side = (which: string) =>
      sentencePassages(
        read(name.replace('.gold.tsv', `.${which}.txt`))
          .replace(/\n$/u, '')
          .split('\n'),
      );
    return { a: side('src'), b: side('tgt'), gold: readGold(read(name)) };
  });
}

if (!existsSync(FOLDER)) {
  test('figures of alignment skipped: shared/align is missing', () => {
    expect(existsSync(FOLDER)).toBe(false);
  });
} else {
  describe('news sentences joined, dropped and left untranslated', () => {
    for (const [pair, bar] of Object.entries(BARS)) {
      test(`${pair}: strict F1 over beads at least ${bar}, over lone lines 0.8`, () => {
        const counts = samples(pair).map(({ a, b, gold }) => {
          const beads = align(a, b);
          return { all: countBeads(beads, gold), lone: countLone(beads, gold) };
        });
        expect(f1(addCounts(counts.map(({ all }) => all)))).toBeGreaterThanOrEqual(bar);
        expect(f1(addCounts(counts.map(({ lone }) => lone)))).toBeGreaterThanOrEqual(0.8);
      });
    }
  });
}
