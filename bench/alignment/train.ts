/**
 * Trains the weights of src/alignment/weights.json: maximum likelihood of the gold alignments in the lattice, held
 * near the weights it starts from. `node bench/alignment/train.ts FOLDER` prints F1 with each document left out in
 * turn; with `--write` it then trains on all and writes the file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { identicalLines } from '../../src/alignment/anchors.ts';
import { beadsOf } from '../../src/alignment/beads.ts';
import { WIDEST } from '../../src/alignment/compile.ts';
import { featuresOf, possible, type Scene } from '../../src/alignment/edges.ts';
import { FEATURES, SHAPES } from '../../src/alignment/features.ts';
import { addCounts, countBeads, countLone, f1, type PlainBead } from '../../src/alignment/index.ts';
import { afterFirstPass, decode, prepareScene, readTexts, runPasses, weightsOf } from '../../src/alignment/passes.ts';
import { readSamples, type Sample } from './corpus.ts';

const PAIRS = ['en-vi', 'en-fa', 'vi-zh', 'en-zh', 'vi-fa'];
const ROUNDS = 150;
const HOLD = 1;
const RATE = 0.03;

interface Graph {
  readonly file: string;
  readonly cells: number;
  readonly from: number[];
  readonly to: number[];
  readonly features: Float32Array;
  readonly gold: Set<number>;
}

function goldPath(gold: readonly PlainBead[]): Set<string> {
  const left = [...gold];
  const path = new Set<string>();
  let [i, j] = [0, 0];
  while (left.length > 0) {
    const at = left.findIndex(({ a, b }) => (a.length === 0 || a[0] === i) && (b.length === 0 || b[0] === j));
    if (at < 0) throw new Error(`no gold bead at ${i},${j}`);
    const [bead] = left.splice(at, 1) as [PlainBead];
    path.add(`${i},${j},${bead.a.length},${bead.b.length}`);
    i += bead.a.length;
    j += bead.b.length;
  }
  return path;
}

function graphOf(file: string, scene: Scene, gold: readonly PlainBead[]): Graph {
  const path = goldPath(gold);
  const { band } = scene;
  const [from, to]: [number[], number[]] = [[], []];
  const rows: Float64Array[] = [];
  const golden = new Set<number>();
  const cell = (i: number, j: number): number => (band.offset[i] as number) + j - (band.low[i] as number);
  for (let i = 0; i < band.low.length; i += 1) {
    for (let j = band.low[i] as number; j <= (band.high[i] as number); j += 1) {
      for (const [di, dj] of SHAPES) {
        if (di > scene.widest || dj > scene.widest || (scene.widest === 2 && di + dj === 4)) continue;
        if (!possible(scene, i, di, j, dj)) continue;
        if (path.has(`${i},${j},${di},${dj}`)) golden.add(from.length);
        from.push(cell(i, j));
        to.push(cell(i + di, j + dj));
        rows.push(featuresOf(scene, i, di, j, dj));
      }
    }
  }
  const features = new Float32Array(rows.length * FEATURES.length);
  for (const [at, row] of rows.entries()) features.set(row, at * FEATURES.length);
  return { file, cells: band.cells, from, to, features, gold: golden };
}

function logAdd(one: number, other: number): number {
  if (one === -Infinity) return other;
  if (other === -Infinity) return one;
  return Math.max(one, other) + Math.log1p(Math.exp(-Math.abs(one - other)));
}

function gradient(graph: Graph, weights: Float64Array, into: Float64Array): number {
  const size = FEATURES.length;
  const edges = graph.from.length;
  const score = new Float64Array(edges);
  for (let edge = 0; edge < edges; edge += 1) {
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += (graph.features[edge * size + at] as number) * (weights[at] as number);
    score[edge] = sum;
  }
  const forward = new Float64Array(graph.cells).fill(-Infinity);
  const backward = new Float64Array(graph.cells).fill(-Infinity);
  forward[0] = 0;
  backward[graph.cells - 1] = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const to = graph.to[edge] as number;
    forward[to] = logAdd(
      forward[to] as number,
      (forward[graph.from[edge] as number] as number) + (score[edge] as number),
    );
  }
  for (let edge = edges - 1; edge >= 0; edge -= 1) {
    const from = graph.from[edge] as number;
    backward[from] = logAdd(
      backward[from] as number,
      (backward[graph.to[edge] as number] as number) + (score[edge] as number),
    );
  }
  const total = forward[graph.cells - 1] as number;
  let goldScore = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const log =
      (forward[graph.from[edge] as number] as number) +
      (score[edge] as number) +
      (backward[graph.to[edge] as number] as number) -
      total;
    const is = graph.gold.has(edge) ? 1 : 0;
    goldScore += is * (score[edge] as number);
    const by = is - (log < -30 ? 0 : Math.exp(log));
    if (by === 0) continue;
    for (let at = 0; at < size; at += 1)
      into[at] = (into[at] as number) + by * (graph.features[edge * size + at] as number);
  }
  return goldScore - total;
}

function train(graphs: readonly Graph[], start: Float64Array): Float64Array {
  const weights = Float64Array.from(start);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = new Float64Array(weights.length);
    for (const graph of graphs) gradient(graph, weights, slope);
    weights.forEach((weight, at) => {
      const by = (slope[at] as number) - HOLD * (weight - (start[at] as number));
      mean[at] = 0.9 * (mean[at] as number) + 0.1 * by;
      square[at] = 0.99 * (square[at] as number) + 0.01 * by * by;
      const step =
        (mean[at] as number) / (1 - 0.9 ** round) / (Math.sqrt((square[at] as number) / (1 - 0.99 ** round)) + 1e-6);
      weights[at] = weight + RATE * step;
    });
  }
  return weights;
}

function around(sample: Sample): Array<{ a: number; b: number }> {
  return sample.gold
    .filter(({ a, b }) => a.length === 1 && b.length === 1)
    .map(({ a, b }) => ({ a: a[0] as number, b: b[0] as number }));
}

const folder = process.argv[2] ?? '../shared/align';
const path = 'src/alignment/weights.json';
const initial = JSON.parse(
  readFileSync(
    process.argv.includes('--from') ? (process.argv[process.argv.indexOf('--from') + 1] as string) : path,
    'utf8',
  ),
) as Record<'first' | 'second', Record<string, number>>;
const samples = readSamples(folder, PAIRS);
const [first, second] = [weightsOf(initial.first), weightsOf(initial.second)];
const firstGraphs: Graph[] = [];
const secondGraphs: Graph[] = [];
for (const sample of samples) {
  const texts = readTexts(sample.a, sample.b);
  const fixed = identicalLines(sample.a, sample.b);
  const scene = prepareScene(texts, { weights: first, ratio: 1, around: null, fixed, widest: 2 });
  const after = afterFirstPass(texts, scene, decode(scene, first, fixed));
  const narrow = prepareScene(texts, { weights: first, ratio: 1, around: around(sample), fixed, widest: 2 });
  // Gold beads wider than the first pass knows are taught as well as they can be: by the second pass only.
  if (sample.gold.every(({ a, b }) => a.length + b.length < 4))
    firstGraphs.push(graphOf(sample.file, narrow, sample.gold));
  const wide = prepareScene(after.texts, {
    weights: second,
    ratio: after.ratio,
    around: around(sample),
    fixed,
    widest: WIDEST,
  });
  secondGraphs.push(graphOf(sample.file, wide, sample.gold));
}
process.stderr.write(`${firstGraphs.length} first, ${secondGraphs.length} second\n`);
const files = [...new Set(samples.map(({ file }) => file))];
const results = files.flatMap((file) => {
  const one = first;
  const two = train(
    secondGraphs.filter((graph) => graph.file !== file),
    second,
  );
  return samples
    .filter((sample) => sample.file === file)
    .map((sample) => {
      const beads = beadsOf(runPasses(sample.a, sample.b, { first: one, second: two }), false);
      return { pair: sample.pair, file, all: countBeads(beads, sample.gold), lone: countLone(beads, sample.gold) };
    });
});
for (const pair of PAIRS) {
  const rows = results.filter((result) => result.pair === pair);
  process.stdout.write(
    `${pair} ${f1(addCounts(rows.map(({ all }) => all))).toFixed(3)} ${rows.map(({ all }) => f1(all).toFixed(2)).join(' ')} lone ${f1(addCounts(rows.map(({ lone }) => lone))).toFixed(2)}\n`,
  );
}
if (process.argv.includes('--write')) {
  const table = (weights: Float64Array): Record<string, number> =>
    Object.fromEntries(FEATURES.map((name, at) => [name, Math.round((weights[at] as number) * 1000) / 1000]));
  const trained = table(train(secondGraphs, second));
  writeFileSync(path, `${JSON.stringify({ first: trained, second: trained }, null, 2)}\n`);
}
