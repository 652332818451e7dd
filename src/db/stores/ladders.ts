import type { LadderAction } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';

/** An action with the relation and the side whose ladder it sets. */
export interface StoredLadderAction extends LadderAction {
  readonly relation: string;
  readonly party: string;
  readonly sequence: number;
}

/** What was done about the ladders the seat may see, by relation and side, oldest first. */
export async function ladderLogs(queries: Queries): Promise<StoredLadderAction[][]> {
  const rows = await queries
    .selectFrom('ladder_action')
    .select(['id', 'relation', 'party', 'sequence', 'at', 'by', 'body'])
    .orderBy('relation')
    .orderBy('party')
    .orderBy('sequence')
    .execute();
  return [...Map.groupBy(rows as StoredLadderAction[], ({ relation, party }) => `${relation}|${party}`).values()];
}

/** Appends an action. @throws Problem `changed-meanwhile` where somebody else was faster */
export function appendLadderAction(queries: Queries, action: StoredLadderAction): Promise<void> {
  return appendToLog(queries, 'ladder', [{ ...action }]);
}
