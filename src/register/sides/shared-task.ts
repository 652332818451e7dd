import { AUDIENCES, type Audience, type Plan, type Rating, type TaskPart, type TaskState } from '../tasks/index.ts';

/** What one side lets the other see of a task; what is not shared is not in it. */
export interface SharedTask {
  readonly title: string;
  readonly lead: string;
  readonly lifecycle: TaskState['lifecycle'];
  readonly outcome: 'done' | 'broken' | 'dropped' | null;
  /** ISO dates: counting now (null also where it is not shared), and settled on. */
  readonly due: string | null;
  readonly ended: string | null;
  readonly waiting: boolean;
  readonly plan: (Pick<Plan, 'objective' | 'product'> & { readonly milestones: readonly SharedMilestone[] }) | null;
  /** The latest report that its secretariat took; evidence by title, no file goes along. */
  readonly report: {
    readonly at: string;
    readonly step: number;
    readonly text: string;
    readonly evidence: readonly string[];
  } | null;
  readonly ratings: readonly SharedRating[];
  readonly dispute: string | null;
  /** Parts that are kept back. */
  readonly kept: readonly TaskPart[];
}

export type SharedMilestone = Pick<Plan['milestones'][number], 'kind' | 'text' | 'planned' | 'actual'>;
export type SharedRating = Pick<Rating, 'from' | 'scale' | 'value' | 'note' | 'at'>;

const rank = (audience: Audience) => AUDIENCES.indexOf(audience);

/** Who may see a part of a task: whom the task and the part are both open to. */
export function audienceOf({ audience, parts }: Pick<TaskState, 'audience' | 'parts'>, part: TaskPart): Audience {
  const own = parts[part];
  return rank(own) < rank(audience) ? own : audience;
}

/** Whether others than the side it belongs to may see a task at all. */
export function isShared({ audience }: Pick<TaskState, 'audience'>): boolean {
  return rank(audience) >= rank('shared');
}

/**
 * What of a task is seen by whom `open` lets see its parts. Obstacles, urgings, requests, drafts, who coordinates and what was
 * sent back are never in it.
 */
function viewOf(state: TaskState, open: (part: TaskPart) => boolean): SharedTask {
  const { plan, settlement, title, lead, lifecycle, waiting, dispute } = state;
  const report = state.reports.findLast(({ stage, unit }) => stage === 'taken' && unit === lead);
  const ratings = state.ratings.filter(({ from }) => from === 'other-side' || open('ratings'));
  return {
    ...{ title, lead, lifecycle, outcome: settlement?.outcome ?? null, ended: settlement?.day ?? null },
    due: open('due') ? state.due : null,
    waiting: waiting !== null,
    plan:
      plan === null || !open('plan')
        ? null
        : {
            ...{ objective: plan.objective, product: plan.product },
            milestones: plan.milestones.map(({ kind, text, planned, actual }) => ({ kind, text, planned, actual })),
          },
    report:
      report === undefined || !open('reports')
        ? null
        : {
            ...{ at: report.at, step: report.step, text: report.text },
            evidence: report.evidence.map(({ title: named }) => named),
          },
    ratings: ratings.map(({ from, scale, value, note, at }) => ({ from, scale, value, note, at })),
    dispute: dispute?.note ?? null,
    kept: (['due', 'plan', 'reports', 'ratings'] as const).filter((part) => !open(part)),
  };
}

/** What the other sides see of a task; null where they see nothing of it. */
export function sharedView(state: TaskState): SharedTask | null {
  return isShared(state) ? viewOf(state, (part) => rank(audienceOf(state, part)) >= rank('shared')) : null;
}

/** What anybody may see of a task; null where it is not open to the public. */
export function publicTaskView(state: TaskState): SharedTask | null {
  return state.audience === 'public' ? viewOf(state, (part) => audienceOf(state, part) === 'public') : null;
}

/** What a task's own side sees of it in the same form; `hidden` are parts kept from the asking seat. */
export function ownView(state: TaskState, hidden: readonly TaskPart[]): SharedTask {
  return viewOf(state, (part) => !hidden.includes(part));
}
