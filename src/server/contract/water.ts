import { z } from 'zod';
import { THRESHOLD_KINDS } from '../../notices/index.ts';

const id = z.string().min(1).max(200);
const instant = z.iso.datetime();
const text = z.string();
const quality = z.enum(['good', 'suspect', 'estimate', 'poor', 'unchecked', 'missing']);
const details = z.record(z.string(), z.union([z.string(), z.number()]));

const point = z.object({
  ...{ time: text, instant: text.nullable(), value: z.number().nullable(), quality },
  ...{ censored: z.enum(['below', 'above']).nullable(), remark: text.nullable() },
});

const Threshold = z.strictObject({
  id,
  name: z.string().trim().min(1).max(120),
  kind: z.enum(THRESHOLD_KINDS),
  /** Null while nothing is agreed: shown, and never fires. */
  value: z.number().nullable(),
  unit: z.string().trim().min(1).max(60),
  hours: z.number().positive().max(240).nullable(),
});
const settled = { threshold: id, instant: z.string(), notice: id.nullable(), note: z.string().max(500) };
const pace = { interval: z.int().min(1).max(44_640).nullable(), grace: z.int().min(0).max(44_640) };

/** What is done to a series; `settle` says what came of a crossing. */
export const WaterBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('set-pace'), ...pace }),
  z.strictObject({ type: z.literal('set-threshold'), threshold: Threshold }),
  z.strictObject({ type: z.literal('drop-threshold'), threshold: id }),
  z.strictObject({ type: z.literal('settle'), ...settled }),
  /** Whether a partner gets every new value by itself. */
  z.strictObject({ type: z.literal('share'), partner: id, on: z.boolean() }),
]);

const row = z.object({
  ...{ id: text, source: text.nullable(), version: z.int() },
  ...{ parameter: z.enum(['level', 'discharge', 'rainfall', 'other']), property: text, unit: text },
  station: z.object({
    ...{
      id: text,
      name: text,
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      datum: text.nullable(),
    },
  }),
  state: z.object({
    ...pace,
    thresholds: z.array(Threshold),
    settled: z.array(z.object(settled)),
    shared: z.array(text).optional(),
  }),
  last: point.nullable(),
  /** Change an hour over the last three hours. */
  trend: z.number().nullable(),
  missing: z.array(z.object({ after: text, before: text, count: z.int() })),
  open: z.array(
    z.object({
      ...{
        threshold: text,
        instant: text,
        value: z.number(),
        name: text,
        limit: z.number().nullable(),
        limitUnit: text,
      },
    }),
  ),
});

const list = z.object({
  now: text,
  /** Nodes values can go to. */
  partners: z.array(z.object({ id: text, name: text })),
  rows: z.array(row),
  imports: z.array(
    z.object({
      ...{ id: text, at: text, by: text, name: text, format: text },
      ...{ added: z.int(), corrected: z.int(), same: z.int(), doubts: z.int() },
    }),
  ),
});

/** What came of a file of water data. */
export const WaterImportShape = z.object({
  format: z.enum(['waterml-2', 'csv', 'sensorthings']).nullable(),
  series: z.array(
    z.object({
      ...{ station: text, property: text, unit: text, datum: text.nullable(), values: z.int() },
      ...{ from: text.nullable(), to: text.nullable() },
    }),
  ),
  findings: z.array(
    z.object({
      ...{ severity: z.enum(['info', 'warning', 'error']), id: text, details, rule: text, clause: text },
      ...{ line: z.int(), column: z.int(), more: z.int().optional() },
    }),
  ),
  stored: z.object({ added: z.int(), corrected: z.int(), same: z.int() }).nullable(),
});

export const WaterExportQuery = z.object({
  format: z.enum(['csv', 'json', 'xml']),
  series: z
    .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(id))
    .optional(),
});

/** Stations, what they measured, and what was agreed of it. */
export const WATER_ROUTES = {
  listWater: { method: 'GET', path: '/api/water', response: list },
  getWater: {
    method: 'GET',
    path: '/api/water/:id',
    params: z.object({ id }),
    query: z.object({ from: instant.optional(), to: instant.optional() }),
    response: row.extend({
      points: z.array(point),
      corrections: z.array(z.object({ instant: text, value: z.number().nullable() })),
      datums: z.array(z.object({ id: text, datum: text.nullable(), from: text, to: text })),
    }),
  },
  actOnWater: {
    method: 'POST',
    path: '/api/water/:id/actions',
    params: z.object({ id }),
    body: z.strictObject({ version: z.int().positive(), body: WaterBody }),
    response: list,
  },
  shareWater: {
    method: 'POST',
    path: '/api/water/:id/share',
    params: z.object({ id }),
    body: z.strictObject({ partner: id, from: instant.nullable() }),
    response: z.object({ values: z.int() }),
  },
} as const;
