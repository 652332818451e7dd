import {
  askedBy,
  putSharedTask,
  putTaskDebts,
  putTaskState,
  type Queries,
  type SharedTaskRecord,
  type TaskDebtRecord,
  type TaskRecord,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { nextReport, sharedView, type TaskState, urgedDebts } from '../../register/index.ts';
import { type Sector, STRENGTHS, type Strength } from '../../vocabulary/index.ts';
import { tellTask } from '../exchange/travel/tasks.ts';
import { relationOfText } from '../teaching/relation-of-text.ts';
import { rulesFor } from './rules-for.ts';

/** What the commitments of a task say of it. */
export interface Served {
  /** The strongest word among them. */
  readonly strength: Strength;
  /** False where all of them are support or positions. */
  readonly owed: boolean;
  /** Id of the relation they are of; of several, the first in the order of the commitments. */
  readonly relation: string;
  /** Their sectors, each once. */
  readonly sectors: readonly Sector[];
  /** Those of them that both sides see. */
  readonly open: readonly string[];
}

/** @throws Problem `not-found` where one of the commitments is not there, or hidden from the seat */
export async function servedBy(queries: Queries, commitments: readonly string[]): Promise<Served> {
  const records = await askedBy(queries, commitments);
  const found = new Set(records.map(({ id }) => id));
  const missing = commitments.find((id) => !found.has(id));
  if (missing !== undefined) throw new Problem('not-found', { noun: 'commitment', id: missing });
  const first = records.find(({ id }) => id === commitments[0]);
  const rungs = records.map(({ strength }) => STRENGTHS.indexOf(strength));
  return {
    strength: STRENGTHS[Math.max(...rungs)] ?? 'support',
    owed: records.some(({ kind }) => kind === 'commitment'),
    relation: relationOfText(first?.relation ?? null, first?.parties ?? []),
    sectors: [...new Set(records.map(({ sector }) => sector))].sort(),
    open: commitments.filter((id) => records.some((one) => one.id === id && one.side === null)),
  };
}

/** Keeps how a task stands from the moment of its last action on, and what others see of it then. */
export async function keepTask(
  queries: Queries,
  id: string,
  state: TaskState,
  served: Served,
  at: string,
): Promise<void> {
  await putTaskState(queries, taskRecord(id, state, served, at));
  await putTaskDebts(queries, id, debtRecords(id, state, served));
  const shared = sharedRecord(id, state, served, at);
  await putSharedTask(queries, id, shared);
  await tellTask(queries, { id, party: state.party, version: state.version, at }, shared);
}

/**
 * What others see of a task from a moment on; null where they see nothing. Of a task that keeps a directive's words besides the
 * statement's they see the statement's alone.
 */
export function sharedRecord(id: string, state: TaskState, { open }: Served, since: string): SharedTaskRecord | null {
  const view = sharedView(state);
  const { version, party, audience } = state;
  const commitments = open.length > 0 ? open : state.commitments;
  return view === null ? null : { task_id: id, version, since, party, audience, commitments, view };
}

/** What the ladder looks at of a task as it stands. */
export function debtRecords(id: string, state: TaskState, { strength, owed, relation }: Served): TaskDebtRecord[] {
  const { party, audience, lead, lifecycle } = state;
  return urgedDebts({ ...state, id, strength, owed }).map(({ unit, due, urged }) => ({
    ...{ task_id: id, unit, party, audience, lead, relation, strength, lifecycle, due, urged },
  }));
}

/** The row of a list that a state is, from the moment of its last action on. */
export function taskRecord(id: string, state: TaskState, served: Served, since: string): TaskRecord {
  const { strength, owed, relation, sectors } = served;
  const { reports, coordinators, settlement } = state;
  const { periods, calendar } = rulesFor(relation, state.party);
  const report = nextReport(state, periods, calendar);
  const taken = reports.filter(({ stage, unit }) => stage === 'taken' && unit === state.lead);
  return {
    task_id: id,
    version: state.version,
    since,
    until: null,
    party: state.party,
    audience: state.audience,
    title: state.title,
    parent_id: state.parent,
    commitments: state.commitments,
    lead: state.lead,
    partners: coordinators.map(({ unit }) => unit),
    unresolved: state.unresolved,
    lifecycle: state.lifecycle,
    outcome: settlement?.outcome ?? null,
    required: state.required?.day ?? null,
    due: state.due,
    ended: settlement?.day ?? null,
    waiting: state.waiting !== null,
    ...{ strength, owed, relation, sectors },
    every: state.every,
    reports: reports.filter(({ stage }) => stage === 'submitted' || stage === 'forwarded').length,
    obstacles: state.obstacles.filter(({ cleared }) => !cleared).length,
    requests: state.requests.filter(({ granted, refused }) => granted === null && !refused).length,
    urgings: state.urgings.filter(({ reply }) => reply === null).length,
    parts: coordinators.filter(({ given }) => !given).length,
    reported_at: taken.at(-1)?.at ?? null,
    report_to: report?.period.to ?? null,
    report_by: report?.submit ?? null,
    step: taken.at(-1)?.step ?? null,
    ratings: state.ratings.map(({ from, scale, value }) => ({ from, scale, value })),
    addressees: state.obstacles.flatMap(({ to, cleared }) => (to === null || cleared ? [] : [to])),
  };
}
