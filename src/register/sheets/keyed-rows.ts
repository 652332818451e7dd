import { cellAddress, KEY_COLUMN } from './columns.ts';
import { readKey, type SheetKey } from './key.ts';
import type { PlannedRow, ReadRow, ReadSheet } from './model.ts';
import { unplanned } from './plan-rows.ts';
import type { FoundTable } from './read-table.ts';

/** A row with the key it holds. */
export interface KeyedRow {
  readonly row: ReadRow;
  readonly key: SheetKey;
}

/** The rows under the header: those that can be planned, and those that cannot, each with why. Empty rows are no rows. */
export function keyedRows(
  sheet: ReadSheet,
  { head, places }: FoundTable,
): { readonly keyed: KeyedRow[]; readonly refused: PlannedRow[] } {
  const at = places.get(KEY_COLUMN) as number;
  const keyed: KeyedRow[] = [];
  const refused: PlannedRow[] = [];
  const seen = new Map<string, number>();
  const merged = mergedRows(sheet, places);
  for (const row of sheet.rows) {
    if (row.number <= head || row.cells.every(({ kind }) => kind === 'empty')) continue;
    const text = String(row.cells[at]?.value ?? '').trim();
    const key = readKey(text);
    const name = key === null ? '' : `${key.noun} ${key.id} ${key.unit} ${key.period?.to}`;
    const first = seen.get(name);
    const merge = merged.get(row.number);
    if (text === '') refused.push(unplanned(row, 'key-missing'));
    else if (key === null) refused.push(unplanned(row, 'key-unknown'));
    else if (first !== undefined) refused.push(unplanned(row, 'key-twice', { first }));
    else if (merge !== undefined) refused.push(unplanned(row, 'merged', { cells: merge }));
    else keyed.push({ row, key });
    if (key !== null && first === undefined) seen.set(name, row.number);
  }
  return { keyed, refused };
}

/** Rows in which cells are merged that the list reads: whose value it is cannot be told. */
function mergedRows({ merges }: ReadSheet, places: FoundTable['places']): Map<number, string> {
  const used = new Set(places.values());
  const rows = new Map<number, string>();
  for (const {
    rows: [top, bottom],
    columns: [left, right],
  } of merges) {
    const touched = [...used].some((column) => column >= left && column <= right);
    if (!touched) continue;
    const name = `${cellAddress(left, top)}:${cellAddress(right, bottom)}`;
    for (let row = top; row <= bottom; row += 1) rows.set(row, name);
  }
  return rows;
}
