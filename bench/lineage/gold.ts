import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCommitments } from '../../src/commitments/index.ts';
import { type Document, readDocument } from '../../src/documents/index.ts';
import type { Span } from '../../src/kernel/index.ts';
import { gatherVersions, type LineageWork, readWorks } from '../../src/lineage/index.ts';

export interface GoldSide {
  readonly doc: string;
  readonly quote: string;
  readonly nth?: number;
}

/** A line of a gold file: a link, or a unit that is new or dropped. */
export type GoldLine =
  | { readonly a: GoldSide; readonly b: GoldSide; readonly relation: string; readonly a_parallel?: GoldSide }
  | (GoldSide & { readonly status: 'new' | 'dropped' });

export interface Sample {
  readonly works: readonly LineageWork[];
  readonly texts: ReadonlyMap<string, string>;
  readonly gold: readonly GoldLine[];
}

/** Reads documents as `servanda trace` does, with the gold lines about them. */
export async function readSample(files: readonly string[], goldFile: string): Promise<Sample> {
  const documents: Document[] = [];
  for (const file of files) {
    documents.push((await readDocument({ name: basename(file), bytes: readFileSync(file) })).value);
  }
  const read = documents.flatMap((document) => readWorks(document, readCommitments(document).candidates));
  const gold = readFileSync(goldFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return {
    works: gatherVersions(read).map(({ work }) => work),
    texts: new Map(documents.map(({ name, text }) => [name, text])),
    gold: gold.map((line) => JSON.parse(line) as GoldLine),
  };
}

/** Where a quote of the gold stands, or null. */
export function spanOf(texts: ReadonlyMap<string, string>, { doc, quote, nth = 0 }: GoldSide): Span | null {
  const text = texts.get(doc) ?? '';
  let at = -1;
  for (let count = 0; count <= nth; count += 1) at = text.indexOf(quote, at + 1);
  return at < 0 ? null : { start: at, end: at + quote.length };
}

export function overlaps(one: Span | null, other: Span): boolean {
  return one !== null && one.start < other.end && other.start < one.end;
}

const EXAMPLES = [
  'joint-statement-2023.vi.txt',
  'joint-statement-2024.vi.txt',
  'communique-2025.vi.txt',
  'joint-statement-2026.vi.txt',
  'directive-2026.vi.docx',
];

/** The demonstration relation with its gold. */
export function exampleSample(folder = 'examples'): Promise<Sample> {
  return readSample(
    EXAMPLES.map((name) => join(folder, name)),
    join(folder, 'gold/lineage.jsonl'),
  );
}
