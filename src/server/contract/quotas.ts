import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import { QUOTA_KINDS } from '../../register/index.ts';

const id = z.string().min(1).max(200);
const places = z.int().min(1).max(10_000_000);
const note = z.string().trim().max(500);
const who = z.string().trim().min(1).max(200);

export const QuotaBody = z.strictObject({
  kind: z.string().trim().min(1).max(60),
  from: who,
  to: who,
  year: z.int().min(1900).max(2200),
  commitment: id.nullable(),
});

/** What is entered in a ledger; numbers add to what was entered before. */
export const QuotaEntryBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('promise'), places, note }),
  z.strictObject({ type: z.literal('grant'), places, note }),
  z.strictObject({ type: z.literal('use'), places, note }),
  z.strictObject({ type: z.literal('undo'), undoes: id }),
]);

const list = z.object({
  rows: z.array(
    QuotaBody.extend({
      ...{ id: z.string(), version: z.int(), undoable: z.string().nullable() },
      ...{ promised: z.int(), granted: z.int(), used: z.int(), ungranted: z.int(), unused: z.int() },
      entries: z.array(
        z.object({
          ...{ id: z.string(), at: z.string(), by: z.string() },
          body: z.union([z.object({ type: z.literal('open'), quota: QuotaBody }), QuotaEntryBody]),
        }),
      ),
    }),
  ),
  promised: z.array(
    z.object({
      ...{ commitment: z.string(), kind: z.enum(QUOTA_KINDS), places: z.int(), text: z.string() },
      year: z.int().nullable(),
    }),
  ),
  named: z.array(z.object({ id: z.string(), quote: z.string(), language: z.enum(LANGUAGES) })),
  keeps: z.boolean(),
});

/** Ledgers of places: promised, granted, used. */
export const QUOTA_ROUTES = {
  listQuotas: {
    method: 'GET',
    path: '/api/quotas',
    query: z.object({
      commitment: z
        .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(id))
        .optional(),
      asOf: z.iso.date().optional(),
    }),
    response: list,
  },
  openQuota: {
    method: 'POST',
    path: '/api/quotas',
    body: z.strictObject({ quota: QuotaBody, places: z.int().min(0).max(10_000_000), own: z.boolean() }),
    response: list,
  },
  enterInQuota: {
    method: 'POST',
    path: '/api/quotas/:id/entries',
    params: z.object({ id }),
    body: z.strictObject({ version: z.int().positive(), body: QuotaEntryBody }),
    response: list,
  },
} as const;
