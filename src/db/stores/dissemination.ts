import type { Selectable } from 'kysely';
import type { DisseminationAction } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import type { DisseminationActionTable } from '../series-tables.ts';

/** An action with the work that was handed on, and the side whose units got it. */
export interface StoredDissemination extends DisseminationAction {
  readonly workId: string;
  readonly party: string;
  readonly sequence: number;
}

/** What was done about every work the seat may see, by work and side, oldest first. */
export async function disseminationLogs(queries: Queries): Promise<StoredDissemination[][]> {
  const rows = await queries
    .selectFrom('dissemination_action')
    .selectAll()
    .orderBy('work_id')
    .orderBy('party')
    .orderBy('sequence')
    .execute();
  return [...Map.groupBy(rows.map(stored), ({ workId, party }) => `${workId}|${party}`).values()];
}

/** Appends an action. @throws Problem `changed-meanwhile` where somebody else was faster */
export function appendDissemination(queries: Queries, action: StoredDissemination): Promise<void> {
  const { workId, ...rest } = action;
  return appendToLog(queries, 'dissemination', [{ ...rest, work_id: workId }]);
}

function stored({ work_id, hash: _, ...row }: Selectable<DisseminationActionTable>): StoredDissemination {
  return { ...row, workId: work_id };
}
