import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import { MILESTONE_KINDS, PAIR_STANDINGS } from '../../register/index.ts';
import { EntityNames } from './entities.ts';
import { OfDay } from './query.ts';

const id = z.string().min(1).max(200);
const day = z.iso.date().nullable();
const party = z.string().regex(/^[A-Z]{2}$/);

export const PairBody = z.strictObject({
  title: z.string().trim().min(1).max(500),
  kind: z.enum(MILESTONE_KINDS),
  parties: z.array(party).min(2).max(10),
  commitment: id.nullable(),
  gate: id.nullable().optional(),
  due: day,
});
const side = z.strictObject({ planned: day, reached: day, source: z.string().trim().max(300) });

/** What can be done to a pair that stands. */
export const PairDeedBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('describe'), pair: PairBody }),
  z.strictObject({ type: z.literal('state'), party, side }),
  z.strictObject({ type: z.literal('undo'), undoes: id }),
]);

const list = z.object({
  day: z.iso.date(),
  rows: z.array(
    PairBody.extend({
      ...{ id: z.string(), version: z.int(), sides: z.record(z.string(), side) },
      ...{ standing: z.enum(PAIR_STANDINGS), behind: z.array(z.string()), late: z.boolean() },
      last: z.object({ id: z.string(), by: z.string(), type: z.string() }),
      actions: z.array(z.enum(['describe', 'state', 'undo'])),
    }),
  ),
  named: z.array(z.object({ id: z.string(), quote: z.string(), language: z.enum(LANGUAGES) })),
  gates: z.array(z.object({ id: z.string(), names: EntityNames })),
});

/** Paired milestones: one object, one state a side. */
export const PAIR_ROUTES = {
  listPairs: { method: 'GET', path: '/api/pairs', query: OfDay, response: list },
  openPair: { method: 'POST', path: '/api/pairs', body: PairBody, response: list },
  actOnPair: {
    method: 'POST',
    path: '/api/pairs/:id/actions',
    params: z.object({ id }),
    body: z.strictObject({ version: z.int().positive(), body: PairDeedBody }),
    response: list,
  },
} as const;
