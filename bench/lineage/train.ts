/**
 * Fits src/lineage/scoring/weights.json on the gold of the demonstration and of one fictional series: logistic regression over candidate pairs, held
 * near small weights. `node bench/lineage/train.ts` prints the average precision with each pair of works left out in
 * turn; `--write` then fits on all. Pairs the gold does not list count as no link, though some are: the weights lean
 * to caution. `--seeds FOLDER --gold FILE` adds links whose absence says nothing (positive examples only).
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Span } from '../../src/kernel/index.ts';
import { lineageIndex } from '../../src/lineage/index.ts';
import { FEATURES } from '../../src/lineage/scoring/features.ts';
import { scoreWorks } from '../../src/lineage/scoring/index-works.ts';
import { exampleSample, overlaps, readSample, type Sample, seriesSample, spanOf, translatedSamples } from './gold.ts';

const ROUNDS = 12;
const HOLD = 2;
/** Weight of the same links once more between texts of two languages. */
const TRANSLATED = 0.6;

interface Row {
  readonly group: string;
  readonly features: Float32Array;
  readonly link: boolean;
  readonly weight: number;
}

interface PlacedLink {
  readonly a: { readonly doc: string };
  readonly b: { readonly doc: string };
  readonly spanA: Span | null;
  readonly spanB: Span | null;
}

/** Whether the gold leads from one unit to the other through a third: such a pair is neither link nor none. */
function goesThrough(
  links: readonly PlacedLink[],
  from: readonly [string, Span],
  to: readonly [string, Span],
): boolean {
  const out = links.filter(({ a, spanA }) => a.doc === from[0] && overlaps(spanA, from[1]));
  const onward = links.filter(({ b, spanB }) => b.doc === to[0] && overlaps(spanB, to[1]));
  return out.some((one) =>
    onward.some(
      (next) =>
        one.b.doc === next.a.doc && one.spanB !== null && next.spanA !== null && overlaps(one.spanB, next.spanA),
    ),
  );
}

function rowsOf(sample: Sample, onlyLinks: boolean, weight = 1): Row[] {
  const links = sample.gold.flatMap((line) =>
    'relation' in line ? [{ ...line, spanA: spanOf(sample.texts, line.a), spanB: spanOf(sample.texts, line.b) }] : [],
  );
  return scoreWorks(lineageIndex(), sample.works).flatMap(({ a, b, scores }) => {
    const here = links.filter((line) => line.a.doc === a.work.doc && line.b.doc === b.work.doc);
    return scores.flatMap((pair): Row[] => {
      const [one, other] = [a.work.units[pair.a], b.work.units[pair.b]];
      if (one === undefined || other === undefined) return [];
      const link = here.some(({ spanA, spanB }) => overlaps(spanA, one.span) && overlaps(spanB, other.span));
      if (!link && (onlyLinks || goesThrough(links, [a.work.doc, one.span], [b.work.doc, other.span]))) return [];
      return [{ group: `${a.work.id} ${b.work.id}`, features: pair.features, link, weight }];
    });
  });
}

/** Solves a small system of linear equations by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  for (let at = 0; at < size; at += 1) {
    const pivot = rows
      .slice(at)
      .reduce((best, row) => (Math.abs(row[at] as number) > Math.abs(best[at] as number) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(at, 0, pivot);
    for (const [index, row] of rows.entries()) {
      if (index === at) continue;
      const factor = (row[at] as number) / (pivot[at] as number);
      for (let column = at; column <= size; column += 1) {
        row[column] = (row[column] as number) - factor * (pivot[column] as number);
      }
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}

/** Newton's method on the likelihood with a ridge. */
function trained(rows: readonly Row[]): Float64Array {
  const size = FEATURES.length;
  let weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope: number[] = Array.from({ length: size }, (_, at) => (at === 0 ? 0 : -HOLD * (weights[at] as number)));
    const curve = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (row === column ? (row === 0 ? 1e-6 : HOLD) : 0)),
    );
    for (const { features, link, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-features.reduce((all, value, at) => all + value * (weights[at] as number), 0)));
      const [miss, spread] = [((link ? 1 : 0) - chance) * weight, chance * (1 - chance) * weight];
      for (let at = 0; at < size; at += 1) {
        const value = features[at] as number;
        if (value === 0) continue;
        slope[at] = (slope[at] as number) + miss * value;
        const line = curve[at] as number[];
        for (let other = 0; other < size; other += 1) {
          line[other] = (line[other] as number) + spread * value * (features[other] as number);
        }
      }
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, at) => weight + (step[at] as number));
  }
  return weights;
}

function scoreOf({ features }: Row, weights: Float64Array): number {
  return features.reduce((all, value, at) => all + value * (weights[at] as number), 0);
}

function averagePrecision(rows: readonly Row[], weights: Float64Array): number {
  const sorted = [...rows].sort((one, other) => scoreOf(other, weights) - scoreOf(one, weights));
  let [seen, sum] = [0, 0];
  sorted.forEach(({ link }, rank) => {
    if (!link) return;
    seen += 1;
    sum += seen / (rank + 1);
  });
  return seen === 0 ? 0 : sum / seen;
}

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, gold: { type: 'string' }, write: { type: 'boolean' } },
});
/** Sectors of real texts are read with errors: every so many values of the feature are hidden in training. */
const HIDDEN_SECTORS = 4;
const rows = [
  ...rowsOf(await exampleSample(), false),
  ...rowsOf(await seriesSample('test/fixtures/lineage/delta'), false),
  ...(await translatedSamples()).flatMap((sample) => rowsOf(sample, false, TRANSLATED)),
];
if (values.seeds !== undefined && values.gold !== undefined) {
  const folder = values.seeds;
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  rows.push(...rowsOf(await readSample(files, values.gold), true));
}
console.log(`${rows.length} pairs, ${rows.filter(({ link }) => link).length} links`);
for (const group of new Set(rows.map((row) => row.group))) {
  const held = rows.filter((row) => row.group === group);
  const rest = rows.filter((row) => row.group !== group);
  if (held.every(({ link }) => link) || !held.some(({ link }) => link)) continue;
  console.log(`${averagePrecision(held, trained(rest)).toFixed(3)}  ${group}`);
}
const sector = FEATURES.indexOf('same-sector');
rows.forEach(({ features }, at) => {
  if (at % HIDDEN_SECTORS === 0) features[sector] = 0;
});
const weights = trained(rows);
const table = Object.fromEntries(FEATURES.map((feature, at) => [feature, Number((weights[at] as number).toFixed(3))]));
console.log(`all ${averagePrecision(rows, weights).toFixed(3)}`, table);
if (values.write) {
  writeFileSync('src/lineage/scoring/weights.json', `${JSON.stringify(table, null, 2)}\n`);
}
