import { createHash } from 'node:crypto';
import { Problem } from '../../kernel/index.ts';
import type { PlannedRow, ReadSheet, RowState, Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { ArrivingText } from './arriving-texts.ts';
import type { SheetRows, SheetRun } from './results.ts';

/** A sheet being brought in, with what its next step needs. */
export interface RunningSheet {
  view: SheetRun;
  /** Only this hand goes on with it. */
  readonly hand: string;
  readonly sha256: string;
  sheet: ReadSheet | null;
  rows: readonly PlannedRow[];
  /** Texts that come in with the rows. */
  texts: readonly ArrivingText[];
}

/** Sheets kept for a side to look at or apply. */
const MOST_KEPT = 12;

export const NO_ROWS: Readonly<Record<RowState, number>> = { change: 0, conflict: 0, fault: 0, unsure: 0, same: 0 };

/** Enters a file that has arrived. */
export function openRun({ sheets, newId }: Context, file: string, bytes: Uint8Array, seat: Seat): RunningSheet {
  const view: SheetRun = {
    ...{ id: newId(), file, state: 'reading', done: 0, total: 0, form: null, sheet: null, notes: [], counts: NO_ROWS },
    ...{ columns: null, remembered: false, problem: null, batch: null },
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const run: RunningSheet = { view, hand: seat.hand, sha256, sheet: null, rows: [], texts: [] };
  sheets.set(view.id, run);
  for (const [id, { view }] of sheets) {
    if (sheets.size > MOST_KEPT && !['reading', 'planning', 'applying'].includes(view.state)) sheets.delete(id);
  }
  return run;
}

/** @throws Problem `not-found`, also where it is another hand's */
export function runOf({ sheets }: Context, id: string, seat: Seat): RunningSheet {
  const run = sheets.get(id);
  if (run === undefined || run.hand !== seat.hand) throw new Problem('not-found', { noun: 'sheet', id });
  return run;
}

/** Goes on with a run behind the answer; what breaks is kept as its problem. */
export function goOn({ running }: Context, run: RunningSheet, work: () => Promise<void>): void {
  const going = work().catch((error: unknown) => {
    const { code, details } =
      error instanceof Problem ? error : new Problem('unexpected', { id: String(error).slice(0, 200) });
    const state = run.view.state === 'applying' ? 'ready' : 'failed';
    run.view = { ...run.view, state, problem: { code, details } };
  });
  running.add(going);
  void going.finally(() => running.delete(going));
}

/** A run with a stretch of its rows: of one state, or of all. */
export function showRun(
  run: RunningSheet,
  { show, offset, limit }: { readonly show?: RowState | undefined; readonly offset: number; readonly limit: number },
): SheetRows {
  const rows = show === undefined ? run.rows : run.rows.filter(({ state }) => state === show);
  return { ...run.view, rows: rows.slice(offset, offset + limit), found: rows.length };
}
