import { presentTask, type Queries, seriesById, unitParties } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { ProposedAction, Seat, SessionDecision, TaskActionBody } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import { appendDeed } from '../tasks/act-on-task.ts';
import { assignTask } from '../tasks/assign-task.ts';
import { appendSeries } from './act-on-series.ts';
import type { SeriesDetail } from './results.ts';
import { seriesDetail } from './series-detail.ts';

/** Which proposed action of which decision is taken up; `done` where it was done elsewhere and is only ticked off. */
export interface TakeUp {
  readonly id: string;
  readonly version: number;
  readonly decision: string;
  readonly proposal: number;
  readonly done: boolean;
}

/**
 * Does what a decision of a session asks for, and ticks it off, in one.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` (not this seat's, taken up already, or a settlement: that
 *   needs a verdict of its own), `task-rule`
 */
export function takeUp(context: Context, given: TakeUp, seat: Seat): Promise<SeriesDetail> {
  const { id, version, decision, proposal, done } = given;
  return context.database.write(async (queries) => {
    const found = (await seriesById(queries, id))?.state.decisions.find((one) => one.id === decision);
    const wanted = found?.proposes[proposal];
    if (found === undefined || wanted === undefined) throw new Problem('not-found', { noun: 'session', id: decision });
    if (!done) await carryOut(queries, context, wanted, found, seat);
    await appendSeries(queries, context, { id, version, body: { type: 'take-up', decision, proposal } }, seat);
    return seriesDetail(queries, id, seat, momentOf(context.clock, undefined));
  });
}

async function carryOut(
  queries: Queries,
  context: Context,
  wanted: ProposedAction,
  { text }: SessionDecision,
  seat: Seat,
): Promise<void> {
  if (wanted.type === 'assign') return assign(queries, context, wanted, text, seat);
  const id = wanted.task ?? '';
  const task = await presentTask(queries, id);
  if (task === undefined) throw new Problem('not-found', { noun: 'task', id });
  const body = deedOf(wanted, task.lead, text, context.newId);
  await appendDeed(queries, context, { id, version: task.version, body }, seat);
}

function deedOf(
  { type, unit, day }: ProposedAction,
  lead: string,
  text: string,
  newId: () => string,
): Exclude<TaskActionBody, { type: 'assign' }> {
  if (type === 'set-due' && day !== null) return { type, due: { day, basis: 'person', source: text } };
  if (type === 'reroute' && unit !== null) return { type, lead: unit, note: text };
  if (type === 'urge') return { type, urging: newId(), level: 0, to: [unit ?? lead], text };
  if (type === 'wait') return { type, on: 'other-side', note: text };
  throw new Problem('action-not-allowed', { action: 'take-up', state: type });
}

async function assign(
  queries: Queries,
  context: Context,
  { commitment, unit, day }: ProposedAction,
  text: string,
  seat: Seat,
): Promise<void> {
  const party = unit === null ? undefined : (await unitParties(queries, [unit])).get(unit);
  if (unit === null || commitment === null || party === undefined) {
    throw new Problem('action-not-allowed', { action: 'take-up', state: 'assign' });
  }
  const due = day === null ? null : { day, basis: 'person' as const, source: text };
  const given = { party, audience: 'own-side' as const, title: text.slice(0, 500), commitments: [commitment] };
  const rest = { parent: null, lead: unit, coordinators: [], unresolved: [], due, every: null };
  await assignTask(queries, context, { ...given, ...rest }, seat);
}
