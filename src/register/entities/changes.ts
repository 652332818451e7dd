import { type Change, changedFields } from '../history.ts';
import type { EntityState } from './actions.ts';

/** The fields of an entry that an action made different, each before and after; entries it names by their ids, facts by their keys. */
export function entityChanges(before: EntityState, after: EntityState): Change[] {
  return changedFields(readable(before), readable(after));
}

function readable({ decision, mergedInto, dismissed, fields }: EntityState): Readonly<Record<string, unknown>> {
  return { decision, mergedInto, dismissed, ...fields };
}
