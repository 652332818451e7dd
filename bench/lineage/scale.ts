/**
 * How lineage grows: `node bench/lineage/scale.ts [WORKS] [UNITS]` (1,000 and 300 without arguments) builds works out
 * of the demonstration's units and adds them one at a time, as documents arrive; prints time and memory on the way,
 * then of all links.
 */
import { addWork, type LineageUnit, type LineageWork, lineageIndex, lineageOf } from '../../src/lineage/index.ts';
import { exampleSample } from './gold.ts';

const [works = 1000, units = 300] = process.argv.slice(2).map(Number);
const { works: examples } = await exampleSample();
const stock = examples.flatMap((work) => work.units);
const words = stock.flatMap(({ quote }) => quote.split(/\s+/u));

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = sequence(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

/** A unit of the demonstration with a third of its words changed, and a place of its own. */
function unit(passage: number): LineageUnit {
  const model = pick(stock);
  const changed = model.quote.split(' ').map((word) => (next() < 0.35 ? pick(words) : word));
  const place = `Vùng ${Math.floor(next() * 20_000).toString(36)}`;
  const quote = `${changed.join(' ')} ${place}`;
  return { ...model, quote, places: [...model.places, place], passage };
}

function work(index: number): LineageWork {
  const day = new Date(Date.UTC(1990, 0, 1 + index * 13)).toISOString().slice(0, 10);
  return {
    id: `work-${index}`,
    doc: `work-${index}.txt`,
    title: `Work ${index}`,
    type: 'joint-statement',
    date: day,
    level: index % 4 === 3 ? 'local' : 'national',
    parties: ['XL', 'XT'],
    units: Array.from({ length: units }, (_, at) => unit(Math.floor(at / 5))),
  };
}

const index = lineageIndex();
const start = performance.now();
let since = start;
for (let count = 1; count <= works; count += 1) {
  addWork(index, work(count));
  if (count % Math.max(1, Math.floor(works / 10)) === 0) {
    const now = performance.now();
    const each = (now - since) / Math.floor(works / 10);
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(`${count} works, ${index.workOf.length} units: ${(each / 1000).toFixed(2)} s a work, ${memory} MB`);
    since = now;
  }
}
console.log(`added in ${((performance.now() - start) / 1000).toFixed(0)} s`);
const { links, statuses } = lineageOf(index);
const total = ((performance.now() - start) / 1000).toFixed(0);
console.log(`${links.length} links, ${statuses.length} new or dropped; ${total} s in all`);
