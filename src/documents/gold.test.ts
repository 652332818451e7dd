import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDocument, type Document, parseText, type StructureLine, structureLines } from './index.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const rows = (name: string) =>
  readFileSync(join(SHARED, 'gold', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldRow);

interface GoldRow {
  readonly doc: string;
  readonly line?: number;
  readonly label?: string;
  readonly kind?: string;
  readonly furniture?: boolean;
  readonly frame?: string;
  readonly join?: readonly [number, number];
  readonly lang?: string;
}

interface Score {
  right: number;
  wanted: number;
  found: number;
}

const f1 = ({ right, wanted, found }: Score) => (2 * right) / (wanted + found);

const documents = new Map<string, Document>();
function read(name: string): Document {
  const known = documents.get(name) ?? parseText(readFileSync(join(SHARED, 'seeds', name), 'utf8'), { name });
  documents.set(name, known);
  return known;
}

function score(
  gold: readonly GoldRow[],
  wanted: (row: GoldRow) => string | null,
  found: (line: StructureLine) => string | null,
) {
  const keys = new Set(gold.flatMap((row) => wanted(row) ?? []).map((key) => key));
  const files = [...new Set(gold.map((row) => row.doc))];
  const all = files.flatMap((file) =>
    structureLines(read(file)).flatMap((line) => (found(line) === null ? [] : [`${file} ${found(line)}`])),
  );
  return { right: all.filter((key) => keys.has(key)).length, wanted: keys.size, found: all.length };
}

if (!existsSync(SHARED)) {
  test('the gold is skipped: ../shared is missing', () => {});
} else {
  describe('against the structure gold', () => {
    const gold = rows('structure-dev.jsonl');
    // Frames (letterhead, addressees, signatures) are furniture here and neither right nor wrong there.
    const frames = new Set(gold.filter((row) => row.frame).map((row) => `${row.doc} ${row.line}`));

    test('labels and roles of headings and items reach 0.97', () => {
      const result = score(
        gold,
        (row) =>
          row.label ? `${row.doc} ${row.line} ${row.label} ${row.kind === 'heading' ? 'heading' : 'item'}` : null,
        (line) => (line.label === null ? null : `${line.line} ${line.label} ${line.role}`),
      );
      expect(f1(result)).toBeGreaterThanOrEqual(0.97);
    });

    test('joins reach 0.97', () => {
      const result = score(
        gold,
        (row) => (row.join ? `${row.doc} ${row.join[1]} ${row.join[0]}` : null),
        (line) => (line.joins === null ? null : `${line.line} ${line.joins}`),
      );
      expect(f1(result)).toBeGreaterThanOrEqual(0.97);
    });

    test('furniture is found, and nothing of the statement is taken for it', () => {
      const wanted = gold.filter((row) => row.furniture).map((row) => `${row.doc} ${row.line}`);
      const found = [...new Set(gold.map((row) => row.doc))].flatMap((file) =>
        structureLines(read(file))
          .filter((line) => line.role === 'furniture')
          .map((line) => `${file} ${line.line}`),
      );
      expect(wanted.filter((key) => !found.includes(key))).toEqual([]);
      expect(found.filter((key) => !wanted.includes(key) && !frames.has(key))).toEqual([]);
    });
  });

  test('the languages of lines reach 0.99 against the language gold', () => {
    const gold = rows('lang-dev.jsonl');
    const right = gold.filter((row) =>
      structureLines(read(row.doc)).some((line) => line.line === row.line && line.lang === row.lang),
    );
    expect(right.length / gold.length).toBeGreaterThanOrEqual(0.99);
  });

  test('every tree over the seeds is sound', () => {
    for (const row of rows('structure-dev.jsonl')) read(row.doc);
    for (const document of documents.values()) expect(checkDocument(document)).toEqual([]);
  });
}
