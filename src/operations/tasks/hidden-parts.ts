import {
  audienceOf,
  partsOf,
  type Seat,
  TASK_PARTS,
  type TaskActionBody,
  type TaskPart,
  type TaskState,
} from '../../register/index.ts';

/** What each part of a task is told of by. The day is known to the whole side: lists are in its order. */
const TOLD_BY: Readonly<Partial<Record<TaskPart, readonly TaskActionBody['type'][]>>> = {
  plan: ['plan', 'reach'],
  reports: ['draft', 'submit', 'forward', 'take', 'return'],
  ratings: ['rate'],
};

/** Parts of a task of its own side that are kept from a seat: internal ones, from whoever neither keeps nor works on it. */
export function hiddenParts(state: TaskState, seat: Seat): TaskPart[] {
  const parts = partsOf(seat, state);
  const near = [...parts].some((part) => part !== 'author' && part !== 'other-side') || seat.units.includes(state.lead);
  return near ? [] : TASK_PARTS.filter((part) => TOLD_BY[part] !== undefined && audienceOf(state, part) === 'internal');
}

/** The state without those parts. */
export function withoutParts(state: TaskState, hidden: readonly TaskPart[]): TaskState {
  return {
    ...state,
    ...(hidden.includes('plan') && { plan: null }),
    ...(hidden.includes('reports') && { reports: [] }),
    ...(hidden.includes('ratings') && { ratings: [] }),
  };
}

/** Whether an action tells of one of those parts. */
export function tellsOf(type: TaskActionBody['type'], hidden: readonly TaskPart[]): boolean {
  return hidden.some((part) => TOLD_BY[part]?.includes(type));
}
