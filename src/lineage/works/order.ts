import type { LineageWork } from '../model.ts';

/**
 * Order of two works in time: null where neither comes after the other (language versions, one day). On one day a
 * local text follows the national one that it carries out.
 */
export function workOrder(one: LineageWork, other: LineageWork): number | null {
  if (one.id === other.id || !sameRelation(one, other)) return null;
  const byDate = (one.date ?? '9999').localeCompare(other.date ?? '9999');
  if (byDate !== 0) return byDate;
  if (one.level === other.level) return null;
  return one.level === 'national' ? -1 : 1;
}

/**
 * Works of other states have nothing to do with each other: two that name states in pairs share a pair, one that names a
 * single state is of those that name it too, and one that names none may belong to any.
 */
function sameRelation(one: LineageWork, other: LineageWork): boolean {
  if ((one.demonstration ?? false) !== (other.demonstration ?? false)) return false;
  const shared = one.parties.filter((party) => other.parties.includes(party)).length;
  return shared >= Math.min(2, one.parties.length, other.parties.length);
}

/** Whether a work is issued to carry out what another agreed. */
export function carriesOut(work: LineageWork, other: LineageWork): boolean {
  const issued = work.type === 'directive' || work.type === 'plan';
  return issued && (other.type === 'joint-statement' || other.type === 'communique');
}
