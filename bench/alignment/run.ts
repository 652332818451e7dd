/** `node bench/alignment/run.ts [FOLDER]`: strict F1 over beads and over lone lines, a row a pair. */
import {
  addCounts,
  align,
  type Count,
  countBeads,
  countLone,
  f1,
  sentencePassages,
} from '../../src/alignment/index.ts';
import { readSamples, type Sample } from './corpus.ts';

const PAIRS = ['en-vi', 'en-fa', 'vi-zh', 'en-zh', 'vi-fa'];

function measure({ a, b, gold }: Sample): { all: Count; lone: Count } {
  const texts = (side: Sample['a']): string[] => side.map(({ text }) => text);
  const beads = align(sentencePassages(texts(a)), sentencePassages(texts(b)));
  return { all: countBeads(beads, gold), lone: countLone(beads, gold) };
}

const started = performance.now();
const samples = readSamples(process.argv[2] ?? '../shared/align', PAIRS);
process.stdout.write('pair   beads  by file                        lone lines\n');
for (const pair of PAIRS) {
  const counts = samples.filter((sample) => sample.pair === pair).map(measure);
  const files = counts.map(({ all }) => f1(all).toFixed(2)).join(' ');
  const lone = f1(addCounts(counts.map((count) => count.lone))).toFixed(3);
  process.stdout.write(`${pair}  ${f1(addCounts(counts.map(({ all }) => all))).toFixed(3)}  ${files}  ${lone}\n`);
}
process.stderr.write(`${Math.round(performance.now() - started)} ms\n`);
