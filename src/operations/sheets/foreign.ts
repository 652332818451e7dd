import { createHash } from 'node:crypto';
import {
  allUnits,
  everyTaskGlance,
  keepSheetMapping,
  listedQuotes,
  type Queries,
  sheetMapping,
  taskLogs,
  tasksByIds,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  FOREIGN_FIELDS,
  type ForeignField,
  type ForeignTable,
  headerWords,
  type PlannedRow,
  planForeignRow,
  readForeign,
  type Seat,
  Wordings,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { countStates } from './counts.ts';
import { knownTask } from './plan-sheet.ts';
import type { ForeignMapping, SheetRun } from './results.ts';
import { goOn, type RunningSheet, runOf } from './run.ts';

const STRETCH = 200;

function tableOf(run: RunningSheet): ForeignTable {
  const table = run.sheet === null ? null : readForeign(run.sheet);
  if (table === null) throw new Problem('sheet-empty', { name: run.view.file });
  return table;
}

function signatureOf(table: ForeignTable): string {
  return createHash('sha256').update(headerWords(table)).digest('hex');
}

/** Proposes what the columns of a foreign list are; true where a person named them before for a list with this header. */
export async function proposeMapping({ database }: Context, run: RunningSheet, seat: Seat): Promise<boolean> {
  const table = tableOf(run);
  const kept = await sheetMapping(database.queries, seat.party, signatureOf(table));
  const columns = table.columns.map((column, at) => {
    if (kept === undefined) return column;
    const field = FOREIGN_FIELDS.find((one) => one === kept.fields[at]) ?? null;
    return { ...column, field, confidence: field === null ? 0 : 1 };
  });
  run.view = { ...run.view, form: 'foreign', columns, remembered: kept !== undefined, state: 'mapping' };
  return kept !== undefined;
}

/**
 * Names the columns of a foreign list, remembers that for its header, and works out anew what it would do.
 * @throws Problem `not-found`, `input-invalid`, `action-not-allowed`
 */
export async function mapSheet(context: Context, id: string, fields: ForeignMapping, seat: Seat): Promise<SheetRun> {
  const run = runOf(context, id, seat);
  const { state, columns } = run.view;
  if (columns === null || (state !== 'mapping' && state !== 'ready'))
    throw new Problem('action-not-allowed', { action: 'map', state });
  const named = fields.filter((field) => field !== null);
  if (fields.length !== columns.length || new Set(named).size < named.length || !named.includes('words')) {
    throw new Problem('input-invalid', { field: 'fields', reason: 'words, and each once' });
  }
  const { newId, clock, database } = context;
  const mapping = {
    id: newId(),
    party: seat.party,
    signature: signatureOf(tableOf(run)),
    fields,
    at: clock.now(),
    by: seat.hand,
  };
  await database.write((queries) => keepSheetMapping(queries, mapping));
  const mapped = columns.map((column, at) => ({
    ...column,
    field: fields[at] ?? null,
    confidence: fields[at] ? 1 : 0,
  }));
  run.view = { ...run.view, columns: mapped, state: 'planning' };
  goOn(context, run, () => planForeign(context, run, seat));
  return run.view;
}

/** Works out what a foreign list with named columns would do. */
export async function planForeign(context: Context, run: RunningSheet, seat: Seat): Promise<void> {
  const { database, clock, newId } = context;
  const { queries } = database;
  const { head } = tableOf(run);
  const fields = (run.view.columns ?? []).map(({ field }) => field);
  const rows = (run.sheet?.rows ?? []).filter(
    ({ number, cells }) => number > head && cells.some(({ kind }) => kind !== 'empty'),
  );
  run.view = { ...run.view, state: 'planning', total: rows.length, done: 0 };
  const known = await knownWordings(queries);
  const units = await allUnits(queries);
  const planned: PlannedRow[] = [];
  const at = clock.now();
  for (let from = 0; from < rows.length; from += STRETCH) {
    const stretch = rows.slice(from, from + STRETCH);
    const matched = stretch.map((row) => known.find(wordsOf(row.cells, fields)));
    const ids = [...new Set(matched.flatMap((match) => (match?.task ? [match.task] : [])))];
    const records = new Map((await tasksByIds(queries, ids)).map((record) => [record.task_id, record]));
    const logs = await taskLogs(queries, [...records.keys()]);
    for (const [index, row] of stretch.entries()) {
      const match = matched[index] ?? null;
      const record = match?.task ? records.get(match.task) : undefined;
      const log = match?.task ? logs.get(match.task) : undefined;
      const task = record && log ? knownTask(record, log, seat) : null;
      planned.push(planForeignRow(row, { match, task, fields, units, seat, at, file: run.view.file, newId }));
    }
    run.view = { ...run.view, done: from + stretch.length };
    await new Promise((turn) => setImmediate(turn));
  }
  run.rows = planned;
  run.view = { ...run.view, state: 'ready', counts: countStates(planned) };
}

function wordsOf(cells: readonly { readonly value: unknown }[], fields: readonly (ForeignField | null)[]): string {
  return String(cells[fields.indexOf('words')]?.value ?? '');
}

/** The titles of open tasks and the words of commitments, to find rows again by. */
async function knownWordings(queries: Queries): Promise<Wordings> {
  const tasks = await everyTaskGlance(queries);
  const quotes = await listedQuotes(queries);
  return new Wordings(tasks, quotes);
}
