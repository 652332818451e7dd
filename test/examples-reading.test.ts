import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { detectionFigures, evaluate, locateGold, parseGold, readCommitments } from '../src/commitments/index.ts';
import { readDocument } from '../src/documents/index.ts';

const EXAMPLES = resolve(import.meta.dirname, '../examples');

type Floors = readonly [f1: number, kind: number, strength: number, actors: number, due: number, sector: number];

/**
 * What reading the demonstration relation must not fall under: F1 of detection, and shares of right fields among the
 * pairs. Shares can fall where more is found: the pairs added are the harder ones.
 */
const FLOORS: Readonly<Record<string, Floors>> = {
  'joint-statement-2023.vi.txt': [0.93, 0.97, 0.86, 0.95, 0.95, 0.87],
  'joint-statement-2023.en.txt': [0.87, 0.96, 0.93, 0.95, 0.95, 0.88],
  'joint-statement-2023.en-draft.txt': [0.86, 0.96, 0.93, 0.95, 0.95, 0.88],
  'joint-statement-2024.vi.txt': [0.94, 0.97, 0.82, 0.93, 0.95, 0.91],
  'joint-statement-2024.en.html': [0.92, 0.97, 0.92, 0.97, 0.95, 0.95],
  'joint-statement-2026.vi.txt': [0.95, 0.96, 0.86, 0.93, 0.95, 0.87],
  'joint-statement-2026.en.txt': [0.93, 0.93, 0.86, 0.91, 0.94, 0.85],
  'communique-2025.vi.txt': [0.94, 0.97, 0.84, 0.96, 0.95, 0.66],
  'directive-2026.vi.docx': [0.89, 0.95, 0.88, 0.88, 0.95, 0.8],
};

function share({ right, of }: { readonly right: number; readonly of: number }): number {
  return of === 0 ? 1 : right / of;
}

test.each(Object.entries(FLOORS))('%s is read as its gold says, at least as well as before', async (file, floors) => {
  const { value: document } = await readDocument({ name: file, bytes: readFileSync(join(EXAMPLES, file)) });
  const goldFile = `gold/${file.replace(/\.[a-z]+$/, '')}.jsonl`;
  const gold = locateGold(parseGold(readFileSync(join(EXAMPLES, goldFile), 'utf8'), goldFile), document.text, file);
  const result = evaluate(gold, readCommitments(document).candidates);
  const { kind, strength, actors, due, sector } = result.attributes;
  const reached = [detectionFigures(result).f1, ...[kind, strength, actors, due, sector].map(share)];
  for (const [index, name] of ['F1', 'kind', 'strength', 'actors', 'due', 'sector'].entries()) {
    expect(reached[index], name).toBeGreaterThanOrEqual(floors[index] as number);
  }
});
