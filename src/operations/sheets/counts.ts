import type { PlannedRow, RowState } from '../../register/index.ts';
import { NO_ROWS } from './run.ts';

/** How many rows there are of each state. */
export function countStates(rows: readonly PlannedRow[]): Record<RowState, number> {
  const counts = { ...NO_ROWS };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
