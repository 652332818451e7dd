import { addCounts, align, countBeads, countLone, f1 } from '../../src/alignment/index.ts';
import { readSamples } from './corpus.ts';

const folder = process.argv[2] ?? '../shared/align';
const PAIRS = ['en-vi', 'en-fa', 'vi-zh', 'en-zh', 'vi-fa'];
const samples = readSamples(folder, PAIRS);
const t = Date.now();
for (const pair of PAIRS) {
  const rows = samples
    .filter((s) => s.pair === pair)
    .map((s) => {
      const beads = align(s.a, s.b);
      return [countBeads(beads, s.gold), countLone(beads, s.gold)] as const;
    });
  console.log(
    pair,
    f1(addCounts(rows.map((r) => r[0]))).toFixed(3),
    rows.map((r) => f1(r[0]).toFixed(2)).join(' '),
    'lone',
    f1(addCounts(rows.map((r) => r[1]))).toFixed(2),
  );
}
console.log(Date.now() - t, 'ms');
