import { addDays } from '../../kernel/index.ts';
import { choiceValue, foldHeader, headersOf, KEY_COLUMN, sheetColumns } from './columns.ts';
import type {
  CellValue,
  ReadCell,
  ReadRow,
  ReadSheet,
  SheetColumn,
  SheetFault,
  SheetForm,
  SheetNote,
} from './model.ts';
import { SHEET_FORMS } from './model.ts';

/** Rows at the top among which the header is looked for. */
const HEAD_WITHIN = 20;

/** Where the columns of a list of ours stand in a sheet that came back. */
export interface FoundTable {
  readonly form: SheetForm;
  /** Number of the header's row in the sheet. */
  readonly head: number;
  /** Column of the sheet (0-based) by id. */
  readonly places: ReadonlyMap<string, number>;
  readonly notes: readonly SheetNote[];
  /** Whether its cells have addresses. */
  readonly addressed: boolean;
}

/**
 * Finds a list of ours in a sheet: by the words of its header, in any of the product's languages and wherever the columns were moved to.
 * Null where there is no key column: it is somebody else's list.
 */
export function findTable(sheet: ReadSheet): FoundTable | null {
  for (const row of sheet.rows.slice(0, HEAD_WITHIN)) {
    for (const form of formsTried(sheet)) {
      const found = placesIn(row, form);
      if (found !== null && found.places.size > 3)
        return { form, head: row.number, addressed: sheet.form !== true, ...found };
    }
  }
  return null;
}

/** The form that the keys of the sheet speak for. */
function formsTried({ rows }: ReadSheet): SheetForm[] {
  const noun = rows
    .flatMap(({ cells }) => cells.map(({ value }) => /^(task|commitment|report):/.exec(String(value ?? ''))?.[1]))
    .find((one) => one !== undefined);
  const form = { task: 'tasks', commitment: 'commitments', report: 'reports' }[noun ?? ''] as SheetForm | undefined;
  return form === undefined ? [...SHEET_FORMS] : [form];
}

function placesIn(row: ReadRow, form: SheetForm): Pick<FoundTable, 'places' | 'notes'> | null {
  const headers = headersOf(form);
  const places = new Map<string, number>();
  const notes: SheetNote[] = [];
  for (const [at, { value }] of row.cells.entries()) {
    const words = String(value ?? '').trim();
    const id = headers.get(foldHeader(words));
    if (id !== undefined && places.has(id)) notes.push({ code: 'column-twice', details: { column: words } });
    else if (id !== undefined) places.set(id, at);
    else if (words !== '') notes.push({ code: 'column-unknown', details: { column: words.slice(0, 80) } });
  }
  if (!places.has(KEY_COLUMN)) return null;
  return { places, notes: [...notes, ...orderNotes(places, form)] };
}

function orderNotes(places: ReadonlyMap<string, number>, form: SheetForm): SheetNote[] {
  const columns = sheetColumns(form, 'en');
  const missing = columns.filter(({ id }) => !places.has(id));
  const order = columns.flatMap(({ id }) => places.get(id) ?? []);
  const moved = order.some((at, index) => index > 0 && at < (order[index - 1] as number));
  return [
    ...missing.map(({ id }) => ({ code: 'column-missing', details: { column: id } }) as const),
    ...(moved ? [{ code: 'columns-moved', details: {} } as const] : []),
  ];
}

/** What a cell says, or what is wrong with it. */
export type Said = { readonly value: CellValue } | { readonly fault: SheetFault };

/** Reads a cell as its column asks. A formula counts with the value it had when the file was saved. */
export function sayCell(cell: ReadCell | undefined, column: SheetColumn, form: SheetForm): Said {
  const { value = null, kind = 'empty', formula = false } = cell ?? {};
  if (kind === 'error') return fault('error-value', value);
  if (kind === 'missing') return fault('line-missing', '');
  if (kind === 'empty' || value === null || String(value).trim() === '') {
    return formula ? fault('formula-without-value', '') : { value: null };
  }
  if (column.kind === 'day') return sayDay(value, kind);
  if (column.kind === 'choice') {
    const chosen = choiceValue(form, column.id, kind === 'flag' ? (value === true ? 'yes' : 'no') : String(value));
    return chosen === null ? fault('not-a-choice', value) : { value: chosen };
  }
  return { value: String(value).replace(/\r\n?/g, '\n').trim() };
}

/** The years 2000 to 2099 as spreadsheets count days. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

function fault(code: SheetFault['code'], value: unknown): Said {
  return { fault: { code, details: { value: String(value).slice(0, 60) } } };
}

/** A real day, or words that can only be one: 2026-04-18, 18/4/2026, 18.04.2026, 18-04-2026, 2026年4月18日. */
export function sayDay(value: string | number | boolean, kind: ReadCell['kind']): Said {
  if (kind === 'day') return { value: String(value) };
  // A day whose cell has lost its form is a number: days since the end of 1899.
  if (kind === 'number' && Number(value) >= FIRST_SERIAL && Number(value) <= LAST_SERIAL) {
    return { value: addDays('1899-12-30', Math.floor(Number(value))) };
  }
  const text = String(value).trim();
  const [, y1, m1, d1] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const [, d2, m2, y2] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const [y, m, d] = [y1 ?? y2, m1 ?? m2, d1 ?? d2].map(Number) as [number, number, number];
  const day = new Date(Date.UTC(y, m - 1, d));
  const real = day.getUTCFullYear() === y && day.getUTCMonth() === m - 1 && day.getUTCDate() === d;
  return real ? { value: day.toISOString().slice(0, 10) } : fault('not-a-day', value);
}
