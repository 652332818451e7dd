import { keepsSide, type Seat } from '../seats/index.ts';
import type { TaskActionType } from './actions.ts';
import type { TaskState } from './model.ts';

/** Everything that can follow an assignment. */
export type FollowingType = Exclude<TaskActionType, 'assign'>;

/**
 * What a seat is to a task. `keeper`: secretariat or leader of the task's side. `head` and `reporter`: of the unit that
 * leads (a head may do what a reporter may). `partner`: head or reporter of a unit that coordinates. `addressee`: head or reporter
 * of a unit that an obstacle was put to. `other-side`: secretariat or leader of another side that may read the task. `author`: the
 * hand behind the latest action.
 */
export type Part = 'keeper' | 'head' | 'reporter' | 'partner' | 'addressee' | 'other-side' | 'author';

/** What a seat is to a task; a seat of no party (a machine without accounts) is everything. */
export function partsOf(seat: Seat, state: TaskState): ReadonlySet<Part> {
  const parts = new Set<Part>();
  const add = (part: Part, holds: boolean) => void (holds && parts.add(part));
  const open = seat.party === null;
  const keeps = keepsSide(seat);
  const own = open || seat.party === state.party;
  const reports = own && (open || seat.role === 'reporter' || seat.role === 'unit-head');
  const belongs = (unit: string | null) => open || (unit !== null && seat.units.includes(unit));
  add('keeper', own && keeps);
  add('head', own && (open || seat.role === 'unit-head') && belongs(state.lead));
  add('reporter', reports && belongs(state.lead));
  add('partner', reports && state.coordinators.some(({ unit }) => belongs(unit)));
  add('addressee', reports && state.obstacles.some(({ to, cleared }) => !cleared && belongs(to)));
  add('other-side', keeps && (open || (!own && (state.audience === 'shared' || state.audience === 'public'))));
  add('author', state.last.by === seat.hand);
  return parts;
}

interface Rule {
  readonly who: readonly Part[];
  readonly when: (state: TaskState) => boolean;
}

const open = ({ lifecycle }: TaskState) => !['settled', 'disputed', 'closed'].includes(lifecycle);
const taken = (state: TaskState) => open(state) && !['assigned', 'sent-back'].includes(state.lifecycle);
const has = <Item>(items: readonly Item[], wanted: (item: Item) => boolean) => items.some(wanted);

/** Who may do what, and from which state (docs/actions.md, "Tasks"). */
export const TASK_RULES: { readonly [Type in FollowingType]: Rule } = {
  accept: { who: ['head', 'keeper'], when: ({ lifecycle }) => lifecycle === 'assigned' },
  'send-back': { who: ['head'], when: ({ lifecycle }) => lifecycle === 'assigned' || lifecycle === 'accepted' },
  reroute: { who: ['keeper'], when: open },
  coordinate: { who: ['keeper', 'head'], when: open },
  resolve: { who: ['keeper', 'head'], when: (state) => open(state) && state.unresolved.length > 0 },
  serve: { who: ['keeper'], when: open },
  'set-due': { who: ['keeper'], when: open },
  'set-period': { who: ['keeper'], when: open },
  plan: { who: ['reporter', 'keeper'], when: taken },
  reach: { who: ['reporter', 'keeper'], when: (state) => taken(state) && (state.plan?.milestones.length ?? 0) > 0 },
  draft: { who: ['reporter', 'partner', 'keeper'], when: taken },
  submit: {
    who: ['reporter', 'partner', 'keeper'],
    when: ({ reports }) => has(reports, ({ stage }) => stage === 'draft' || stage === 'returned'),
  },
  forward: {
    who: ['head', 'partner', 'keeper'],
    when: ({ reports }) => has(reports, ({ stage }) => stage !== 'forwarded' && stage !== 'taken'),
  },
  take: { who: ['keeper', 'reporter'], when: ({ reports }) => has(reports, ({ stage }) => stage === 'forwarded') },
  return: {
    who: ['keeper', 'head', 'partner'],
    when: ({ reports }) => has(reports, ({ stage }) => stage === 'submitted' || stage === 'forwarded'),
  },
  raise: { who: ['reporter', 'partner', 'keeper'], when: taken },
  answer: {
    who: ['addressee', 'keeper'],
    when: ({ obstacles }) => has(obstacles, ({ cleared, answer }) => !cleared && answer === null),
  },
  clear: { who: ['reporter', 'keeper'], when: ({ obstacles }) => has(obstacles, ({ cleared }) => !cleared) },
  'ask-extension': {
    who: ['head', 'keeper'],
    when: (state) => taken(state) && state.due !== null && !has(state.requests, isOpen),
  },
  grant: { who: ['keeper'], when: ({ requests }) => has(requests, isOpen) },
  refuse: { who: ['keeper'], when: ({ requests }) => has(requests, isOpen) },
  urge: { who: ['keeper'], when: (state) => open(state) && state.waiting === null },
  reply: { who: ['reporter', 'keeper'], when: ({ urgings }) => has(urgings, ({ reply }) => reply === null) },
  wait: { who: ['keeper'], when: (state) => open(state) && state.waiting === null },
  resume: { who: ['keeper'], when: ({ waiting }) => waiting !== null },
  rate: { who: ['head', 'keeper', 'other-side'], when: ({ lifecycle }) => lifecycle !== 'assigned' },
  settle: { who: ['keeper'], when: (state) => open(state) || state.lifecycle === 'disputed' },
  dispute: { who: ['other-side'], when: ({ lifecycle }) => lifecycle === 'settled' },
  reopen: { who: ['keeper'], when: (state) => !open(state) },
  close: { who: ['keeper'], when: ({ lifecycle }) => lifecycle === 'settled' },
  share: { who: ['keeper'], when: () => true },
  undo: { who: ['author'], when: ({ last }) => last.type !== 'assign' },
};

function isOpen({ granted, refused }: { readonly granted: string | null; readonly refused: boolean }): boolean {
  return granted === null && !refused;
}

/** What a seat can do to a task as it stands; the pages offer these and the server takes no others. */
export function availableTaskActions(state: TaskState, seat: Seat): FollowingType[] {
  const parts = partsOf(seat, state);
  const types = Object.keys(TASK_RULES) as FollowingType[];
  return types.filter((type) => TASK_RULES[type].when(state) && TASK_RULES[type].who.some((part) => parts.has(part)));
}

/**
 * Whether a seat can give a task: the secretariat and leaders of a side to any of its units; a unit's head to the units
 * under it, as a part of a task the unit leads (`parent`).
 */
export function mayAssign(seat: Seat, party: string, lead: string, parent: Pick<TaskState, 'lead'> | null): boolean {
  if (seat.party === null) return true;
  if (seat.party !== party) return false;
  if (keepsSide(seat)) return true;
  if (seat.role !== 'unit-head' || parent === null) return false;
  return seat.units.includes(parent.lead) && seat.units.includes(lead);
}
