import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { detectionFigures, evaluate, locateGold, parseGold, readCommitments } from '../src/commitments/index.ts';
import { readDocument } from '../src/documents/index.ts';

const EXAMPLES = resolve(import.meta.dirname, '../examples');

/** F1 of detection, and of kind and strength among the pairs, that reading the demonstration relation must not fall under. */
const FLOORS: readonly (readonly [file: string, f1: number, kind: number, strength: number])[] = [
  ['joint-statement-2023.vi.txt', 0.82, 0.95, 0.84],
  ['joint-statement-2023.en.txt', 0.85, 0.95, 0.88],
  ['joint-statement-2023.en-draft.txt', 0.82, 0.95, 0.86],
  ['joint-statement-2024.vi.txt', 0.85, 0.95, 0.8],
  ['joint-statement-2024.en.html', 0.85, 0.95, 0.86],
  ['joint-statement-2026.vi.txt', 0.88, 0.95, 0.8],
  ['joint-statement-2026.en.txt', 0.92, 0.93, 0.84],
  ['communique-2025.vi.txt', 0.74, 0.95, 0.74],
  ['directive-2026.vi.docx', 0.55, 0.85, 0.75],
];

test.each(FLOORS)(
  '%s is read as its gold says, detection at least %d, kind %d, strength %d',
  async (file, f1, kind, strength) => {
    const { value: document } = await readDocument({ name: file, bytes: readFileSync(join(EXAMPLES, file)) });
    const goldFile = `gold/${file.replace(/\.[a-z]+$/, '')}.jsonl`;
    const gold = locateGold(parseGold(readFileSync(join(EXAMPLES, goldFile), 'utf8'), goldFile), document.text, file);
    const result = evaluate(gold, readCommitments(document).candidates);
    const share = ({ right, of }: { right: number; of: number }) => right / of;
    expect(detectionFigures(result).f1).toBeGreaterThanOrEqual(f1);
    expect(share(result.attributes.kind)).toBeGreaterThanOrEqual(kind);
    expect(share(result.attributes.strength)).toBeGreaterThanOrEqual(strength);
  },
);
