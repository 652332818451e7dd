import { z } from 'zod';
import { AUDIENCES, DECISIONS, LIFECYCLES, MILESTONE_KINDS, OUTCOMES, TASK_PARTS } from '../../register/index.ts';
import { OfDay } from './query.ts';
import { Fields } from './shapes.ts';

const id = z.string().min(1).max(100);
const day = z.iso.date();
const note = z.string().trim().max(4_000);

/** A task as one side of a ledger shows it; what is not shared is not in it. */
const TaskOfSide = z.object({
  id: z.string(),
  version: z.int(),
  audience: z.enum(AUDIENCES),
  title: z.string(),
  lead: z.string(),
  lifecycle: z.enum(LIFECYCLES),
  outcome: z.enum(OUTCOMES).nullable(),
  due: day.nullable(),
  ended: day.nullable(),
  waiting: z.boolean(),
  plan: z
    .object({
      objective: z.string(),
      product: z.string(),
      milestones: z.array(
        z.object({ kind: z.enum(MILESTONE_KINDS), text: z.string(), planned: day.nullable(), actual: day.nullable() }),
      ),
    })
    .nullable(),
  report: z.object({ at: z.string(), step: z.number(), text: z.string(), evidence: z.array(z.string()) }).nullable(),
  ratings: z.array(
    z.object({
      from: z.enum(['self', 'secretariat', 'other-side']),
      ...{ scale: z.string(), value: z.string(), note: z.string(), at: z.string() },
    }),
  ),
  dispute: z.string().nullable(),
  /** Parts that are kept back. */
  kept: z.array(z.enum(TASK_PARTS)),
  actions: z.array(z.enum(['rate', 'dispute'])),
});

/** A commitment as both sides have it. */
export const TwoSidesShape = z.object({
  id: z.string(),
  quote: z.string(),
  language: z.string(),
  path: z.string(),
  title: z.string(),
  parties: z.array(z.string()),
  sides: z.array(
    z.object({
      party: z.string(),
      own: z.boolean(),
      reading: z.object({ decision: z.enum(DECISIONS), fields: Fields, at: z.string() }).nullable(),
      tasks: z.array(TaskOfSide),
    }),
  ),
  agreed: z.array(z.string()),
  differences: z.array(
    z.object({
      kind: z.enum(['decision', 'field', 'lead', 'due', 'status', 'rating', 'dispute']),
      field: z.string().optional(),
    }),
  ),
});

/** What a seat of another side does to a task that is shared with it. */
const SharedDeedBody = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('rate'),
    from: z.literal('other-side'),
    scale: id,
    value: z.string().min(1).max(20),
    reason: z.null(),
    note,
  }),
  z.object({ type: z.literal('dispute'), note: note.min(1) }),
]);

/** A commitment that another node speaks of, and which of ours it may be. */
const ReferenceShape = z.object({
  ...{ partner: z.string(), partnerName: z.string(), party: z.string(), key: z.string() },
  found: z.enum(['open', 'person', 'none', 'file', 'words']),
  commitment: z.string().nullable(),
  ...{ quote: z.string(), language: z.string(), path: z.string(), title: z.string(), date: z.string().nullable() },
  about: z.array(z.object({ kind: z.enum(['task', 'reading', 'publication']), title: z.string() })),
  workHere: z.boolean(),
  proposals: z.array(
    z.object({ id: z.string(), quote: z.string(), language: z.string(), path: z.string(), likeness: z.number() }),
  ),
});

/** The same commitment as the sides have it, and what one side may do to what another shares. */
export const SIDES_ROUTES = {
  getTwoSides: {
    method: 'GET',
    path: '/api/commitments/:id/sides',
    params: z.object({ id }),
    query: OfDay,
    response: TwoSidesShape,
  },
  listTwoSides: {
    method: 'GET',
    path: '/api/sides',
    query: OfDay.extend({ offset: z.coerce.number().int().min(0).optional() }),
    response: z.object({
      rows: z.array(TwoSidesShape),
      /** All of the list; null of a past day, where they were not counted. */
      total: z.int().nullable(),
      more: z.boolean(),
    }),
  },
  listReferences: {
    method: 'GET',
    path: '/api/sides/references',
    response: z.object({ rows: z.array(ReferenceShape) }),
  },
  placeReference: {
    method: 'POST',
    path: '/api/sides/references',
    body: z.strictObject({
      ...{ partner: z.string().max(100), key: z.string().max(64) },
      place: z.union([z.strictObject({ commitment: id }), z.enum(['none', 'open'])]),
    }),
    response: z.object({ rows: z.array(ReferenceShape) }),
  },
  actOnSharedTask: {
    method: 'POST',
    path: '/api/shared-tasks/:id/actions',
    params: z.object({ id }),
    body: z.object({ version: z.int().positive(), body: SharedDeedBody }),
    response: z.object({ done: z.literal(true) }),
  },
} as const;
