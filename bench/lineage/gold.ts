import { readdirSync, readFileSync } from 'node:fs';
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

/** A fictional series of statements with all its links, new and dropped: a folder of texts with `gold.jsonl`. */
export function seriesSample(folder: string): Promise<Sample> {
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return readSample(
    texts.sort().map((name) => join(folder, name)),
    join(folder, 'gold.jsonl'),
  );
}

/** The demonstration again with some of its texts in another language: which text stands for which. */
const TRANSLATED: ReadonlyArray<Readonly<Record<string, string>>> = [
  { 'joint-statement-2023.vi.txt': 'joint-statement-2023.en.txt' },
  { 'joint-statement-2024.vi.txt': 'joint-statement-2024.zh.txt' },
  { 'joint-statement-2024.vi.txt': 'joint-statement-2024.fa.txt' },
  { 'joint-statement-2026.vi.txt': 'joint-statement-2026.en.txt' },
];

function lineAt(text: string, offset: number): { number: number; start: number; length: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { number: text.slice(0, start).split('\n').length, start, length: (end < 0 ? text.length : end) - start };
}

/** The unit of the translation that stands at the same place of the same line: versions run line by line. */
function counterpart(side: GoldSide, texts: ReadonlyMap<string, string>, work: LineageWork): GoldSide | null {
  const span = spanOf(texts, side);
  const text = texts.get(work.doc) as string;
  if (span === null) return null;
  const line = lineAt(texts.get(side.doc) as string, span.start);
  const place = ((span.start + span.end) / 2 - line.start) / line.length;
  const near = work.units.flatMap((unit) => {
    const other = lineAt(text, unit.span.start);
    if (other.number !== line.number) return [];
    return [{ unit, away: Math.abs(((unit.span.start + unit.span.end) / 2 - other.start) / other.length - place) }];
  });
  const [best] = near.sort((one, other) => one.away - other.away);
  if (best === undefined || best.away > 0.2) return null;
  const { quote } = best.unit;
  const nth = text.slice(0, best.unit.span.start).split(quote).length - 1;
  return { doc: work.doc, quote, nth };
}

/** The demonstration with one text replaced by a translation, and the gold carried over to it. */
export async function translatedSamples(folder = 'examples'): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const change of TRANSLATED) {
    const plain = await exampleSample(folder);
    const [from, to] = Object.entries(change)[0] as [string, string];
    const other = await readSample([join(folder, to)], join(folder, 'gold/lineage.jsonl'));
    const texts = new Map([...plain.texts, ...other.texts]);
    const [work] = other.works as [LineageWork];
    const moved = (side: GoldSide): GoldSide | null => (side.doc === from ? counterpart(side, texts, work) : side);
    samples.push({
      texts,
      works: plain.works.map((one) => (one.doc === from ? work : one)),
      gold: plain.gold.flatMap((line): GoldLine[] => {
        if (!('relation' in line)) return [];
        const [a, b] = [moved(line.a), moved(line.b)];
        return a === null || b === null ? [] : [{ ...line, a, b }];
      }),
    });
  }
  return samples;
}
