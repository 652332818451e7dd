import { Problem } from '../../kernel/index.ts';
import type { TaskAction, TaskActionBody, TaskActionType } from './actions.ts';
import type { Lifecycle, PartAudiences, ProgressReport, TaskState } from './model.ts';

type Body<Type extends TaskActionType> = Extract<TaskActionBody, { type: Type }>;
type Step<Type extends TaskActionType> = (state: TaskState, body: Body<Type>, action: TaskAction) => TaskState;

/** What each action makes of a state; assignment and undo stand in `reduce.ts`. */
export const STEPS: { readonly [Type in Exclude<TaskActionType, 'assign' | 'undo'>]: Step<Type> } = {
  accept: (state) => ({ ...state, lifecycle: 'accepted', sentBack: null }),
  'send-back': (state, { reason, note }) => ({ ...state, lifecycle: 'sent-back', sentBack: { reason, note } }),
  reroute: (state, { lead }) => ({
    ...state,
    lead,
    coordinators: state.coordinators.filter(({ unit }) => unit !== lead),
    lifecycle: 'assigned',
    sentBack: null,
  }),
  coordinate: (state, { coordinators }) => ({ ...state, coordinators: withGiven(state, coordinators) }),
  resolve: (state, { words, coordinators }) => {
    known(state.unresolved, words);
    const units = coordinators.map(({ unit }) => unit);
    const kept = state.coordinators.filter(({ unit }) => !units.includes(unit));
    return {
      ...state,
      unresolved: state.unresolved.filter((one) => one !== words),
      coordinators: withGiven(state, [...kept, ...coordinators]),
    };
  },
  serve: (state, { commitments }) => ({ ...state, commitments }),
  'set-due': (state, { due }) => ({ ...state, required: due, due: due?.day ?? null }),
  'set-period': (state, { every }, { at }) =>
    every === state.every ? state : { ...state, every, owedFrom: every === null ? null : at.slice(0, 10) },
  plan: (state, { plan }) => ({ ...state, plan, lifecycle: atLeast(state, 'planned') }),
  reach: (state, { milestone, day }) => {
    if (state.plan === null) throw missing('milestone', milestone);
    const milestones = replaced(state.plan.milestones, milestone, (one) => ({ ...one, actual: day }));
    return { ...state, plan: { ...state.plan, milestones }, lifecycle: atLeast(state, 'under-way') };
  },
  draft: (state, { report }, action) => {
    const kept = state.reports.filter(({ id }) => id !== report.id);
    const handedIn = state.reports.find(({ id }) => id === report.id)?.handedIn ?? null;
    const draft: ProgressReport = { ...report, stage: 'draft', by: action.by, at: action.at, returned: null, handedIn };
    return { ...state, reports: [...kept, draft], lifecycle: atLeast(state, 'under-way') };
  },
  submit: (state, { report }, { at }) => moved(state, report, { stage: 'submitted', at, returned: null }),
  forward: (state, { report }, { at }) =>
    moved(state, report, { stage: 'forwarded', at, returned: null, handedIn: handedInOf(state, report) ?? at }),
  take,
  return: (state, { report, reason, note }, { at }) =>
    moved(state, report, { stage: 'returned', at, returned: { reason, note } }),
  raise: (state, { obstacle }, { by, at }) => ({
    ...state,
    obstacles: [...state.obstacles, { ...obstacle, by, at, answer: null, cleared: false }],
  }),
  answer: (state, { obstacle, text }, { by, at }) => ({
    ...state,
    obstacles: replaced(state.obstacles, obstacle, (one) => ({ ...one, answer: { text, by, at } })),
  }),
  clear: (state, { obstacle }) => ({
    ...state,
    obstacles: replaced(state.obstacles, obstacle, (one) => ({ ...one, cleared: true })),
  }),
  'ask-extension': (state, { request, to, reason }, { at }) => ({
    ...state,
    requests: [...state.requests, { id: request, to, reason, at, granted: null, refused: false }],
  }),
  grant: (state, { request, to }) => ({
    ...state,
    requests: replaced(state.requests, request, (one) => ({ ...one, granted: to })),
    due: to,
  }),
  refuse: (state, { request }) => ({
    ...state,
    requests: replaced(state.requests, request, (one) => ({ ...one, refused: true })),
  }),
  urge: (state, { urging, level, to, text }, { by, at }) => ({
    ...state,
    urgings: [...state.urgings, { id: urging, level, to, text, by, at, reply: null }],
  }),
  reply: (state, { urging, text }, { by, at }) => ({
    ...state,
    urgings: replaced(state.urgings, urging, (one) => ({ ...one, reply: { text, by, at } })),
  }),
  wait: (state, { on, note }) => ({ ...state, waiting: { on, note } }),
  resume: (state) => ({ ...state, waiting: null }),
  rate: (state, { type: _, ...rating }, { by, at }) => ({
    ...state,
    ratings: [...state.ratings.filter(({ from }) => from !== rating.from), { ...rating, by, at }],
  }),
  settle: (state, { outcome, day, reason, note }, { by }) => ({
    ...state,
    settlement: { outcome, day, reason, note, by },
    lifecycle: 'settled',
    dispute: null,
  }),
  dispute: (state, { note }, { by }) => ({ ...state, dispute: { note, by }, lifecycle: 'disputed' }),
  reopen: (state) => ({ ...state, settlement: null, dispute: null, lifecycle: 'under-way' }),
  close: (state) => ({ ...state, lifecycle: 'closed' }),
  share: (state, { audience, parts }) => ({
    ...state,
    audience,
    parts: { ...state.parts, ...(parts as Partial<PartAudiences>) },
  }),
};

/** Taking the lead's report that says it is done makes it so until somebody settles; taking a coordinator's gives its part. */
function take(state: TaskState, { report }: Body<'take'>, { at }: TaskAction): TaskState {
  const after = moved(state, report, { stage: 'taken', at, returned: null });
  const taken = after.reports.find(({ id }) => id === report) as ProgressReport;
  if (taken.unit !== state.lead) {
    const given = (unit: string, before: boolean) => (unit === taken.unit ? taken.done : before);
    return { ...after, coordinators: state.coordinators.map((one) => ({ ...one, given: given(one.unit, one.given) })) };
  }
  return { ...after, lifecycle: taken.done ? 'reported-done' : 'under-way' };
}

function handedInOf({ reports }: TaskState, report: string): string | null {
  return reports.find(({ id }) => id === report)?.handedIn ?? null;
}

function moved(state: TaskState, report: string, change: Partial<ProgressReport>): TaskState {
  return { ...state, reports: replaced(state.reports, report, (one) => ({ ...one, ...change })) };
}

const ORDER: readonly Lifecycle[] = [
  'assigned',
  'sent-back',
  'accepted',
  'planned',
  'under-way',
  'reported-done',
  'settled',
];

/** Never a step back: a plan changed while work goes on leaves it going on. */
function atLeast({ lifecycle }: TaskState, wanted: Lifecycle): Lifecycle {
  return ORDER.indexOf(lifecycle) < ORDER.indexOf(wanted) && ORDER.includes(lifecycle) ? wanted : lifecycle;
}

/** Coordinators as named, each with what it has given already. */
function withGiven(state: TaskState, coordinators: readonly Omit<TaskState['coordinators'][number], 'given'>[]) {
  return coordinators.map(({ unit, due, part }) => {
    const given = state.coordinators.some((one) => one.unit === unit && one.given);
    return { unit, due, part, given };
  });
}

function replaced<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: (item: Item) => Item,
): Item[] {
  known(
    items.map((item) => item.id),
    id,
  );
  return items.map((item) => (item.id === id ? change(item) : item));
}

function known(ids: readonly string[], id: string): void {
  if (!ids.includes(id)) throw missing('report', id);
}

function missing(noun: string, id: string): Problem {
  return new Problem('not-found', { noun, id });
}
