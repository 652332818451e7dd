import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { SheetRows } from './results.ts';
import { runOf, showRun } from './run.ts';

export { applySheet, type Chosen } from './apply-sheet.ts';
export { commitmentSheet } from './commitment-sheet.ts';
export { mapSheet } from './foreign.ts';
export { bringSheet } from './plan-sheet.ts';
export { reportSheet } from './report-sheet.ts';
export type * from './results.ts';
export { taskSheet } from './task-sheet.ts';
export { listBatches, undoBatch } from './undo-batch.ts';

/** A sheet that is brought in, with a stretch of its rows. @throws Problem `not-found` */
export function readSheetRun(
  context: Context,
  id: string,
  stretch: Parameters<typeof showRun>[1],
  seat: Seat,
): SheetRows {
  return showRun(runOf(context, id, seat), stretch);
}
