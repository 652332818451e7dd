import { expect, test } from 'vitest';
import type { OwedReport } from '../periods/index.ts';
import type { Role, Seat } from '../seats/index.ts';
import type { TaskActionBody } from './actions.ts';
import { owedBy } from './owed.ts';
import { reduceTask } from './reduce.ts';

function seat(role: Role, unit: string): Seat {
  return { hand: `${role} ${unit}`, role, party: 'XL', unit, units: [unit] };
}
const REPORTER = seat('reporter', 'roads');
const HEAD = seat('unit-head', 'roads');
const KEEPER = seat('secretariat', 'ministry');

/** A task of the roads with the customs, after these actions. */
function after(...bodies: readonly TaskActionBody[]) {
  const assign: TaskActionBody = {
    ...{ type: 'assign', party: 'XL', audience: 'own-side', title: 'Open the gate', commitments: ['c'], parent: null },
    ...{ lead: 'roads', coordinators: [{ unit: 'customs', due: null, part: 'the hall' }], unresolved: [] },
    ...{ due: { day: '2026-06-30', basis: 'text', source: '' }, every: 'quarter' },
  };
  const actions = [assign, ...bodies].map((body, index) => {
    const [sequence, at] = [index + 1, '2026-01-05T08:00:00.000Z'];
    return { id: `a${sequence}`, sequence, at, by: 'x', body };
  });
  return reduceTask(actions);
}

const LATE: OwedReport = {
  period: { name: 'quarter', from: '2026-01-01', to: '2026-03-31' },
  submit: '2026-04-08',
  standing: 'late',
  report: null,
};
const kinds = (items: ReturnType<typeof owedBy>) => items.map(({ kind, day }) => [kind, day]);
const draft = (unit: string): TaskActionBody => ({
  type: 'draft',
  report: { id: unit, unit, period: null, step: 3, done: false, text: '', evidence: [] },
});

test('the lead owes what it has to take on, then plan, report and finish; the coordinator its part', () => {
  expect(kinds(owedBy(after(), REPORTER, [LATE]))).toEqual([['accept', '2026-06-30']]);
  expect(kinds(owedBy(after({ type: 'accept' }), REPORTER, [LATE, { ...LATE, standing: 'in-time' }]))).toEqual([
    ['report', '2026-04-08'],
    ['plan', null],
    ['finish', '2026-06-30'],
  ]);
  expect(kinds(owedBy(after(), seat('unit-head', 'customs'), []))).toEqual([['part', '2026-06-30']]);
  expect(owedBy(after(), seat('reporter', 'health'), [])).toEqual([]);
});

test('a report wants the head first, then the secretariat, and the unit again where it was returned', () => {
  const submitted = after({ type: 'accept' }, draft('roads'), { type: 'submit', report: 'roads' });
  expect(kinds(owedBy(submitted, HEAD, []))).toContainEqual(['pass-on', null]);
  expect(kinds(owedBy(submitted, REPORTER, []))).not.toContainEqual(['pass-on', null]);
  const forwarded = after({ type: 'accept' }, draft('roads'), { type: 'forward', report: 'roads' });
  expect(kinds(owedBy(forwarded, KEEPER, []))).toEqual([['take', null]]);
  const returned = after(
    ...[{ type: 'accept' } as const, draft('roads'), { type: 'forward', report: 'roads' } as const],
    { type: 'return', report: 'roads', reason: 'unclear', note: '' },
  );
  expect(kinds(owedBy(returned, REPORTER, []))).toContainEqual(['redo', null]);
});

test('an obstacle wants an answer of who can lift it, of the secretariat where nobody is named; a settled task wants nothing', () => {
  const obstacle = { id: 'o', kind: 'law', text: 'No decree', to: 'justice', limit: '2026-02-01' } as const;
  const raised = after({ type: 'accept' }, { type: 'raise', obstacle });
  expect(kinds(owedBy(raised, seat('unit-head', 'justice'), []))).toEqual([['answer', '2026-02-01']]);
  expect(owedBy(raised, KEEPER, [])).toEqual([]);
  const adrift = after({ type: 'accept' }, { type: 'raise', obstacle: { ...obstacle, to: null } });
  expect(kinds(owedBy(adrift, KEEPER, []))).toEqual([['answer', '2026-02-01']]);
  const settled = after({
    type: 'settle',
    outcome: 'dropped',
    day: '2026-02-01',
    reason: 'law',
    note: '',
    evidence: [],
  });
  for (const one of [HEAD, KEEPER]) expect(owedBy(settled, one, [LATE])).toEqual([]);
});
