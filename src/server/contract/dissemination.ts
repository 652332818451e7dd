import { z } from 'zod';
import { OfDay } from './query.ts';

const id = z.string().min(1).max(200);
const day = z.iso.date();

/** What can be done about handing a text on. */
export const DisseminationDeedBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('address'), units: z.array(id).min(1).max(500) }),
  z.strictObject({ type: z.literal('receive'), unit: id, day }),
  z.strictObject({ type: z.literal('study'), unit: id, day, people: z.int().nonnegative().max(10_000_000).nullable() }),
  z.strictObject({ type: z.literal('undo'), undoes: id }),
]);

const addressee = z.object({
  unit: z.string(),
  received: day.nullable(),
  studied: z.object({ day, people: z.int().nullable() }).nullable(),
  mine: z.boolean(),
});

const list = z.object({
  rows: z.array(
    z.object({
      ...{ work: z.string(), party: z.string(), title: z.string(), date: day.nullable(), version: z.int() },
      addressees: z.array(addressee),
      coverage: z.object({
        ...{ addressed: z.int(), received: z.int(), studied: z.int(), people: z.int() },
        open: z.array(z.string()),
      }),
      ...{ keeps: z.boolean(), undoes: z.string().nullable() },
    }),
  ),
  others: z.array(z.object({ work: z.string(), title: z.string(), named: z.array(z.string()) })),
});

/** Handing a text on: to whom, who has it, who studied it. */
export const DISSEMINATION_ROUTES = {
  listDissemination: {
    method: 'GET',
    path: '/api/dissemination',
    query: OfDay,
    response: list,
  },
  disseminate: {
    method: 'POST',
    path: '/api/works/:id/dissemination',
    params: z.object({ id }),
    body: z.strictObject({ version: z.int().nonnegative(), body: DisseminationDeedBody }),
    response: list,
  },
} as const;
