import type { Strength } from '../../vocabulary/index.ts';
import type { Action } from '../actions.ts';
import { reduce } from '../reduce.ts';
import type { Seat } from '../seats/index.ts';
import { reduceTaskSteps, type TaskAction, type TaskState } from '../tasks/index.ts';
import { commitmentCells, commitmentDeeds } from './commitments.ts';
import type { SheetKey } from './key.ts';
import type { PlannedCell, PlannedRow, ReadRow, SheetColumn, SheetDeed } from './model.ts';
import { changedCells, compareCells, refuseCell, rowState } from './plan-row.ts';
import type { FoundTable } from './read-table.ts';
import { Refusal } from './refusal.ts';
import { type Making, taskCells, taskDeeds, tryTaskDeeds } from './tasks.ts';

/** The sheet a row is of, and who brings it in. */
export interface Planning {
  readonly found: FoundTable;
  readonly columns: readonly SheetColumn[];
  readonly seat: Seat;
  /** ISO instant. */
  readonly at: string;
  readonly file: string;
  readonly newId: () => string;
}

/** What is known of the task of a row, as the seat may see it. */
export interface KnownTask {
  readonly log: readonly TaskAction[];
  readonly strength: Strength;
  /** What of a state the seat may see. */
  readonly seen: (state: TaskState) => TaskState;
}

/** What a row about a task, or its report, would do. */
export function planTaskRow(row: ReadRow, key: SheetKey, known: KnownTask, planning: Planning): PlannedRow {
  const { found, columns, seat, at, file, newId } = planning;
  const states = reduceTaskSteps(known.log);
  const now = states.at(-1) as TaskState;
  const then = states[key.version - 1];
  if (then === undefined) return unplanned(row, 'key-unknown');
  const reporting = { unit: key.unit ?? now.lead, period: key.period };
  const making: Making = { reporting, file, newId };
  const values = (state: TaskState) => taskCells(known.seen(state), reporting);
  const cells = compareCells(row, found, columns, { base: values(then), now: values(now) });
  return settle({
    ...{ row, cells, version: now.version, moved: now.version !== key.version },
    of: { noun: 'task', id: key.id, title: now.title },
    deeds: (changed) => {
      const bodies = taskDeeds(now, changed, making);
      tryTaskDeeds(known.log, bodies, { seat, facts: { strength: known.strength }, at });
      return bodies.map((body) => ({ noun: 'task', id: key.id, body }) as const);
    },
  });
}

/** What a row about a commitment would do. */
export function planCommitmentRow(
  row: ReadRow,
  key: SheetKey,
  log: readonly Action[],
  { found, columns }: Planning,
): PlannedRow {
  if (key.version > log.length) return unplanned(row, 'key-unknown');
  const now = reduce(log);
  const then = reduce(log.slice(0, key.version));
  const cells = compareCells(row, found, columns, { base: commitmentCells(then), now: commitmentCells(now) });
  return settle({
    ...{ row, cells, version: now.version, moved: now.version !== key.version },
    of: { noun: 'commitment', id: key.id, title: now.quote },
    deeds: (changed) =>
      commitmentDeeds(now, changed).map((body) => ({ noun: 'commitment', id: key.id, body }) as const),
  });
}

interface Weighed extends Pick<PlannedRow, 'of' | 'moved' | 'version'> {
  readonly row: ReadRow;
  readonly cells: readonly PlannedCell[];
  readonly deeds: (changed: ReturnType<typeof changedCells>) => SheetDeed[];
}

function settle({ row, cells, deeds, ...about }: Weighed): PlannedRow {
  const plain = { ...about, row: row.number, confidence: null };
  const state = rowState(cells);
  if (state !== 'change') return { ...plain, cells, state, fault: null, deeds: [] };
  try {
    return { ...plain, cells, state, fault: null, deeds: deeds(changedCells(cells)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = refuseCell(cells, error);
    const shown = refused.some(({ column }) => column === error.column);
    return { ...plain, cells: refused, state: 'fault', fault: shown ? null : error.fault, deeds: [] };
  }
}

/** A row of which nothing can be said but what is wrong with it. */
export function unplanned(
  row: ReadRow,
  code: NonNullable<PlannedRow['fault']>['code'],
  details: Readonly<Record<string, string | number>> = {},
): PlannedRow {
  return {
    ...{ row: row.number, state: 'fault', of: null, moved: false, cells: [], deeds: [], version: 0, confidence: null },
    fault: { code, details },
  };
}
