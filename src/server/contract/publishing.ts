import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import { PUBLIC_KINDS, PUBLISHING_BARS, PUBLISHING_STATES } from '../../register/index.ts';
import { WORK_TYPES } from '../../vocabulary/index.ts';

const id = z.string().min(1).max(200);
const kind = z.enum(PUBLIC_KINDS);
const names = z.array(z.string().max(40)).max(40);
const params = z.object({ id });

const work = z.object({
  ...{ workId: z.string(), id: z.string(), title: z.string(), type: z.enum(WORK_TYPES) },
  ...{ date: z.iso.date().nullable(), side: z.string().nullable() },
  public: z.object({ work: z.int(), text: z.int(), commitment: z.int() }),
  ...{ texts: z.int(), decided: z.int(), undecided: z.int() },
});

const item = z.object({
  ...{ kind, item: z.string(), id: z.string(), title: z.string(), language: z.enum(LANGUAGES).nullable() },
  ...{ path: z.string(), state: z.enum(PUBLISHING_STATES), bar: z.enum(PUBLISHING_BARS).nullable() },
  ...{ fields: z.array(z.string()), version: z.int() },
});

const ofWork = z.object({ work, items: z.array(item) });
const items = z
  .array(z.strictObject({ kind, item: id, version: z.int().nonnegative() }))
  .min(1)
  .max(20_000);

/** What of a work to make public, to take back, or to bring back to where it was. */
export const PublishingBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('publish'), items, fields: z.partialRecord(kind, names) }),
  z.strictObject({ type: z.literal('withdraw'), items, note: z.string().max(1_000).default('') }),
  z.strictObject({ type: z.literal('undo'), items }),
]);

/** What is public, and making it so. An item as anybody would read it: `GET /api/publishing/:id/preview` (HTML). */
export const PUBLISHING_ROUTES = {
  listPublishing: { method: 'GET', path: '/api/publishing', response: z.object({ works: z.array(work) }) },
  readPublishing: { method: 'GET', path: '/api/publishing/:id', params, response: ofWork },
  actOnPublishing: {
    method: 'POST',
    path: '/api/publishing/:id/actions',
    params,
    body: PublishingBody,
    response: ofWork,
  },
} as const;

export const PreviewQuery = z.object({
  ...{ kind, item: id, locale: z.enum(['vi', 'en', 'zh']).default('en') },
  fields: z.preprocess((value) => (typeof value === 'string' ? value.split(',') : (value ?? [])), names),
});
