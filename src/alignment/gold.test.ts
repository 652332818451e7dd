import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseText } from '../documents/index.ts';
import { addCounts, align, countBeads, countLone, f1, passagesOf, readGold, sentencePassages } from './index.ts';

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

/** A statement in two languages, whose paragraphs stand on the same lines of both files. */
const SEEDS = resolve(import.meta.dirname, '../../../shared/seeds');

test('of the paragraphs of a real statement in Persian and English 98 in 100 find theirs (M18)', ({ skip }) => {
  if (!existsSync(SEEDS)) return skip('shared/seeds is missing');
  const read = (number: string) => {
    const name = readdirSync(SEEDS).find((file) => file.startsWith(number)) as string;
    return passagesOf(parseText(readFileSync(join(SEEDS, name), 'utf8'), { name }));
  };
  const [a, b] = [read('001'), read('004')];
  const beads = align(a, b, { withoutReasons: true });
  const lineOf = (side: typeof a, lines: readonly number[]): number[] => lines.map((at) => side[at]?.line ?? 0);
  const right = beads.filter((bead) => `${lineOf(a, bead.a)}` === `${lineOf(b, bead.b)}`).length;
  expect(right / Math.max(a.length, b.length)).toBeGreaterThanOrEqual(0.98);
});
