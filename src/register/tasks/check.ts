import { Problem } from '../../kernel/index.ts';
import type { Strength } from '../../vocabulary/index.ts';
// Past the door of ratings: behind it stand snapshots, which are made of tasks.
import { rankOf } from '../ratings/scales.ts';
import type { Seat } from '../seats/index.ts';
import type { Assignment, TaskActionBody, TaskActionType } from './actions.ts';
import { availableTaskActions, partsOf } from './available.ts';
import type { Evidence, ProgressReport, ReportStage, TaskState } from './model.ts';

type Following = Exclude<TaskActionBody, { type: 'assign' }>;
type Body<Type extends TaskActionType> = Extract<TaskActionBody, { type: Type }>;

/** Rules that an action can break although its kind is open to the seat; each is a message id under `task-rule.`. */
export const TASK_RULE_NAMES = [
  'one-lead',
  'units-once',
  'commitment-needed',
  'not-your-unit',
  'report-stage',
  'evidence-needed',
  'part-open',
  'own-verdict',
  'reason-needed',
  'later-than-due',
] as const;
export type TaskRuleName = (typeof TASK_RULE_NAMES)[number];

/** What checking needs to know beside the state. */
export interface TaskFacts {
  /** The strongest word among the commitments the task serves. */
  readonly strength: Strength;
}

/**
 * Lets an assignment pass that can be stored: one lead that is no coordinator, each unit once, a commitment to keep.
 * @throws Problem `task-rule`
 */
export function checkAssignment({ lead, coordinators, commitments }: Assignment): void {
  checkUnits(
    lead,
    coordinators.map(({ unit }) => unit),
  );
  if (commitments.length === 0) throw broken('commitment-needed');
}

/**
 * Lets an action pass that the seat may do to the task now.
 * @throws Problem `action-not-allowed` (not open to this seat in this state), `task-rule` (its content breaks a rule), `not-found`
 */
export function checkTaskAction(state: TaskState, body: Following, seat: Seat, facts: TaskFacts): void {
  if (!availableTaskActions(state, seat).includes(body.type)) {
    throw new Problem('action-not-allowed', { action: body.type, state: state.lifecycle });
  }
  const check = CHECKS[body.type] as ((given: Given<Following>) => void) | undefined;
  check?.({ state, body, seat, facts });
}

interface Given<Of> {
  readonly state: TaskState;
  readonly body: Of;
  readonly seat: Seat;
  readonly facts: TaskFacts;
}

const CHECKS: { readonly [Type in Following['type']]?: (given: Given<Body<Type>>) => void } = {
  reroute: ({ body }) => checkUnits(body.lead, []),
  coordinate: ({ state, body }) => {
    const named = body.coordinators.map(({ unit }) => unit);
    checkUnits(state.lead, named);
    const reported = state.reports.some(({ unit }) => unit !== state.lead && !named.includes(unit));
    if (reported) throw broken('part-open');
  },
  resolve: ({ state, body }) =>
    checkUnits(
      state.lead,
      body.coordinators.map(({ unit }) => unit),
    ),
  serve: ({ body }) => {
    if (body.commitments.length === 0) throw broken('commitment-needed');
  },
  draft: ({ state, body, seat }) => {
    const { unit, id } = body.report;
    if (unit !== state.lead && !state.coordinators.some((one) => one.unit === unit)) throw broken('not-your-unit');
    checkReach(state, seat, unit);
    const before = state.reports.find((report) => report.id === id);
    if (before !== undefined && (before.unit !== unit || !['draft', 'returned'].includes(before.stage))) {
      throw broken('report-stage');
    }
  },
  submit: (given) => checkReport(given, ['draft', 'returned'], 'unit'),
  forward: (given) => checkReport(given, ['draft', 'submitted', 'returned'], 'head'),
  take: (given) => checkReport(given, ['forwarded'], 'reader'),
  return: (given) => {
    const { stage } = reportOf(given.state, given.body.report);
    checkReport(given, ['submitted', 'forwarded'], stage === 'submitted' ? 'head' : 'reader');
  },
  'ask-extension': ({ state, body }) => {
    if (state.due !== null && body.to <= state.due) throw broken('later-than-due');
  },
  grant: ({ state, body }) => {
    if (state.due !== null && body.to <= state.due) throw broken('later-than-due');
  },
  rate: ({ state, body, seat }) => {
    const parts = partsOf(seat, state);
    const needed = { self: 'head', secretariat: 'keeper', 'other-side': 'other-side' } as const;
    if (!parts.has(needed[body.from])) throw broken('not-your-unit');
    if (rankOf(body.scale, body.value) === null) {
      throw new Problem('input-invalid', { field: 'value', reason: 'no step of this scale' });
    }
  },
  settle: checkSettlement,
};

/** A outcome of done needs what its strength asks for, every part given, and somebody else than who reported it. */
function checkSettlement({ state, body, seat, facts }: Given<Body<'settle'>>): void {
  if (body.outcome !== 'done') {
    if (body.reason === null) throw broken('reason-needed');
    return;
  }
  const reports = state.reports.filter(({ unit, stage }) => unit === state.lead && stage === 'taken');
  if (seat.party !== null && reports.at(-1)?.by === seat.hand) throw broken('own-verdict');
  if (state.coordinators.some(({ given }) => !given)) throw broken('part-open');
  const evidence = [...body.evidence, ...reports.flatMap((report) => report.evidence)];
  if (!suffices(facts.strength, evidence)) throw broken('evidence-needed');
}

/** What was to be delivered needs a paper; anything else above study needs something to look at. */
export function suffices(strength: Strength, evidence: readonly Evidence[]): boolean {
  if (strength === 'deliver') return evidence.some(({ kind }) => kind !== 'link');
  if (strength === 'implement' || strength === 'promote') return evidence.length > 0;
  return true;
}

function reportOf(state: TaskState, id: string): ProgressReport {
  const report = state.reports.find((one) => one.id === id);
  if (report === undefined) throw new Problem('not-found', { noun: 'report', id });
  return report;
}

/** `unit`: whoever reports for it; `head`: of the reporting unit; `reader`: who the report goes to. */
function checkReport(
  { state, body, seat }: Given<{ readonly report: string }>,
  stages: readonly ReportStage[],
  by: 'unit' | 'head' | 'reader',
): void {
  const report = reportOf(state, body.report);
  if (!stages.includes(report.stage)) throw broken('report-stage');
  const parts = partsOf(seat, state);
  if (parts.has('keeper')) return;
  if (by === 'reader') {
    if (report.unit === state.lead || !parts.has('reporter')) throw broken('not-your-unit');
    return;
  }
  checkReach(state, seat, report.unit);
  if (by === 'head' && seat.role !== 'unit-head') throw broken('not-your-unit');
}

function checkReach(state: TaskState, seat: Seat, unit: string): void {
  if (!partsOf(seat, state).has('keeper') && !seat.units.includes(unit)) throw broken('not-your-unit');
}

function checkUnits(lead: string, coordinators: readonly string[]): void {
  if (lead === '' || coordinators.includes(lead)) throw broken('one-lead');
  if (new Set(coordinators).size < coordinators.length) throw broken('units-once');
}

function broken(rule: TaskRuleName): Problem {
  return new Problem('task-rule', { rule });
}
