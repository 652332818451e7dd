import type { WorkType } from '../../vocabulary/index.ts';

/** What both sides made or anybody can read; everything else is one side's own until a person opens it. */
const OPEN_TYPES: readonly WorkType[] = ['joint-statement', 'communique', 'interview', 'article'];

/**
 * The side a work that comes in is proposed to belong to, null for both: a text of both sides is open to both, any other
 * belongs to the party of the seat that brings it in (`seat`). Without a seat it belongs to the one party that it names as
 * its own, if it names just one.
 */
export function proposedSide(
  { type, parties }: { readonly type: WorkType; readonly parties: readonly string[] },
  seat: string | null,
): string | null {
  if (OPEN_TYPES.includes(type)) return null;
  if (seat !== null) return seat;
  const [party, second] = parties.filter((one) => /^[A-Z]{2}$/.test(one));
  return second === undefined ? (party ?? null) : null;
}
