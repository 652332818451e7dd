import { actionLogs, type Queries, type TaskRecord, taskLogs, tasksByIds } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  type FoundTable,
  findTable,
  type KeyedRow,
  keyedRows,
  type PlannedRow,
  type Planning,
  planCommitmentRow,
  planTaskRow,
  type ReadSheet,
  type Seat,
  type SheetNote,
  seatMay,
  sheetColumns,
  unplanned,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { hiddenParts, withoutParts } from '../tasks/hidden-parts.ts';
import { countStates } from './counts.ts';
import { planForeign, proposeMapping } from './foreign.ts';
import { planList } from './plan-list.ts';
import { readFileApart } from './read-sheets.ts';
import type { SheetRun } from './results.ts';
import { goOn, openRun, type RunningSheet } from './run.ts';

/** Rows compared at a time; between two stretches others have their turn. */
const STRETCH = 400;

/**
 * Takes a spreadsheet, or a list as CSV or JSON, in and answers at once; nothing is changed. What it would do is there when the run is `ready`; a list that is not
 * ours waits as `mapping` until its columns are named, unless they were before.
 */
export function bringSheet(context: Context, file: string, bytes: Uint8Array, seat: Seat): SheetRun {
  const run = openRun(context, file, bytes, seat);
  goOn(context, run, async () => {
    const read = await readFileApart(file, bytes);
    if ('list' in read) return planList(context, run, read.list, seat);
    const { sheets } = read;
    const ours = sheets.map((sheet) => ({ sheet, found: findTable(sheet) })).find(({ found }) => found !== null);
    const sheet = ours?.sheet ?? sheets[0];
    if (sheet === undefined) throw new Problem('sheet-empty', { name: file });
    const beside = sheets.filter((one) => one !== sheet).map(({ name }) => name);
    const notes: SheetNote[] =
      beside.length === 0 ? [] : [{ code: 'sheets-beside', details: { sheets: beside.join(', ').slice(0, 200) } }];
    run.sheet = sheet;
    run.view = { ...run.view, sheet: sheet.name, notes };
    if (ours?.found) await planOurs(context, run, sheet, ours.found, seat);
    else if (await proposeMapping(context, run, seat)) await planForeign(context, run, seat);
  });
  return run.view;
}

async function planOurs(
  context: Context,
  run: RunningSheet,
  sheet: ReadSheet,
  found: FoundTable,
  seat: Seat,
): Promise<void> {
  const { keyed, refused } = keyedRows(sheet, found);
  const rows: PlannedRow[] = [...refused];
  run.view = { ...run.view, form: found.form, state: 'planning', total: keyed.length };
  const planning: Planning = {
    ...{ found, columns: sheetColumns(found.form, 'en'), seat, at: context.clock.now() },
    ...{ file: run.view.file, newId: context.newId },
  };
  for (let at = 0; at < keyed.length; at += STRETCH) {
    rows.push(...(await planStretch(context.database.queries, keyed.slice(at, at + STRETCH), planning)));
    run.view = { ...run.view, done: Math.min(at + STRETCH, keyed.length) };
  }
  run.rows = rows.sort((a, b) => a.row - b.row);
  const notes = [...run.view.notes, ...found.notes, ...rowNotes(sheet, keyed.length, run.rows)];
  run.view = { ...run.view, state: 'ready', notes, counts: countStates(run.rows) };
}

function rowNotes({ exported }: ReadSheet, came: number, rows: readonly PlannedRow[]): SheetNote[] {
  const formulas = rows.flatMap(({ cells }) => cells.filter(({ formula }) => formula).map(({ cell }) => cell));
  const left = exported === null ? 0 : exported - came;
  return [
    ...(formulas.length === 0
      ? []
      : [{ code: 'formulas', details: { count: formulas.length, cells: formulas.slice(0, 12).join(', ') } } as const]),
    ...(left <= 0 ? [] : [{ code: 'rows-left-out', details: { count: left } } as const]),
  ];
}

async function planStretch(queries: Queries, keyed: readonly KeyedRow[], planning: Planning): Promise<PlannedRow[]> {
  const ids = [...new Set(keyed.map(({ key }) => key.id))];
  if (planning.found.form === 'commitments') {
    const logs = await actionLogs(queries, ids);
    const may = seatMay(planning.seat, 'decide');
    return keyed.map(({ row, key }) => {
      const log = logs.get(key.id);
      if (log === undefined || key.noun !== 'commitment') return unplanned(row, 'key-unknown');
      const planned = planCommitmentRow(row, key, log, planning);
      return may || planned.state === 'same' ? planned : refusedSeat(planned);
    });
  }
  const records = new Map((await tasksByIds(queries, ids)).map((record) => [record.task_id, record]));
  const logs = await taskLogs(queries, [...records.keys()]);
  return keyed.map(({ row, key }) => {
    const record = records.get(key.id);
    const log = logs.get(key.id);
    if (record === undefined || log === undefined || key.noun === 'commitment') return unplanned(row, 'key-unknown');
    return planTaskRow(row, key, knownTask(record, log, planning.seat), planning);
  });
}

function refusedSeat(planned: PlannedRow): PlannedRow {
  return {
    ...planned,
    state: 'fault',
    deeds: [],
    fault: { code: 'seat-may-not', details: { action: 'decide', state: '' } },
  };
}

/** A task as the seat may see it. */
export function knownTask(record: TaskRecord, log: Parameters<typeof planTaskRow>[2]['log'], seat: Seat) {
  return {
    ...{ log, strength: record.strength },
    seen: (state: Parameters<typeof withoutParts>[0]) => withoutParts(state, hiddenParts(state, seat)),
  };
}
