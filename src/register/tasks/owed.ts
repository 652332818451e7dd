import type { OwedReport } from '../periods/index.ts';
import type { Seat } from '../seats/index.ts';
import { partsOf } from './available.ts';
import type { TaskState } from './model.ts';

/**
 * What a task can want of somebody. Of the lead: take it on, plan, report (for a period, or again), answer an urging, reach a milestone,
 * finish. Of a coordinator its part; of an addressee an answer; of a head a report passed on; of who reads reports, asks and gives: take
 * a report, decide on more time, say who is meant, give it to another unit, settle.
 */
export const OWED_KINDS = [
  ...(['accept', 'plan', 'report', 'redo', 'reply', 'milestone', 'finish', 'part', 'answer', 'pass-on'] as const),
  ...(['take', 'more-time', 'resolve', 'reroute', 'settle'] as const),
] as const;
export type OwedKind = (typeof OWED_KINDS)[number];

/** One thing that somebody is waited for. */
export interface OwedItem {
  readonly kind: OwedKind;
  /** The unit it is asked of; null where it is the secretariat's. */
  readonly unit: string | null;
  /** Id of the report, milestone, obstacle, request or urging; null where it is the task itself. */
  readonly part: string | null;
  /** What it is about, in the words of the task: a milestone, an obstacle, open words; empty where the task says it all. */
  readonly text: string;
  /** ISO date by which; null where none is set. */
  readonly day: string | null;
}

/**
 * What a seat owes a task next, on a day.
 * @param reports the lead's reports as they stand on that day
 * @returns in no order; nothing of a task that is settled or closed
 */
export function owedBy(state: TaskState, seat: Seat, reports: readonly OwedReport[]): OwedItem[] {
  if (state.lifecycle === 'settled' || state.lifecycle === 'closed') return [];
  const parts = partsOf(seat, state);
  return [
    ...(parts.has('reporter') ? ofLead(state, reports, parts.has('head')) : []),
    ...(parts.has('partner') ? ofPartner(state, seat) : []),
    ...(parts.has('addressee') ? ofAddressee(state, seat) : []),
    ...(parts.has('keeper') ? ofKeeper(state) : []),
  ];
}

const item = (kind: OwedKind, unit: string | null, more: Partial<OwedItem> = {}): OwedItem => ({
  ...{ kind, unit, part: null, text: '', day: null },
  ...more,
});

function ofLead(state: TaskState, reports: readonly OwedReport[], head: boolean): OwedItem[] {
  const { lead } = state;
  if (state.lifecycle === 'sent-back') return [];
  if (state.lifecycle === 'assigned') return [item('accept', lead, { day: state.due })];
  const open = state.waiting === null && state.lifecycle !== 'reported-done' && state.lifecycle !== 'disputed';
  const stages = (unit: (one: string) => boolean, stage: string) =>
    state.reports.filter((report) => unit(report.unit) && report.stage === stage);
  return [
    ...stages((unit) => unit === lead, 'returned').map(({ id }) => item('redo', lead, { part: id })),
    ...(head ? stages((unit) => unit === lead, 'submitted').map(({ id }) => item('pass-on', lead, { part: id })) : []),
    ...stages((unit) => unit !== lead, 'forwarded').map(({ id }) => item('take', lead, { part: id })),
    ...reports.flatMap(({ standing, period, submit, report }) =>
      standing === 'in-time' || standing === 'in-late'
        ? []
        : [item('report', lead, { part: report, text: `${period.from}/${period.to}`, day: submit ?? period.to })],
    ),
    ...state.urgings
      .filter(({ reply, to }) => reply === null && to.includes(lead))
      .map(({ id, text }) => item('reply', lead, { part: id, text })),
    ...(open ? steps(state) : []),
  ];
}

function steps({ lead, plan, due, lifecycle }: TaskState): OwedItem[] {
  const reached = (plan?.milestones ?? []).filter(({ actual }) => actual === null);
  return [
    ...(plan === null && lifecycle === 'accepted' ? [item('plan', lead)] : []),
    ...reached.map(({ id, text, required, planned }) =>
      item('milestone', lead, { part: id, text, day: required ?? planned }),
    ),
    item('finish', lead, { day: due }),
  ];
}

function ofPartner(state: TaskState, seat: Seat): OwedItem[] {
  const own = state.coordinators.filter(({ unit, given }) => !given && isOf(seat, unit));
  return own.flatMap(({ unit, part, due }) => {
    const [report] = state.reports.filter((one) => one.unit === unit && one.stage === 'returned');
    const day = due ?? state.due;
    return report === undefined
      ? [item('part', unit, { text: part, day })]
      : [item('redo', unit, { part: report.id, text: part, day })];
  });
}

function ofAddressee(state: TaskState, seat: Seat): OwedItem[] {
  return state.obstacles
    .filter(({ to, cleared, answer }) => to !== null && !cleared && answer === null && isOf(seat, to))
    .map(({ id, to, text, limit }) => item('answer', to, { part: id, text, day: limit }));
}

function ofKeeper(state: TaskState): OwedItem[] {
  const forwarded = state.reports.filter(({ unit, stage }) => unit === state.lead && stage === 'forwarded');
  const requests = state.requests.filter(({ granted, refused }) => granted === null && !refused);
  const adrift = state.obstacles.filter(({ to, cleared, answer }) => to === null && !cleared && answer === null);
  return [
    ...forwarded.map(({ id }) => item('take', null, { part: id })),
    ...requests.map(({ id, reason }) => item('more-time', null, { part: id, text: reason, day: state.due })),
    ...adrift.map(({ id, text, limit }) => item('answer', null, { part: id, text, day: limit })),
    ...state.unresolved.map((words) => item('resolve', null, { text: words })),
    ...(state.lifecycle === 'sent-back' ? [item('reroute', null, { text: state.sentBack?.note ?? '' })] : []),
    ...(['reported-done', 'disputed'].includes(state.lifecycle) ? [item('settle', null)] : []),
  ];
}

function isOf(seat: Seat, unit: string): boolean {
  return seat.party === null || seat.units.includes(unit);
}
