import { logSteps, refused } from '../log-steps.ts';
import type { Assignment, TaskAction, TaskActionBody } from './actions.ts';
import { FIRST_PARTS, type TaskState } from './model.ts';
import { STEPS } from './steps.ts';

/**
 * Where the actions of a task lead to, from the first to the last. An action taken back leaves the state before it.
 * @throws Problem `action-not-allowed` where the log does not begin with an assignment or has a gap, where what is taken back
 *   is not the latest that stands, or where an action names something the task does not have
 */
export function reduceTask(actions: readonly TaskAction[]): TaskState {
  return reduceTaskSteps(actions).at(-1) as TaskState;
}

/** The state after each action, in order. @throws Problem as `reduceTask` */
export function reduceTaskSteps(actions: readonly TaskAction[]): TaskState[] {
  const steps = logSteps<TaskAction, TaskState[]>(actions, (standing, action) => follow(standing ?? [], action));
  return steps.map((standing, index) => ({ ...(standing.at(-1) as TaskState), version: index + 1 }));
}

/** The states that stand one on the other: taking back an action takes the top one away. */
function follow(standing: TaskState[], action: TaskAction): TaskState[] {
  const { body } = action;
  const state = standing.at(-1);
  if (state === undefined) {
    if (body.type !== 'assign') throw refused(action.body.type, 'none');
    return [assigned(body, action)];
  }
  if (body.type === 'undo') {
    if (standing.length === 1 || state.last.id !== body.undoes) throw refused(action.body.type, state.lifecycle);
    return standing.slice(0, -1);
  }
  return [...standing, { ...step(state, body, action), last: lastOf(action) }];
}

function step<Type extends TaskActionBody['type']>(
  state: TaskState,
  body: Extract<TaskActionBody, { type: Type }>,
  action: TaskAction,
): TaskState {
  const apply = STEPS[body.type as keyof typeof STEPS] as
    | ((state: TaskState, body: TaskActionBody, action: TaskAction) => TaskState)
    | undefined;
  if (apply === undefined) throw refused(action.body.type, state.lifecycle);
  return apply(state, body, action);
}

function assigned(
  { type: _, due, coordinators, ...given }: { type: 'assign' } & Assignment,
  action: TaskAction,
): TaskState {
  return {
    ...given,
    parts: FIRST_PARTS,
    coordinators: coordinators.map((one) => ({ ...one, given: false })),
    required: due,
    due: due?.day ?? null,
    owedFrom: given.every === null ? null : action.at.slice(0, 10),
    plan: null,
    reports: [],
    obstacles: [],
    requests: [],
    urgings: [],
    ratings: [],
    waiting: null,
    sentBack: null,
    lifecycle: 'assigned',
    settlement: null,
    dispute: null,
    version: action.sequence,
    last: lastOf(action),
  };
}

function lastOf({ id, by, body }: TaskAction): TaskState['last'] {
  return { id, by, type: body.type };
}
