/**
 * How fast the register answers at 100,000 commitments on a real PostgreSQL: fills a server of its own, prints how long the rows
 * take to be made again from their actions, then the median and the worst of twenty runs of each query a page sends, as a
 * seat behind its wall. `node bench/register.ts [commitments]`
 */
import {
  atSeat,
  type CommitmentQuery,
  listCommitments,
  listWorks,
  readExpression,
  rebuildRegister,
} from '../src/operations/index.ts';
import type { Seat } from '../src/register/index.ts';
import { COLUMNS } from '../src/server/contract/index.ts';
import { openBench } from './bench-server.ts';
import { fillDecisions } from './commitment-logs.ts';
import { aboveBar, measure } from './measure.ts';
import { fillRegister } from './register-rows.ts';

const COMMITMENTS = Number(process.argv[2] ?? 100_000);

const SECRETARY: Seat = { hand: 'lan', role: 'secretariat', party: 'VN', unit: 'office', units: ['office'] };
/** Rows of a page. */
const limit = 200;

const QUERIES: Record<string, CommitmentQuery> = {
  'first page, nothing chosen': {},
  'page 250, nothing chosen': { offset: 50_000 },
  'one kind, half of all': { kind: ['commitment'] },
  'one kind and two sectors': { kind: ['commitment'], sector: ['transport', 'border-gates'] },
  'one actor': { actor: ['unit-7'] },
  'one place': { place: ['place-7'] },
  'one work': { work: ['w17'] },
  'search, two words that stand in half of all': { q: 'duong sat' },
  'search, words that stand in few': { q: '"hop tac duong sat"' },
  'search, one rare word': { q: '77123' },
  'search in all and four facets': {
    q: 'cua khau',
    kind: ['commitment'],
    strength: ['deliver'],
    decision: ['confirmed'],
    due: ['dated'],
  },
  ...Object.fromEntries(COLUMNS.map((sort) => [`sorted by ${sort}`, { sort }])),
  'sorted by strength, strongest first': { sort: 'strength', order: 'desc' },
};

const bench = await openBench();
const { whole } = bench;
try {
  const began = performance.now();
  const since = () => Math.round((performance.now() - began) / 1000);
  await fillRegister(whole.database, COMMITMENTS);
  await fillDecisions(whole.database);
  const filled = since();
  console.log(`${await whole.database.version()}, ${COMMITMENTS} commitments, filled in ${filled} s`);
  console.log(`rows of ${await rebuildRegister(whole)} commitments made from their actions in ${since() - filled} s`);
  await bench.analyse();
  const context = atSeat(whole, SECRETARY);
  for (const [name, query] of Object.entries(QUERIES)) {
    await measure(name, () => listCommitments(context, { ...query, limit }));
  }
  await measure('list of works', () => listWorks(context));
  await measure('Reader', () => readExpression(context, 'e5'));
  aboveBar();
} finally {
  await bench.close();
}
