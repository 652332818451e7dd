import type { ReportingPeriod } from '../periods/index.ts';
import type {
  Audience,
  Coordination,
  EndReason,
  Evidence,
  ObstacleContent,
  Outcome,
  Plan,
  Rating,
  ReportContent,
  ReturnReason,
  TaskDue,
  TaskPart,
} from './model.ts';

/** What a task is given with. */
export interface Assignment {
  readonly party: string;
  readonly audience: Audience;
  readonly title: string;
  readonly commitments: readonly string[];
  readonly parent: string | null;
  readonly lead: string;
  readonly coordinators: readonly Coordination[];
  readonly unresolved: readonly string[];
  readonly due: TaskDue | null;
  readonly every: ReportingPeriod['name'] | null;
}

/** What can be done to a task. Each is appended, none is ever changed; `docs/actions.md` says who may do which. */
export type TaskActionBody =
  | ({ readonly type: 'assign' } & Assignment)
  | { readonly type: 'accept' }
  | { readonly type: 'send-back'; readonly reason: ReturnReason; readonly note: string }
  /** Another unit leads; it has to accept again. */
  | { readonly type: 'reroute'; readonly lead: string; readonly note: string }
  | { readonly type: 'coordinate'; readonly coordinators: readonly Coordination[] }
  /** A person says which units an open set of words stands for. */
  | { readonly type: 'resolve'; readonly words: string; readonly coordinators: readonly Coordination[] }
  | { readonly type: 'serve'; readonly commitments: readonly string[] }
  | { readonly type: 'set-due'; readonly due: TaskDue | null }
  | { readonly type: 'set-period'; readonly every: ReportingPeriod['name'] | null }
  | { readonly type: 'plan'; readonly plan: Plan }
  | { readonly type: 'reach'; readonly milestone: string; readonly day: string | null }
  | { readonly type: 'draft'; readonly report: ReportContent }
  | { readonly type: 'submit'; readonly report: string }
  | { readonly type: 'forward'; readonly report: string }
  | { readonly type: 'take'; readonly report: string }
  | { readonly type: 'return'; readonly report: string; readonly reason: ReturnReason; readonly note: string }
  | { readonly type: 'raise'; readonly obstacle: ObstacleContent }
  | { readonly type: 'answer'; readonly obstacle: string; readonly text: string }
  | { readonly type: 'clear'; readonly obstacle: string }
  | { readonly type: 'ask-extension'; readonly request: string; readonly to: string; readonly reason: string }
  | { readonly type: 'grant'; readonly request: string; readonly to: string }
  | { readonly type: 'refuse'; readonly request: string; readonly note: string }
  | {
      readonly type: 'urge';
      readonly urging: string;
      readonly level: number;
      readonly to: readonly string[];
      readonly text: string;
    }
  | { readonly type: 'reply'; readonly urging: string; readonly text: string }
  | { readonly type: 'wait'; readonly on: 'other-side' | 'condition'; readonly note: string }
  | { readonly type: 'resume' }
  | ({ readonly type: 'rate' } & Omit<Rating, 'by' | 'at'>)
  | {
      readonly type: 'settle';
      readonly outcome: Outcome;
      readonly day: string;
      readonly reason: EndReason | null;
      readonly note: string;
      readonly evidence: readonly Evidence[];
    }
  | { readonly type: 'dispute'; readonly note: string }
  | { readonly type: 'reopen'; readonly note: string }
  | { readonly type: 'close'; readonly note: string }
  /** Who may see it, and of its parts those named; parts not named stay as they are. */
  | {
      readonly type: 'share';
      readonly audience: Audience;
      readonly parts?: { readonly [Part in TaskPart]?: Audience | undefined } | undefined;
    }
  /** Takes back the latest action that stands; only the hand that did it can. */
  | { readonly type: 'undo'; readonly undoes: string };

export type TaskActionType = TaskActionBody['type'];

/** An action as the log of a task keeps it. */
export interface TaskAction {
  readonly id: string;
  /** 1-based, without gaps, per task. */
  readonly sequence: number;
  /** ISO instant, UTC. */
  readonly at: string;
  /** The hand: who, from which seat; `rules` for the machine. */
  readonly by: string;
  readonly body: TaskActionBody;
}
