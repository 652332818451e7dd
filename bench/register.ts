/**
 * How fast the register answers at 100,000 commitments on a real PostgreSQL: fills a server of its own, then prints the
 * median and the worst of twenty runs of each query a page sends. `node bench/register.ts [commitments]`
 */
import { connect } from '../src/db/index.ts';
import { systemClock } from '../src/kernel/index.ts';
import {
  type CommitmentQuery,
  contextOf,
  listCommitments,
  listWorks,
  readExpression,
} from '../src/operations/index.ts';
import { postgresPrograms, startPostgres } from '../test/store/postgres-server.ts';
import { measure } from './measure.ts';
import { fillRegister } from './register-rows.ts';

const COMMITMENTS = Number(process.argv[2] ?? 100_000);

const QUERIES: Record<string, CommitmentQuery> = {
  'first page, nothing chosen': {},
  'page 500, nothing chosen': { offset: 50_000 },
  'sorted by strength, weakest last': { sort: 'strength', order: 'desc' },
  'sorted by quote': { sort: 'quote' },
  'one kind and two sectors': { kind: ['commitment'], sector: ['transport', 'border-gates'] },
  'one actor': { actor: ['unit-7'] },
  'one work': { work: ['w17'] },
  'search, two words': { q: 'duong sat' },
  'search, one rare word': { q: '77123' },
  'search and four facets': {
    q: 'cua khau',
    kind: ['commitment'],
    strength: ['deliver'],
    decision: ['confirmed'],
    due: ['dated'],
  },
};

const programs = postgresPrograms();
if (programs === null) throw new Error('no PostgreSQL server is installed (initdb, postgres)');
const server = await startPostgres(programs, ['shared_buffers=512MB']);
await server.create('bench');
const context = contextOf(await connect({ url: server.url('bench') }), systemClock);
try {
  await fillRegister(context.database, COMMITMENTS);
  await server.analyse('bench');
  console.log(`${await context.database.version()}, ${COMMITMENTS} commitments`);
  for (const [name, query] of Object.entries(QUERIES)) await measure(name, () => listCommitments(context, query));
  await measure('list of works', () => listWorks(context));
  await measure('Reader', () => readExpression(context, 'e5'));
} finally {
  await context.close();
  await server.stop();
}
