import { putRowsAside, type RowBreach, rowsThatDiffer } from '../db/index.ts';
import type { Context } from './context.ts';
import { rebuildRegister } from './rebuild.ts';

/**
 * Makes every row again from the actions, in a transaction that is taken back, and names each that stood otherwise. It
 * takes as long as `rebuildRegister`, and holds what it writes until it ends.
 */
export function verifyRows(context: Context): Promise<RowBreach[]> {
  return context.whole.rehearse(async (database) => {
    await putRowsAside(database.queries);
    await rebuildRegister({ ...context, database, whole: database });
    return rowsThatDiffer(database.queries);
  });
}
