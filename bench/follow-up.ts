/**
 * How fast the pages of following up answer on a real PostgreSQL: 100,000 commitments, 50,000 tasks with twenty actions
 * each. Prints how long the states take to be made again from the actions, then the median and the worst of twenty runs of
 * what each page asks, as a seat behind its wall. `node bench/follow-up.ts [tasks] [commitments]`
 */
import { connect } from '../src/db/index.ts';
import { fixedClock } from '../src/kernel/index.ts';
import { atSeat, contextOf, rebuildTasks, takeSnapshot } from '../src/operations/index.ts';
import type { Seat } from '../src/register/index.ts';
import { postgresPrograms, startPostgres } from '../test/store/postgres-server.ts';
import { fillDecisions, fillOffices, HANDS } from './commitment-logs.ts';
import { aboveBar, measure } from './measure.ts';
import { pagesAsked } from './pages-asked.ts';
import { fillRegister } from './register-rows.ts';
import { ACTIONS_A_TASK, fillTasks, UNITS } from './task-logs.ts';

const COMMITMENTS = Number(process.argv[3] ?? 100_000);
const TASKS = Number(process.argv[2] ?? 50_000);
const SECRETARY: Seat = { hand: HANDS.VN, role: 'secretariat', party: 'VN', unit: 'office', units: ['office'] };
const HEAD: Seat = { hand: 'minh', role: 'unit-head', party: 'VN', unit: 'unit-7', units: ['unit-7'] };

const programs = postgresPrograms();
if (programs === null) throw new Error('no PostgreSQL server is installed (initdb, postgres)');
const server = await startPostgres(programs, ['shared_buffers=512MB', 'work_mem=32MB']);
await server.create('bench');
const whole = contextOf(await connect({ url: server.url('bench') }), fixedClock('2026-11-22T02:00:00.000Z'));
try {
  const began = performance.now();
  const since = () => Math.round((performance.now() - began) / 1000);
  await fillOffices(whole.database, UNITS);
  await fillRegister(whole.database, COMMITMENTS);
  await fillDecisions(whole.database);
  await fillTasks(whole.database, TASKS, COMMITMENTS);
  await server.analyse('bench');
  const filled = since();
  console.log(
    `${await whole.database.version()}, ${COMMITMENTS} commitments, ${TASKS * ACTIONS_A_TASK} actions, filled in ${filled} s`,
  );
  const made = await rebuildTasks(whole);
  console.log(`states of ${made} tasks made from their actions in ${since() - filled} s`);
  for (const kind of ['interim', 'final'] as const) await takeSnapshot(whole, { party: 'VN', kind }, SECRETARY);
  await server.analyse('bench');
  for (const [name, seat] of [
    ['secretariat', SECRETARY],
    ['unit head', HEAD],
  ] as const) {
    for (const [page, asks] of Object.entries(pagesAsked(atSeat(whole, seat), seat))) {
      await measure(`${name}: ${page}`, () => Promise.all(asks.map((ask) => ask())));
    }
  }
  aboveBar();
} finally {
  await whole.close();
  await server.stop();
}
