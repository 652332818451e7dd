import {
  actionsOf,
  type BatchItem,
  lockSheetBatch,
  markBatchUndone,
  type Queries,
  rowsById,
  type SheetBatchRecord,
  sheetBatches,
  taskActionsOf,
  workById,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { availableTaskActions, reduce, reduceTask, type Seat, sameValue } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { appendDecision } from '../decide.ts';
import { appendDeed } from '../tasks/act-on-task.ts';
import { changeWorkIn } from '../works.ts';
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
    const works = new Set(found.items.flatMap(({ noun, id }) => (noun === 'work' ? [id] : [])));
    const gone = await commitmentsIn(queries, found.items, works);
    for (const item of found.items.toReversed()) {
      if (gone.has(item.id)) continue;
      if (!(await undoItem(queries, context, item, seat))) kept.push(item);
    }
    const undone = { at: clock.now(), by: seat.hand, kept };
    await markBatchUndone(queries, id, undone);
    return { ...found, undone_at: undone.at, undone_by: undone.by, kept };
  });
  await followCommitments(context, batch.items);
  return batchView(batch, seat);
}

/** True where all of it was taken back. What began a task cannot be: the task is dropped and closed, with whatever came after in the batch. */
async function undoTask(queries: Queries, context: Context, { id, actions }: BatchItem, seat: Seat): Promise<boolean> {
  const log = await taskActionsOf(queries, id);
  if (log.at(-1)?.id !== actions.at(-1)) return false;
  if (log[0]?.id === actions[0]) return dropTask(queries, context, id, seat);
  for (const action of actions.toReversed()) {
    const state = reduceTask(await taskActionsOf(queries, id));
    // Only the hand that did something takes it back: what came in from elsewhere stays.
    if (state.last.id !== action || state.last.by !== seat.hand) return false;
    await appendDeed(queries, context, { id, version: state.version, body: { type: 'undo', undoes: action } }, seat);
  }
  return true;
}

async function dropTask(queries: Queries, context: Context, id: string, seat: Seat): Promise<boolean> {
  const day = context.clock.now().slice(0, 10);
  const dropped = { outcome: 'dropped', day, reason: 'withdrawn', note: '', evidence: [] } as const;
  for (const body of [
    { type: 'settle', ...dropped },
    { type: 'close', note: '' },
  ] as const) {
    const state = reduceTask(await taskActionsOf(queries, id));
    if (!availableTaskActions(state, seat).includes(body.type)) return state.lifecycle === 'closed';
    await appendDeed(queries, context, { id, version: state.version, body }, seat);
  }
  return true;
}

/** Commitments that go with a work that is withdrawn. */
async function commitmentsIn(queries: Queries, items: readonly BatchItem[], works: ReadonlySet<string>) {
  const ids = works.size === 0 ? [] : items.filter(({ noun }) => noun === 'commitment').map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await rowsById(queries, ids);
  return new Set(rows.filter(({ work_id }) => works.has(work_id)).map(({ id }) => id));
}

async function undoItem(queries: Queries, context: Context, item: BatchItem, seat: Seat): Promise<boolean> {
  if (item.noun === 'task') return undoTask(queries, context, item, seat);
  if (item.noun === 'commitment') return undoCommitment(queries, context, item, seat);
  const { version } = await workById(queries, item.id);
  await changeWorkIn(queries, context, { id: item.id, version, by: seat.hand }, { type: 'withdraw' });
  return true;
}

/** True where all of it was taken back. What came in with its whole history cannot be undone: it is rejected. */
async function undoCommitment(
  queries: Queries,
  context: Context,
  { id, actions }: BatchItem,
  seat: Seat,
): Promise<boolean> {
  const ours = new Set(actions);
  const log = await actionsOf(queries, id);
  if (!ours.has(log.at(-1)?.id ?? '')) return false;
  const before = log.findIndex((action) => ours.has(action.id));
  const deed = { id, by: seat.hand };
  if (before === 0) {
    const { version, decision } = reduce(log);
    if (decision !== 'rejected') {
      await appendDecision(queries, context, { ...deed, type: 'reject', version, reason: 'other', note: '' });
    }
    return true;
  }
  for (let state = reduce(log); ours.has(state.undoable ?? ''); state = reduce(await actionsOf(queries, id))) {
    await appendDecision(queries, context, { ...deed, type: 'undo', version: state.version });
  }
  const [then, now] = [reduce(log.slice(0, before)), reduce(await actionsOf(queries, id))];
  return now.decision === then.decision && sameValue(now.fields, then.fields);
}
