import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { figuresOf, type GoldEntity, occurrences } from '../bench/entities/measure.ts';
import { readCommitments } from '../src/commitments/index.ts';
import { parseText } from '../src/documents/index.ts';
import { readEntities } from '../src/entities/index.ts';
import { ENTITY_KINDS } from '../src/vocabulary/index.ts';

const SHARED = resolve(import.meta.dirname, '../../shared');
const GOLD = join(SHARED, 'gold/entities.jsonl');

/** Recall and precision of names reached, rounded down. The gold lists no bare `Government`, so precision is a lower bound. */
const FLOORS = {
  body: [0.87, 0.79],
  mechanism: [0.78, 0.9],
  instrument: [0.86, 0.82],
  gate: [0.92, 0.87],
  place: [0.92, 0.9],
} as const;

test.skipIf(!existsSync(GOLD))('names of the shared texts are found as often as reached (needs ../shared)', () => {
  const gold = readFileSync(GOLD, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldEntity);
  const texts = readdirSync(join(SHARED, 'seeds'))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const document = parseText(readFileSync(join(SHARED, 'seeds', name), 'utf8'), { name });
      const reading = readEntities(document, readCommitments(document));
      return { document, reading, gold: occurrences(document.text, name, gold) };
    });
  for (const kind of ENTITY_KINDS) {
    const figures = figuresOf(kind, texts);
    expect(figures.found / figures.gold, `recall of ${kind}`).toBeGreaterThanOrEqual(FLOORS[kind][0]);
    expect(figures.right / figures.proposed, `precision of ${kind}`).toBeGreaterThanOrEqual(FLOORS[kind][1]);
  }
});
