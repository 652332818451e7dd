import {
  actionsOf,
  type BatchItem,
  lockSheetBatch,
  markBatchUndone,
  type Queries,
  type SheetBatchRecord,
  sheetBatches,
  taskActionsOf,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { reduce, reduceTask, type Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { appendDecision } from '../decide.ts';
import { appendDeed } from '../tasks/act-on-task.ts';
import { followCommitments } from './apply-sheet.ts';
import type { SheetBatch } from './results.ts';

/** Batches listed: the latest. */
const LISTED = 50;

/** What sheets brought in, the latest first. */
export async function listBatches({ database }: Context, seat: Seat): Promise<SheetBatch[]> {
  return (await sheetBatches(database.queries, LISTED)).map((batch) => batchView(batch, seat));
}

function batchView(batch: SheetBatchRecord, seat: Seat): SheetBatch {
  const { id, file, form, at, by, items, undone_at: undoneAt, undone_by: undoneBy, kept } = batch;
  return {
    id,
    file,
    form,
    at,
    by,
    items: items.length,
    undoneAt,
    undoneBy,
    kept,
    mayUndo: undoneAt === null && by === seat.hand,
  };
}

/**
 * Takes back everything a sheet brought in, by appending: the last first. Where somebody went on from there the item is left as it is, and
 * said. Only the hand that brought it in can.
 * @throws Problem `not-found`, `action-not-allowed`
 */
export async function undoBatch(context: Context, id: string, seat: Seat): Promise<SheetBatch> {
  const { database, clock } = context;
  const batch = await database.write(async (queries) => {
    const found = await lockSheetBatch(queries, id);
    if (found.undone_at !== null || found.by !== seat.hand) {
      throw new Problem('action-not-allowed', {
        action: 'undo',
        state: found.undone_at === null ? 'other-hand' : 'undone',
      });
    }
    const kept: BatchItem[] = [];
    for (const item of found.items.toReversed()) {
      const whole =
        item.noun === 'task'
          ? await undoTask(queries, context, item, seat)
          : await undoCommitment(queries, context, item, seat);
      if (!whole) kept.push(item);
    }
    const undone = { at: clock.now(), by: seat.hand, kept };
    await markBatchUndone(queries, id, undone);
    return { ...found, undone_at: undone.at, undone_by: undone.by, kept };
  });
  await followCommitments(context, batch.items);
  return batchView(batch, seat);
}

/** True where all of it was taken back. What began a task cannot be: the task is dropped and closed. */
async function undoTask(queries: Queries, context: Context, { id, actions }: BatchItem, seat: Seat): Promise<boolean> {
  for (const action of actions.toReversed()) {
    const state = reduceTask(await taskActionsOf(queries, id));
    if (state.last.id !== action) return false;
    const bodies =
      state.last.type === 'assign'
        ? ([
            {
              type: 'settle',
              outcome: 'dropped',
              day: context.clock.now().slice(0, 10),
              reason: 'withdrawn',
              note: '',
              evidence: [],
            },
            { type: 'close', note: '' },
          ] as const)
        : ([{ type: 'undo', undoes: action }] as const);
    for (const [at, body] of bodies.entries()) {
      await appendDeed(queries, context, { id, version: state.version + at, body }, seat);
    }
  }
  return true;
}

async function undoCommitment(
  queries: Queries,
  context: Context,
  { id, actions }: BatchItem,
  seat: Seat,
): Promise<boolean> {
  for (const action of actions.toReversed()) {
    const { undoable, version } = reduce(await actionsOf(queries, id));
    if (undoable !== action) return false;
    await appendDecision(queries, context, { type: 'undo', id, version, by: seat.hand });
  }
  return true;
}
