import { profileFor, relationOf } from '../../commitments/index.ts';

/** The relation of a text: as it was read; for a text read before that was kept, by the parties of its work. */
export function relationOfText(read: string | null, parties: readonly string[]): string {
  return read ?? relationOf(parties, profileFor(parties));
}
