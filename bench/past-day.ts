/**
 * How long the register takes to be shown as it stood on a past day: 20,000 commitments with ten actions each on a real
 * PostgreSQL, spread over 1,000 days. Prints the median and the worst of twenty runs of a page as a seat behind its wall, for days
 * ever further back. `node bench/past-day.ts [commitments]`
 */
import { appendActions, type CommitmentAction } from '../src/db/index.ts';
import { atSeat, listCommitments, listEntries, rebuildRegister } from '../src/operations/index.ts';
import type { ActionBody, Seat } from '../src/register/index.ts';
import { openBench } from './bench-server.ts';
import { proposalOf } from './commitment-logs.ts';
import { measure } from './measure.ts';
import { fillRegister } from './register-rows.ts';

const COMMITMENTS = Number(process.argv[2] ?? 20_000);
const ACTIONS = 10;
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2024-02-01T02:00:00.000Z');
const SECRETARY: Seat = { hand: 'lan', role: 'secretariat', party: 'VN', unit: 'office', units: ['office'] };
const DAYS = ['2026-11-20', '2026-10-22', '2026-05-22', '2025-11-22', '2024-11-22'];

/** What happens to a commitment that was confirmed, over and over. */
const LIFE: readonly ActionBody[] = [
  { type: 'correct', fields: { strength: 'promote' } },
  { type: 'review', on: '2027-01-01' },
  { type: 'correct', fields: { strength: 'implement' } },
];

function logOf(row: { readonly id: string } & Parameters<typeof proposalOf>[0], index: number): CommitmentAction[] {
  const bodies = Array.from({ length: ACTIONS - 2 }, (_, at) => LIFE[at % LIFE.length] as ActionBody);
  return [proposalOf(row), { type: 'confirm' } as const, ...bodies].map((body, at) => ({
    ...{ id: `${row.id}-${at}`, commitmentId: row.id, sequence: at + 1, by: at === 0 ? 'rules' : 'bench', body },
    at: new Date(BEGIN + ((index * 7) % 100) * DAY_MS + at * 103 * DAY_MS).toISOString(),
  }));
}

const bench = await openBench();
const { whole } = bench;
try {
  await fillRegister(whole.database, COMMITMENTS);
  const rows = await whole.database.queries.selectFrom('commitment').selectAll().orderBy('id').execute();
  for (let from = 0; from < rows.length; from += 1_000) {
    const logs = rows.slice(from, from + 1_000).flatMap((row, at) => logOf(row, from + at));
    await whole.database.write((queries) => appendActions(queries, logs));
  }
  await rebuildRegister(whole);
  await bench.analyse();
  console.log(`${await whole.database.version()}, ${COMMITMENTS} commitments, ${COMMITMENTS * ACTIONS} actions`);
  const context = atSeat(whole, SECRETARY);
  await measure('the register now', () => listCommitments(context, {}));
  for (const asOf of DAYS) {
    await measure(`the register as of ${asOf}`, () => listCommitments(context, { asOf }));
    await measure(`bodies as of ${asOf}`, () => listEntries(context, { kind: 'body', asOf }));
  }
} finally {
  await bench.close();
}
