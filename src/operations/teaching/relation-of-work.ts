import { profileFor, relationOf } from '../../commitments/index.ts';

/** The relation of a work by its parties, as its texts are read. */
export function relationOfWork(parties: readonly string[]): string {
  return relationOf(parties, profileFor(parties));
}
