/**
 * How fast the pages of following up answer on a real PostgreSQL: 100,000 commitments, 50,000 tasks with twenty actions
 * each. Prints how long the states take to be made again from the actions, then the median and the worst of twenty runs of
 * what each page asks, as a seat behind its wall. `node bench/follow-up.ts [tasks] [commitments]`
 */
import { remakePairs } from '../src/db/index.ts';
import { atSeat, rebuildTasks, takeSnapshot } from '../src/operations/index.ts';
import type { Seat } from '../src/register/index.ts';
import { openBench } from './bench-server.ts';
import { fillDecisions, fillOffices, HANDS } from './commitment-logs.ts';
import { aboveBar, measure } from './measure.ts';
import { pagesAsked } from './pages-asked.ts';
import { fillRegister } from './register-rows.ts';
import { ACTIONS_A_TASK, fillTasks, UNITS } from './task-logs.ts';

const COMMITMENTS = Number(process.argv[3] ?? 100_000);
const TASKS = Number(process.argv[2] ?? 50_000);
const SECRETARY: Seat = { hand: HANDS.VN, role: 'secretariat', party: 'VN', unit: 'office', units: ['office'] };
const HEAD: Seat = { hand: 'minh', role: 'unit-head', party: 'VN', unit: 'unit-7', units: ['unit-7'] };

const bench = await openBench();
const { whole } = bench;
try {
  const began = performance.now();
  const since = () => Math.round((performance.now() - began) / 1000);
  await fillOffices(whole.database, UNITS);
  await fillRegister(whole.database, COMMITMENTS);
  await fillDecisions(whole.database);
  await fillTasks(whole.database, TASKS, COMMITMENTS);
  await bench.analyse();
  const filled = since();
  console.log(
    `${await whole.database.version()}, ${COMMITMENTS} commitments, ${TASKS * ACTIONS_A_TASK} actions, filled in ${filled} s`,
  );
  const made = await rebuildTasks(whole);
  // As `servanda rebuild` ends: writers draw the kept counts together a few at a time, and this bench filled them at once.
  await whole.database.write(remakePairs);
  console.log(`states of ${made} tasks made from their actions in ${since() - filled} s`);
  for (const kind of ['interim', 'final'] as const) await takeSnapshot(whole, { party: 'VN', kind }, SECRETARY);
  await bench.analyse();
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
  await bench.close();
}
