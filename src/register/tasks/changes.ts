import { type Change, changedFields } from '../history.ts';
import type { TaskState } from './model.ts';

/** What a history tells field by field; reports, obstacles, urgings and ratings stand on the page themselves. */
function readable({ plan, settlement, coordinators, ...state }: TaskState): Readonly<Record<string, unknown>> {
  const { lead, unresolved, due, every, audience, commitments, lifecycle, waiting } = state;
  return {
    ...{ lifecycle, lead, coordinators: coordinators.map(({ given: _, ...one }) => one), unresolved, due, every },
    ...{ audience, commitments, waiting: waiting?.note ?? null, outcome: settlement?.outcome ?? null },
    ...{ objective: plan?.objective ?? null, product: plan?.product ?? null, milestones: plan?.milestones ?? [] },
  };
}

/** The fields of a task that an action made different, each before and after. */
export function taskChanges(before: TaskState, after: TaskState): Change[] {
  return changedFields(readable(before), readable(after));
}
