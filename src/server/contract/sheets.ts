import { z } from 'zod';
import { LOCALES } from '../../kernel/index.ts';
import { FOREIGN_FIELDS, ROW_STATES, SHEET_FAULTS, SHEET_FORMS, SHEET_NOTES } from '../../register/index.ts';

const details = z.record(z.string(), z.union([z.string(), z.number()]));
const fault = z.object({ code: z.enum(SHEET_FAULTS), details });
const cellValue = z.union([z.string(), z.number()]).nullable();
const form = z.enum([...SHEET_FORMS, 'foreign']);
const id = z.string();

/** A sheet that is brought in: where it has come to, and what it would do. */
export const SheetRunShape = z.object({
  id,
  file: z.string(),
  state: z.enum(['reading', 'mapping', 'planning', 'ready', 'applying', 'applied', 'failed']),
  done: z.int(),
  total: z.int(),
  form: form.nullable(),
  sheet: z.string().nullable(),
  notes: z.array(z.object({ code: z.enum(SHEET_NOTES), details })),
  counts: z.record(z.enum(ROW_STATES), z.int()),
  columns: z
    .array(
      z.object({
        title: z.string(),
        samples: z.array(z.string()),
        field: z.enum(FOREIGN_FIELDS).nullable(),
        confidence: z.number(),
      }),
    )
    .nullable(),
  remembered: z.boolean(),
  problem: z.object({ code: z.string(), details }).nullable(),
  batch: z.string().nullable(),
});

const PlannedRowShape = z.object({
  row: z.int(),
  state: z.enum(ROW_STATES),
  of: z.object({ noun: z.enum(['task', 'commitment']), id, title: z.string() }).nullable(),
  moved: z.boolean(),
  cells: z.array(
    z.object({
      column: z.string(),
      cell: z.string(),
      state: z.enum(['change', 'already', 'conflict', 'fault']),
      from: cellValue,
      to: cellValue,
      base: cellValue,
      formula: z.boolean(),
      fault: fault.nullable(),
    }),
  ),
  fault: fault.nullable(),
  confidence: z.number().nullable(),
});

const BatchItemShape = z.object({
  noun: z.enum(['task', 'commitment', 'work']),
  id,
  actions: z.array(z.string()),
  row: z.int(),
});

export const SheetBatchShape = z.object({
  ...{ id, file: z.string(), form, at: z.string(), by: z.string(), items: z.int() },
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  kept: z.array(BatchItemShape),
  mayUndo: z.boolean(),
});

/** The offline form: of one unit, or of all the seat reports for. */
export const ReportFormQuery = z.object({ unit: z.string().max(100).optional(), locale: z.enum(LOCALES) });

/** Spreadsheets that come back: what each would do, doing it, taking it back. Files go to `POST /api/sheets` (multipart, field `files`). */
export const SHEET_ROUTES = {
  getSheet: {
    method: 'GET',
    path: '/api/sheets/:id',
    params: z.object({ id }),
    query: z.object({
      show: z.enum(ROW_STATES).optional(),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(200),
      cursor: z.string().max(200).optional(),
    }),
    response: SheetRunShape.extend({ rows: z.array(PlannedRowShape), found: z.int() }),
  },
  mapSheet: {
    method: 'POST',
    path: '/api/sheets/:id/columns',
    params: z.object({ id }),
    body: z.object({ fields: z.array(z.enum(FOREIGN_FIELDS).nullable()).max(200) }),
    response: SheetRunShape,
  },
  applySheet: {
    method: 'POST',
    path: '/api/sheets/:id/apply',
    params: z.object({ id }),
    body: z.object({
      /** Rows left out, and unsure rows taken, by their number in the sheet. */
      skip: z.array(z.int()).max(100_000).default([]),
      take: z.array(z.int()).max(100_000).default([]),
    }),
    response: SheetRunShape,
  },
  listBatches: {
    method: 'GET',
    path: '/api/sheet-batches',
    response: z.object({ batches: z.array(SheetBatchShape) }),
  },
  undoBatch: {
    method: 'POST',
    path: '/api/sheet-batches/:id/undo',
    params: z.object({ id }),
    response: SheetBatchShape,
  },
} as const;
