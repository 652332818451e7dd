import { type BatchItem, insertSheetBatch, type Queries, rowsById } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { PlannedRow, Seat, SheetDeed } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { appendDecision } from '../decide.ts';
import { followChange } from '../lineage/index.ts';
import { appendDeed, firstActionOf } from '../tasks/act-on-task.ts';
import { assignTask } from '../tasks/assign-task.ts';
import { enterCommitmentLogs, enterTaskLogs, logRows } from './apply-logs.ts';
import { storeTexts } from './arriving-texts.ts';
import type { SheetRun } from './results.ts';
import { goOn, runOf } from './run.ts';

/** Which rows are left out, and which unsure ones are taken. */
export interface Chosen {
  readonly skip: readonly number[];
  readonly take: readonly number[];
}

/**
 * Does what a sheet asks for, all of it or nothing, as one batch that can be taken back. Answers at once; the run is `applied` when it is done.
 * Where a row was changed by somebody in the meantime nothing is done, and the run says which row.
 * @throws Problem `not-found`, `action-not-allowed` (there is nothing to apply yet, or no more)
 */
export function applySheet(context: Context, id: string, { skip, take }: Chosen, seat: Seat): SheetRun {
  const run = runOf(context, id, seat);
  const { state, form, file } = run.view;
  if (state !== 'ready' || form === null) throw new Problem('action-not-allowed', { action: 'apply', state });
  const rows = run.rows.filter(
    (row) => row.deeds.length > 0 && ((row.state === 'change' && !skip.includes(row.row)) || take.includes(row.row)),
  );
  if (rows.length === 0) throw new Problem('action-not-allowed', { action: 'apply', state: 'same' });
  run.view = { ...run.view, state: 'applying', done: 0, total: rows.length, problem: null };
  goOn(context, run, async () => {
    const batch = context.newId();
    const items = await context.database.write(async (queries) => {
      const progress = (count: number) => {
        run.view = { ...run.view, done: count };
      };
      const works = await storeTexts(queries, context, run.texts, seat.hand);
      const done: BatchItem[] = works.map((id) => ({ noun: 'work', id, actions: [], row: 0 }));
      done.push(...(await enterCommitmentLogs(queries, logRows(rows, 'commitment-log'), progress)));
      done.push(...(await enterTaskLogs(queries, context, logRows(rows, 'task-log'), progress)));
      const before = done.length - works.length;
      const deeds = rows.filter(({ deeds: [first] }) => first?.noun !== 'commitment-log' && first?.noun !== 'task-log');
      for (const [index, row] of deeds.entries()) {
        done.push(...(await applyRow(queries, context, row, seat)));
        progress(before + index + 1);
      }
      await insertSheetBatch(queries, {
        ...{ id: batch, party: seat.party, file, sha256: run.sha256, form, at: context.clock.now(), by: seat.hand },
        ...{ items: done, undone_at: null, undone_by: null, kept: [] },
      });
      return done;
    });
    run.view = { ...run.view, state: 'applied', batch };
    await followCommitments(context, items);
  });
  return run.view;
}

async function applyRow(queries: Queries, context: Context, row: PlannedRow, seat: Seat): Promise<BatchItem[]> {
  const items = new Map<string, { noun: BatchItem['noun']; actions: string[] }>();
  let { version } = row;
  for (const deed of row.deeds) {
    if (deed.noun === 'commitment-log' || deed.noun === 'task-log') continue;
    const { noun, id, actions } = await applyDeed(queries, context, deed, version, seat).catch((error: unknown) => {
      if (error instanceof Problem) throw new Problem('sheet-row-refused', { row: row.row, code: error.code }, error);
      throw error;
    });
    version += actions.length;
    const item = items.get(id) ?? { noun, actions: [] };
    item.actions.push(...actions);
    items.set(id, item);
  }
  return [...items].map(([id, item]) => ({ id, ...item, row: row.row }));
}

async function applyDeed(
  queries: Queries,
  context: Context,
  deed: Exclude<SheetDeed, { noun: 'commitment-log' | 'task-log' }>,
  version: number,
  seat: Seat,
): Promise<Omit<BatchItem, 'row'> & { readonly actions: readonly string[] }> {
  if (deed.noun === 'assignment') {
    const id = await assignTask(queries, context, deed.assignment, seat);
    return { noun: 'task', id, actions: [await firstActionOf(queries, id)] };
  }
  const { id } = deed;
  if (deed.noun === 'task') {
    return { noun: 'task', id, actions: [await appendDeed(queries, context, { id, version, body: deed.body }, seat)] };
  }
  return {
    noun: 'commitment',
    id,
    actions: await appendDecision(queries, context, { id, version, by: seat.hand, ...deed.body }),
  };
}

/** Links of texts whose commitments changed are worked out again. */
export async function followCommitments(context: Context, items: readonly BatchItem[]): Promise<void> {
  const ids = items.filter(({ noun }) => noun === 'commitment').map(({ id }) => id);
  if (ids.length === 0) return;
  const rows = await rowsById(context.database.queries, ids);
  for (const text of new Set(rows.map(({ expression_id }) => expression_id))) await followChange(context, text);
}
