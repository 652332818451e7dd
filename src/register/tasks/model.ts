import type { ReportingPeriod } from '../periods/index.ts';

/** Who may read a task: the units it names and the secretariat; the whole side; the other sides too; everybody. */
export const AUDIENCES = ['internal', 'own-side', 'shared', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Parts of a task that are opened each by itself; none is seen by more than the task is. */
export const TASK_PARTS = ['due', 'plan', 'reports', 'ratings'] as const;
export type TaskPart = (typeof TASK_PARTS)[number];
export type PartAudiences = Readonly<Record<TaskPart, Audience>>;

/** What a task begins with: to open it shows title, lead, day and how far it is, and keeps the rest on its side. */
export const FIRST_PARTS: PartAudiences = { due: 'shared', plan: 'own-side', reports: 'own-side', ratings: 'own-side' };

/** How far a task has come. Whether it is late is another question: `timeliness`. */
export const LIFECYCLES = [
  'assigned',
  'sent-back',
  'accepted',
  'planned',
  'under-way',
  'reported-done',
  'settled',
  'disputed',
  'closed',
] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** What became of a task in the eyes of somebody other than who reported. */
export const OUTCOMES = ['done', 'broken', 'dropped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a task was sent back by the unit it was given to, or a report by who reads it. */
export const RETURN_REASONS = [
  'not-our-duty',
  'unclear',
  'no-means',
  'evidence-missing',
  'figures-differ',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why something is broken or dropped. */
export const END_REASONS = [
  'superseded',
  'other-side',
  'force-majeure',
  'law',
  'money',
  'withdrawn',
  'neglect',
  'other',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What stands in the way. */
export const OBSTACLE_KINDS = ['law', 'money', 'other-unit', 'other-side', 'other'] as const;
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number];

/** Steps of keeping a promise, in their usual order. */
export const MILESTONE_KINDS = [
  'study',
  'report',
  'draft',
  'agree',
  'sign',
  'approve',
  'build',
  'train',
  'open',
  'hold',
  'other',
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** The last day of a task and where it comes from: the text, a rule of the relation (named in `source`), or a person. */
export interface TaskDue {
  /** ISO date. */
  readonly day: string;
  readonly basis: 'text' | 'rule' | 'person';
  /** The words, the rule's id, or why. */
  readonly source: string;
}

export interface Coordination {
  readonly unit: string;
  /** ISO date of its own part; null where it is the task's. */
  readonly due: string | null;
  /** What it is to bring. */
  readonly part: string;
}

export interface Milestone {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly text: string;
  /** ISO dates: what the text or the assigner asks for, what the unit plans, when it was reached. */
  readonly required: string | null;
  readonly planned: string | null;
  readonly actual: string | null;
  /** One object, one state a side: milestones of both sides' tasks with the same name are a pair. */
  readonly pair: string | null;
}

export interface Plan {
  readonly objective: string;
  /** What will be there when the task is done: a paper, a building, a signed text. */
  readonly product: string;
  readonly milestones: readonly Milestone[];
}

/** What shows that something was done. A file is kept by its hash; a link with the day it was looked at. */
export type Evidence =
  | { readonly kind: 'file'; readonly title: string; readonly sha256: string; readonly name: string }
  | { readonly kind: 'document'; readonly title: string; readonly number: string; readonly date: string | null }
  | {
      readonly kind: 'link';
      readonly title: string;
      readonly url: string;
      readonly seen: string;
      readonly sha256: string | null;
    };

/** The five steps of completion (data: scales). */
export const COMPLETION_STEPS = [0, 1, 2, 3, 4, 5] as const;
export type CompletionStep = (typeof COMPLETION_STEPS)[number];

export const REPORT_STAGES = ['draft', 'submitted', 'forwarded', 'taken', 'returned'] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

/** What a unit reports of a task. */
export interface ReportContent {
  readonly id: string;
  /** The reporting unit: the lead, or a coordinator for its part. */
  readonly unit: string;
  /** What period it is for; null for a report out of turn. */
  readonly period: ReportingPeriod | null;
  readonly step: CompletionStep;
  /** The unit holds its task, or its part, to be done. */
  readonly done: boolean;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

export interface ProgressReport extends ReportContent {
  readonly stage: ReportStage;
  /** Who wrote it, and when it last moved on. */
  readonly by: string;
  readonly at: string;
  readonly returned: { readonly reason: ReturnReason; readonly note: string } | null;
  /** The instant it first left the unit; null while it has not. A return does not take that away. */
  readonly handedIn: string | null;
}

export interface ObstacleContent {
  readonly id: string;
  readonly kind: ObstacleKind;
  readonly text: string;
  /** Who can lift it; null where the secretariat is to find out. */
  readonly to: string | null;
  /** ISO date an answer is wanted by. */
  readonly limit: string | null;
}

export interface Obstacle extends ObstacleContent {
  readonly by: string;
  readonly at: string;
  readonly answer: { readonly text: string; readonly by: string; readonly at: string } | null;
  readonly cleared: boolean;
}

export interface ExtensionRequest {
  readonly id: string;
  /** ISO dates: asked for, and granted (null until it is). */
  readonly to: string;
  readonly granted: string | null;
  readonly refused: boolean;
  readonly reason: string;
  readonly at: string;
}

export interface Urging {
  readonly id: string;
  /** Step of the ladder, 1-based; 0 for one outside it. */
  readonly level: number;
  readonly to: readonly string[];
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly reply: { readonly text: string; readonly by: string; readonly at: string } | null;
}

export interface Rating {
  readonly from: 'self' | 'secretariat' | 'other-side';
  /** Id of a scale (data), and of a step of it. */
  readonly scale: string;
  readonly value: string;
  readonly reason: EndReason | null;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

export interface Settlement {
  readonly outcome: Outcome;
  /** ISO date it was done or given up. */
  readonly day: string;
  readonly reason: EndReason | null;
  readonly note: string;
  readonly by: string;
}

/** What of a task can wait for somebody; `words`: words it keeps no longer stand in the register. */
export const TASK_OPEN_PARTS = ['words', 'reports', 'obstacles', 'requests', 'urgings', 'parts', 'unresolved'] as const;

/** Where a task stands: what `reduceTask` makes of its actions. */
export interface TaskState {
  readonly party: string;
  readonly audience: Audience;
  readonly parts: PartAudiences;
  readonly title: string;
  /** The commitments it keeps, at least one. */
  readonly commitments: readonly string[];
  /** The task it is a part of, one level up. */
  readonly parent: string | null;
  /** Exactly one unit leads. */
  readonly lead: string;
  readonly coordinators: readonly (Coordination & { readonly given: boolean })[];
  /** Words such as "the agencies concerned", until a person says who they are. */
  readonly unresolved: readonly string[];
  /** What was required first, and the day that counts now: extensions change only the latter. */
  readonly required: TaskDue | null;
  readonly due: string | null;
  /** How often the lead reports; null until a person sets it. */
  readonly every: ReportingPeriod['name'] | null;
  /** ISO date from which reports are owed: when the present period was set. */
  readonly owedFrom: string | null;
  readonly plan: Plan | null;
  readonly reports: readonly ProgressReport[];
  readonly obstacles: readonly Obstacle[];
  readonly requests: readonly ExtensionRequest[];
  readonly urgings: readonly Urging[];
  readonly ratings: readonly Rating[];
  readonly waiting: { readonly on: 'other-side' | 'condition'; readonly note: string } | null;
  readonly sentBack: { readonly reason: ReturnReason; readonly note: string } | null;
  readonly lifecycle: Lifecycle;
  readonly settlement: Settlement | null;
  readonly dispute: { readonly note: string; readonly by: string } | null;
  readonly version: number;
  /** The latest action that stands, and whose it is: only the same hand can take it back. */
  readonly last: { readonly id: string; readonly by: string; readonly type: string };
}
