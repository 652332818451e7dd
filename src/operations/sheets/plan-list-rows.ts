import {
  compareLogs,
  dataRow,
  type PlannedRow,
  type Seat,
  type SheetFaultCode,
  type SheetNote,
  seatMay,
} from '../../register/index.ts';
import type { RunningSheet } from './run.ts';

/** Rows of a list compared at a time; between two stretches others have their turn. */
const LIST_STRETCH = 400;

/** What is known for every row of a list. */
export interface ListPlanning {
  readonly seat: Seat;
  /** Hands of this register: what they did is entered by themselves, never from a file. */
  readonly hands: ReadonlySet<string>;
}

/** What a list would do, row by row, and what is to be known of the whole. */
export interface PlannedList {
  readonly rows: PlannedRow[];
  readonly notes: SheetNote[];
}

/** Why a history cannot be entered: the seat may not, or a file would speak for somebody of this register. */
export function refusal(
  actions: readonly { readonly by: string }[],
  { seat, hands }: ListPlanning,
): [SheetFaultCode, Readonly<Record<string, string>>] | null {
  if (!seatMay(seat, 'decide')) return ['seat-may-not', { action: 'import', state: '' }];
  return actions.some(({ by }) => hands.has(by)) ? ['hand-of-here', {}] : null;
}

/** A row of a list that does nothing, and why. */
export function faultRow(
  row: number,
  of: PlannedRow['of'],
  code: SheetFaultCode,
  details: Readonly<Record<string, string | number>> = {},
): PlannedRow {
  return dataRow(row, { of, state: 'fault', fault: { code, details } });
}

/** A row whose history needs nothing entered, or cannot be: what came is all here, or parts from what is; else null. */
export function standingRow(
  row: number,
  of: PlannedRow['of'],
  here: Parameters<typeof compareLogs>[0],
  came: Parameters<typeof compareLogs>[1],
): PlannedRow | null {
  const standing = compareLogs(here, came);
  if (standing === 'continues') return null;
  return standing === 'apart' ? apartRow(row, of) : dataRow(row, { of, state: 'same', moved: standing === 'behind' });
}

/** A row that says something else than what stands here. */
export function apartRow(row: number, of: PlannedRow['of']): PlannedRow {
  return dataRow(row, { of, state: 'conflict', fault: { code: 'apart', details: {} } });
}

/** The ids of the rows that could be read. */
export function idsOf(rows: readonly Came[]): string[] {
  return rows.flatMap((one) => ('wrong' in one ? [] : [one.row.id]));
}

/** A row as it was read, or what is wrong with it. */
type Came = { readonly row: { readonly id: string } } | { readonly wrong: string };
type Read<Row> = Exclude<Row, { readonly wrong: string }>;

/**
 * Works out what each row of a list would do, a stretch at a time; rows that could not be read and keys that came before are
 * faults. `prepare` looks up what a stretch needs and gives back what plans one of its rows.
 */
export async function planRows<Row extends Came>(
  run: RunningSheet,
  rows: readonly Row[],
  prepare: (stretch: readonly Row[]) => Promise<(row: number, one: Read<Row>) => PlannedRow>,
): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at < rows.length; at += LIST_STRETCH) {
    const stretch = rows.slice(at, at + LIST_STRETCH);
    const plan = await prepare(stretch);
    for (const [index, one] of stretch.entries()) {
      const row = at + index + 1;
      if ('wrong' in one) {
        planned.push(faultRow(row, null, 'row-malformed', { place: one.wrong }));
        continue;
      }
      const first = seen.get(one.row.id);
      if (first === undefined) seen.set(one.row.id, row);
      planned.push(first === undefined ? plan(row, one as Read<Row>) : faultRow(row, null, 'key-twice', { first }));
    }
    run.view = { ...run.view, done: Math.min(at + LIST_STRETCH, rows.length) };
    await new Promise((turn) => setImmediate(turn));
  }
  return planned;
}
