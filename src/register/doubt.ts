import type { CommitmentState } from './actions.ts';

/** Proposals read with less confidence than this are doubtful: about one in eight, and most of what people then correct. */
export const SURE = 0.75;

/** How much a row wants to be looked at, 0..1: nothing once somebody decided, else the more the less sure the rules were. */
export function doubtOf({
  decision,
  anchored,
  confidence,
}: Pick<CommitmentState, 'decision' | 'anchored'> & { readonly confidence: number }): number {
  return decision === 'undecided' && anchored ? 1 - confidence : 0;
}

/** Whether the rules themselves are in doubt about a row nobody has decided on. */
export function isDoubtful(row: Parameters<typeof doubtOf>[0]): boolean {
  return doubtOf(row) > 1 - SURE;
}
