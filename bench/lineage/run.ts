/**
 * Lineage against gold: `node bench/lineage/run.ts [--seeds FOLDER --gold FILE] [--errors]`; without arguments the
 * demonstration relation. The gold need not hold every link, so precision is a lower bound.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { traceWorks } from '../../src/lineage/index.ts';
import { exampleSample, readSample } from './gold.ts';
import { type Figures, measure } from './measure.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, gold: { type: 'string' }, errors: { type: 'boolean' } },
});

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function print(figures: Figures): void {
  const { links, gold, found, right, relation, statuses } = figures;
  console.log(`links      ${links} said, ${gold} in the gold`);
  console.log(`precision  ${percent(right, links)} at least`);
  console.log(`recall     ${percent(found, gold)}`);
  console.log(`relation   ${percent(relation, found)} of those found`);
  for (const [status, { said, gold: wanted, found: hit, linked }] of Object.entries(statuses)) {
    console.log(
      `${status.padEnd(10)} ${said} said; ${hit} of ${wanted} in the gold; ${linked.length} that the gold links`,
    );
  }
}

function printErrors({ missed, extra, wrongRelation, statuses }: Figures): void {
  for (const { a, b, relation } of missed)
    console.log(`MISSED ${relation}\n  ${a.doc}: ${a.quote}\n  ${b.doc}: ${b.quote}`);
  for (const [gold, link] of wrongRelation) {
    console.log(`RELATION ${gold.relation}, said ${link.relation} (${JSON.stringify(link.why[0])})`);
    console.log(`  ${gold.a.quote}\n  ${gold.b.quote}`);
  }
  for (const { a, b, relation, score, why } of extra) {
    console.log(`EXTRA ${score} ${relation} (${why.map(({ words }) => words).join(' | ')})`);
    console.log(`  ${a.doc}: ${a.quote}\n  ${b.doc}: ${b.quote}`);
  }
  for (const { linked } of Object.values(statuses)) {
    for (const { place, status } of linked) console.log(`LINKED BUT ${status}\n  ${place.doc}: ${place.quote}`);
  }
}

const { seeds, gold } = values;
const sample =
  seeds === undefined || gold === undefined
    ? await exampleSample()
    : await readSample(
        readdirSync(seeds)
          .sort()
          .map((name) => join(seeds, name)),
        gold,
      );
const figures = measure(sample, traceWorks(sample.works));
print(figures);
if (values.errors) printErrors(figures);
