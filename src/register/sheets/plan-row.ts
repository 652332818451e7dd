import { cellAddress } from './columns.ts';
import type { CellValue, PlannedCell, ReadRow, RowState, SheetColumn, SheetForm } from './model.ts';
import { type FoundTable, sayCell } from './read-table.ts';
import type { Refusal } from './refusal.ts';

/** The values of a row when the list went out, and now. */
export interface Compared {
  readonly base: ReadonlyMap<string, CellValue>;
  readonly now: ReadonlyMap<string, CellValue>;
}

/**
 * Compares the editable cells of a row with what went out and with what stands now. A cell as it went out asks for nothing, whatever has
 * become of it since; one changed on both sides is a conflict, and is left.
 */
export function compareCells(
  row: ReadRow,
  { places, form, addressed }: Pick<FoundTable, 'places' | 'addressed'> & { readonly form: SheetForm },
  columns: readonly SheetColumn[],
  { base, now }: Compared,
): PlannedCell[] {
  const cells: PlannedCell[] = [];
  for (const column of columns) {
    const at = places.get(column.id);
    if (!column.editable || at === undefined) continue;
    const said = sayCell(row.cells[at], column, form);
    const known = { base: base.get(column.id) ?? null, from: now.get(column.id) ?? null };
    const place = {
      column: column.id,
      cell: addressed ? cellAddress(at, row.number) : '',
      formula: row.cells[at]?.formula ?? false,
    };
    if ('fault' in said) {
      cells.push({ ...place, ...known, to: String(row.cells[at]?.value ?? ''), state: 'fault', fault: said.fault });
      continue;
    }
    if (said.value === known.base) continue;
    const state = said.value === known.from ? 'already' : known.from === known.base ? 'change' : 'conflict';
    cells.push({ ...place, ...known, to: said.value, state, fault: null });
  }
  return cells;
}

/** The cells with what refused one of them. */
export function refuseCell(cells: readonly PlannedCell[], refusal: Refusal): PlannedCell[] {
  const { column, fault } = refusal;
  if (!cells.some((cell) => cell.column === column)) return [...cells];
  return cells.map((cell) => (cell.column === column ? { ...cell, state: 'fault', fault } : cell));
}

/** The gravest of what became of the cells of a row: a row with a fault or a conflict is left as a whole. */
export function rowState(cells: readonly PlannedCell[]): RowState {
  const has = (state: PlannedCell['state']) => cells.some((cell) => cell.state === state);
  if (has('fault')) return 'fault';
  if (has('conflict')) return 'conflict';
  return has('change') ? 'change' : 'same';
}

/** The columns that change with what they are to be. */
export function changedCells(cells: readonly PlannedCell[]): Map<string, CellValue> {
  return new Map(cells.filter(({ state }) => state === 'change').map(({ column, to }) => [column, to]));
}
