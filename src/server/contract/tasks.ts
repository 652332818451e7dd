import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import {
  AUDIENCES,
  COMPLETION_STEPS,
  DUTY_STANDINGS,
  END_REASONS,
  LIFECYCLES,
  MILESTONE_KINDS,
  OBSTACLE_KINDS,
  OPEN_DUTIES,
  OUTCOMES,
  OWED_KINDS,
  PERIOD_NAMES,
  REPORT_STAGES,
  RETURN_REASONS,
  TASK_OPEN_PARTS,
  TASK_RULES,
  TIMELINESS,
} from '../../register/index.ts';
import { SECTORS, STRENGTHS } from '../../vocabulary/index.ts';
import { HistoryStepShape } from './history.ts';
import { OfDay } from './query.ts';
import { LadderUrgingShape } from './urgings.ts';

const id = z.string().min(1).max(100);
const words = z.string().trim().max(4_000);
const said = words.min(1);
const day = z.iso.date();
const instant = z.string();
const every = z.enum(PERIOD_NAMES).nullable();

const due = z.object({ day, basis: z.enum(['text', 'rule', 'person']), source: z.string().max(500) });
const coordination = z.object({ unit: id, due: day.nullable(), part: words });
const coordinators = z.array(coordination).max(60);

const milestone = z.object({
  id,
  kind: z.enum(MILESTONE_KINDS),
  text: said,
  required: day.nullable(),
  planned: day.nullable(),
  actual: day.nullable(),
  pair: z.string().max(200).nullable(),
});
const plan = z.object({ objective: words, product: words, milestones: z.array(milestone).max(60) });

/** What shows that something was done. */
export const Evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), title: said, sha256: z.string().regex(/^[0-9a-f]{64}$/), name: said }),
  z.object({ kind: z.literal('document'), title: said, number: said, date: day.nullable() }),
  z.object({
    kind: z.literal('link'),
    title: said,
    url: z.url({ protocol: /^https?$/ }),
    seen: day,
    sha256: z.string().nullable(),
  }),
]);

const period = z.object({ name: z.enum(PERIOD_NAMES), from: day, to: day });
const reportContent = z.object({
  id,
  unit: id,
  period: period.nullable(),
  step: z.literal([...COMPLETION_STEPS]),
  done: z.boolean(),
  text: words,
  evidence: z.array(Evidence).max(50),
});
const obstacleContent = z.object({
  id,
  kind: z.enum(OBSTACLE_KINDS),
  text: said,
  to: id.nullable(),
  limit: day.nullable(),
});
const returned = { reason: z.enum(RETURN_REASONS), note: words };
const rating = {
  from: z.enum(['self', 'secretariat', 'other-side']),
  scale: id,
  value: z.string().min(1).max(20),
  reason: z.enum(END_REASONS).nullable(),
  note: words,
};

/** What a task is given with. */
export const AssignmentBody = z.object({
  party: z.string().regex(/^[A-Z]{2}$/),
  audience: z.enum(AUDIENCES),
  title: said.max(500),
  commitments: z.array(id).max(200),
  parent: id.nullable(),
  lead: id,
  coordinators,
  unresolved: z.array(z.string().min(1).max(300)).max(20),
  due: due.nullable(),
  every,
});

const partAudiences = z.object({
  ...{ due: z.enum(AUDIENCES), plan: z.enum(AUDIENCES), reports: z.enum(AUDIENCES), ratings: z.enum(AUDIENCES) },
});

/** What can be done to a task that stands. */
export const TaskDeedBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accept') }),
  z.object({ type: z.literal('send-back'), ...returned }),
  z.object({ type: z.literal('reroute'), lead: id, note: words }),
  z.object({ type: z.literal('coordinate'), coordinators }),
  z.object({ type: z.literal('resolve'), words: z.string(), coordinators }),
  z.object({ type: z.literal('serve'), commitments: z.array(id).max(200) }),
  z.object({ type: z.literal('set-due'), due: due.nullable() }),
  z.object({ type: z.literal('set-period'), every }),
  z.object({ type: z.literal('plan'), plan }),
  z.object({ type: z.literal('reach'), milestone: id, day: day.nullable() }),
  z.object({ type: z.literal('draft'), report: reportContent }),
  z.object({ type: z.literal('submit'), report: id }),
  z.object({ type: z.literal('forward'), report: id }),
  z.object({ type: z.literal('take'), report: id }),
  z.object({ type: z.literal('return'), report: id, ...returned }),
  z.object({ type: z.literal('raise'), obstacle: obstacleContent }),
  z.object({ type: z.literal('answer'), obstacle: id, text: said }),
  z.object({ type: z.literal('clear'), obstacle: id }),
  z.object({ type: z.literal('ask-extension'), request: id, to: day, reason: said }),
  z.object({ type: z.literal('grant'), request: id, to: day }),
  z.object({ type: z.literal('refuse'), request: id, note: words }),
  z.object({
    type: z.literal('urge'),
    urging: id,
    level: z.int().min(0).max(9),
    to: z.array(id).min(1).max(60),
    text: said,
  }),
  z.object({ type: z.literal('reply'), urging: id, text: said }),
  z.object({ type: z.literal('wait'), on: z.enum(['other-side', 'condition']), note: words }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('rate'), ...rating }),
  z.object({
    type: z.literal('settle'),
    outcome: z.enum(OUTCOMES),
    day,
    reason: z.enum(END_REASONS).nullable(),
    note: words,
    evidence: z.array(Evidence).max(50),
  }),
  z.object({ type: z.literal('dispute'), note: said }),
  z.object({ type: z.literal('reopen'), note: words }),
  z.object({ type: z.literal('close'), note: words }),
  z.object({ type: z.literal('share'), audience: z.enum(AUDIENCES), parts: partAudiences.partial().optional() }),
  z.object({ type: z.literal('undo'), undoes: id }),
]);

const spoken = { by: z.string(), at: instant };
const answer = z.object({ text: z.string(), ...spoken }).nullable();

/** A task as its actions leave it. */
export const TaskStateShape = z.object({
  ...AssignmentBody.omit({ due: true, coordinators: true }).shape,
  parts: partAudiences,
  coordinators: z.array(coordination.extend({ given: z.boolean() })),
  required: due.nullable(),
  due: day.nullable(),
  owedFrom: day.nullable(),
  plan: plan.nullable(),
  reports: z.array(
    reportContent.extend({
      ...spoken,
      stage: z.enum(REPORT_STAGES),
      returned: z.object(returned).nullable(),
      handedIn: instant.nullable(),
    }),
  ),
  obstacles: z.array(obstacleContent.extend({ ...spoken, answer, cleared: z.boolean() })),
  requests: z.array(
    z.object({
      ...{ id, to: day, granted: day.nullable(), refused: z.boolean(), reason: z.string(), at: instant },
    }),
  ),
  urgings: z.array(
    z.object({ id, level: z.int(), to: z.array(z.string()), text: z.string(), ...spoken, reply: answer }),
  ),
  ratings: z.array(z.object({ ...rating, ...spoken })),
  waiting: z.object({ on: z.enum(['other-side', 'condition']), note: z.string() }).nullable(),
  sentBack: z.object(returned).nullable(),
  lifecycle: z.enum(LIFECYCLES),
  settlement: z
    .object({
      ...{ outcome: z.enum(OUTCOMES), day, reason: z.enum(END_REASONS).nullable(), note: z.string(), by: z.string() },
    })
    .nullable(),
  dispute: z.object({ note: z.string(), by: z.string() }).nullable(),
  version: z.int(),
  last: z.object({ id: z.string(), by: z.string(), type: z.string() }),
});

/** A task in a list. */
export const TaskRowShape = z.object({
  task_id: z.string(),
  version: z.int(),
  since: instant,
  until: instant.nullable(),
  party: z.string(),
  audience: z.enum(AUDIENCES),
  title: z.string(),
  parent_id: z.string().nullable(),
  commitments: z.array(z.string()),
  lead: z.string(),
  partners: z.array(z.string()),
  unresolved: z.array(z.string()),
  lifecycle: z.enum(LIFECYCLES),
  outcome: z.enum(OUTCOMES).nullable(),
  required: day.nullable(),
  due: day.nullable(),
  ended: day.nullable(),
  waiting: z.boolean(),
  owed: z.boolean(),
  strength: z.enum(STRENGTHS),
  every,
  reports: z.int(),
  obstacles: z.int(),
  requests: z.int(),
  urgings: z.int(),
  parts: z.int(),
  reported_at: instant.nullable(),
  report_to: day.nullable(),
  report_by: day.nullable(),
  step: z.int().nullable(),
  timeliness: z.enum(TIMELINESS),
});

const taskAction = z.enum(Object.keys(TASK_RULES) as (keyof typeof TASK_RULES)[]);

/** A file given as evidence, kept under its hash. */
export const EvidenceFileShape = z.object({
  sha256: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  added_at: instant,
  added_by: z.string(),
});

/** The address of a file of a task. */
export const TaskFileParams = z.object({ id, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const TaskDetailShape = z.object({
  id: z.string(),
  state: TaskStateShape,
  timeliness: z.enum(TIMELINESS),
  strength: z.enum(STRENGTHS),
  files: z.array(EvidenceFileShape),
  /** The lead's reports since its period was set, as they stand today. */
  owed: z.array(
    z.object({ period, submit: day.nullable(), standing: z.enum(DUTY_STANDINGS), report: z.string().nullable() }),
  ),
  ahead: z.array(LadderUrgingShape),
  /** What the asking seat can do now. */
  actions: z.array(taskAction),
  history: z.array(
    HistoryStepShape.extend({
      body: z.union([AssignmentBody.extend({ type: z.literal('assign') }), TaskDeedBody]),
    }),
  ),
  above: z.array(TaskRowShape),
  parts: z.array(TaskRowShape),
});

const list = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : String(value).split(',')),
    z.array(z.enum(values)).optional(),
  );

/** Which tasks, and of what day. */
export const TaskListQuery = z.object({
  units: z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : String(value).split(',')),
    z.array(id).max(500).optional(),
  ),
  role: z.enum(['lead', 'partner']).optional(),
  party: z.string().optional(),
  commitment: id.optional(),
  parent: id.optional(),
  lifecycle: list(LIFECYCLES),
  timeliness: list(TIMELINESS),
  open: z.enum(TASK_OPEN_PARTS).optional(),
  report: z.enum(OPEN_DUTIES).optional(),
  sector: list(SECTORS),
  work: id.optional(),
  asOf: day.optional(),
  /** A snapshot: its side's tasks, as they stood when it was taken; stands over `asOf`. */
  snapshot: id.optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});

/** What tasks are counted by. */
export const COUNTED_BY = ['unit', 'side', 'sector', 'direction', 'work'] as const;

const tally = z.object({
  all: z.int(),
  lifecycle: z.record(z.enum(LIFECYCLES), z.int()),
  timeliness: z.record(z.enum(TIMELINESS), z.int()),
  rates: z.record(
    z.enum(['onTime', 'overdue', 'done']),
    z.object({
      part: z.int(),
      whole: z.int(),
      of: z.enum(['tasks-due', 'all-tasks']),
      percent: z.number().nullable(),
    }),
  ),
});

/** Tasks: who was given what, and what became of it. */
export const TASK_ROUTES = {
  assignTasks: {
    method: 'POST',
    path: '/api/tasks',
    body: z.object({ assignments: z.array(AssignmentBody).min(1).max(500) }),
    response: z.object({ ids: z.array(z.string()) }),
  },
  listTasks: {
    method: 'GET',
    path: '/api/tasks',
    query: TaskListQuery,
    response: z.object({
      day,
      at: instant.nullable(),
      rows: z.array(TaskRowShape),
      /** Those of their commitments whose words no longer stand in the register. */
      gone: z.array(z.string()),
      counts: z.array(z.object({ lifecycle: z.enum(LIFECYCLES), timeliness: z.enum(TIMELINESS), count: z.int() })),
      reports: z.array(z.object({ report: z.enum(OPEN_DUTIES), count: z.int() })),
    }),
  },
  countTasks: {
    method: 'GET',
    path: '/api/task-counts',
    query: TaskListQuery.omit({ offset: true, limit: true, cursor: true }).extend({ by: z.enum(COUNTED_BY) }),
    response: z.object({
      day,
      whole: tally,
      groups: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable(), depth: z.int(), tally })),
      repeated: z.int(),
    }),
  },
  owedNext: {
    method: 'GET',
    path: '/api/owed',
    response: z.object({
      day,
      items: z.array(
        z.object({
          kind: z.enum(OWED_KINDS),
          task: z.string(),
          title: z.string(),
          unit: z.string().nullable(),
          part: z.string().nullable(),
          text: z.string(),
          day: day.nullable(),
          late: z.boolean(),
        }),
      ),
      more: z.boolean(),
    }),
  },
  proposeForTask: {
    method: 'GET',
    path: '/api/tasks/:id/proposals',
    params: z.object({ id }),
    response: z.object({
      proposals: z.array(
        z.object({
          commitment: z.string(),
          quote: z.string(),
          language: z.enum(LANGUAGES),
          action: z.string(),
          family: z.object({ vi: z.string(), en: z.string(), zh: z.string() }).nullable(),
          milestones: z.array(z.enum(MILESTONE_KINDS)),
          due: z.object({ day, rule: z.string(), source: z.string() }).nullable(),
          reportWords: z.string().nullable(),
        }),
      ),
    }),
  },
  getTask: {
    method: 'GET',
    path: '/api/tasks/:id',
    params: z.object({ id }),
    query: OfDay,
    response: TaskDetailShape,
  },
  actOnTask: {
    method: 'POST',
    path: '/api/tasks/:id/actions',
    params: z.object({ id }),
    body: z.object({ version: z.int().positive(), body: TaskDeedBody }),
    response: TaskDetailShape,
  },
} as const;
