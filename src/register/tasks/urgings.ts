import type { TaskAction } from './actions.ts';
import type { TaskState, Urging } from './model.ts';
import { STEPS } from './steps.ts';

/** The types of actions that `urgingsIn` reads. */
export const URGING_ACTIONS = ['urge', 'reply', 'undo'] as const satisfies readonly TaskAction['body']['type'][];

/**
 * The urgings of a task with their replies, in order, from those of its actions that are of `URGING_ACTIONS`: the same as in the
 * state that the whole log leads to.
 */
export function urgingsIn(actions: readonly TaskAction[]): readonly Urging[] {
  const undone = new Set(actions.flatMap(({ body }) => (body.type === 'undo' ? [body.undoes] : [])));
  let state: Pick<TaskState, 'urgings'> = { urgings: [] };
  for (const action of actions.filter(({ id }) => !undone.has(id))) {
    const { body } = action;
    if (body.type === 'urge') state = STEPS.urge(state as TaskState, body, action);
    else if (body.type === 'reply') state = STEPS.reply(state as TaskState, body, action);
  }
  return state.urgings;
}
