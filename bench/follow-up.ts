/**
 * How fast the pages of following up answer on a real PostgreSQL: 100,000 commitments, 50,000 tasks with twenty actions
 * each. Prints how long the states take to be made again from the actions, then the median and the worst of twenty runs of
 * what each page asks, as a seat behind its wall. `node bench/follow-up.ts [tasks] [commitments]`
 */
import { connect } from '../src/db/index.ts';
import { fixedClock } from '../src/kernel/index.ts';
import {
  atSeat,
  contextOf,
  listCommitments,
  listUrgings,
  listWorks,
  owedNext,
  pageOfTwoSides,
  quotasOf,
  rebuildTasks,
  taskCounts,
  taskOf,
  tasksOf,
} from '../src/operations/index.ts';
import type { Seat } from '../src/register/index.ts';
import { postgresPrograms, startPostgres } from '../test/store/postgres-server.ts';
import { measure } from './measure.ts';
import { fillRegister } from './register-rows.ts';
import { ACTIONS_A_TASK, fillTasks, UNITS } from './task-logs.ts';

const COMMITMENTS = Number(process.argv[3] ?? 100_000);
const TASKS = Number(process.argv[2] ?? 50_000);
const SECRETARY: Seat = { hand: 'lan', role: 'secretariat', party: 'VN', unit: 'office', units: ['office'] };
const HEAD: Seat = { hand: 'minh', role: 'unit-head', party: 'VN', unit: 'unit-7', units: ['unit-7'] };

const programs = postgresPrograms();
if (programs === null) throw new Error('no PostgreSQL server is installed (initdb, postgres)');
const server = await startPostgres(programs, ['shared_buffers=1GB', 'work_mem=32MB']);
await server.create('bench');
const whole = contextOf(await connect({ url: server.url('bench') }), fixedClock('2026-11-22T02:00:00.000Z'));
try {
  await fillRegister(whole.database, COMMITMENTS);
  await fillTasks(whole.database, TASKS, COMMITMENTS);
  await server.analyse('bench');
  console.log(`${await whole.database.version()}, ${COMMITMENTS} commitments, ${TASKS * ACTIONS_A_TASK} actions`);
  const began = performance.now();
  const made = await rebuildTasks(whole);
  console.log(`states of ${made} tasks made from their actions in ${Math.round((performance.now() - began) / 1000)} s`);
  await server.analyse('bench');
  for (const [name, seat] of [
    ['secretariat', SECRETARY],
    ['unit head', HEAD],
  ] as const) {
    const context = atSeat(whole, seat);
    const ask = (what: string, work: () => Promise<unknown>) => measure(`${name}: ${what}`, work);
    await ask('tasks, nothing chosen', () => tasksOf(context, {}));
    await ask('tasks, overdue', () => tasksOf(context, { timeliness: ['overdue'] }));
    await ask('tasks of a unit', () => tasksOf(context, { units: [UNITS[7] as string] }));
    await ask('tasks as of a year ago', () => tasksOf(context, { asOf: '2025-11-22' }));
    await ask('tasks of a commitment', () => tasksOf(context, { commitment: 'c77' }));
    await ask('counts by unit', () => taskCounts(context, { by: 'unit' }));
    await ask('counts by sector', () => taskCounts(context, { by: 'sector' }));
    await ask('counts by direction', () => taskCounts(context, { by: 'direction' }));
    await ask('counts by document', () => taskCounts(context, { by: 'work' }));
    await ask('two sides', () => pageOfTwoSides(context, seat, {}));
    await ask('urgings', () => listUrgings(context));
    await ask('quotas', () => quotasOf(context, {}, seat));
    await ask('documents', () => listWorks(context));
    await ask('what is owed next', () => owedNext(context, seat));
    await ask('one task', () => taskOf(context, 't1', seat));
    await ask('register, nothing chosen', () => listCommitments(context, {}));
    await ask('register, one kind, two sectors', () =>
      listCommitments(context, { kind: ['commitment'], sector: ['transport', 'border-gates'] }),
    );
  }
} finally {
  await whole.close();
  await server.stop();
}
