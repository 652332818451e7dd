import type { Deed, TaskState } from '../../data/tasks.ts';
import { fieldsToMerge, type MergeField } from '../../parts/merge.ts';

/** What an action puts in the place of what stands there; every other action adds something and overwrites nothing. */
const WRITES: Readonly<Partial<Record<Deed['type'], readonly string[]>>> = {
  'set-due': ['due'],
  'set-period': ['every'],
  coordinate: ['coordinators'],
  reroute: ['lead'],
  share: ['audience'],
  plan: ['objective', 'product', 'milestones'],
};

type Values = Readonly<Record<string, unknown>>;

function valuesOf({ due, every, lead, audience, coordinators, plan }: TaskState): Values {
  return { due, every, lead, audience, coordinators: coordinators.map(({ given: _, ...one }) => one), ...plan };
}

function written(deed: Deed): Values {
  if (deed.type === 'plan') return deed.plan;
  return deed.type === 'set-due' ? { due: deed.due?.day ?? null } : { ...deed };
}

/** The fields in which an action and what somebody else did meanwhile are not the same. */
export function fieldsOfDeed(deed: Deed, seen: TaskState, now: TaskState): MergeField[] {
  return fieldsToMerge(WRITES[deed.type] ?? [], valuesOf(seen), written(deed), valuesOf(now));
}

/** The action with the other person's values where these were chosen; null where nothing of it is left. */
export function withTheirs(deed: Deed, fields: readonly MergeField[], theirs: Values): Deed | null {
  if (fields.length > 0 && fields.every(({ name }) => name in theirs)) return null;
  return deed.type === 'plan' ? { ...deed, plan: { ...deed.plan, ...theirs } } : deed;
}
