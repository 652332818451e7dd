import { z } from 'zod';
import { LOCALES } from '../../kernel/index.ts';
import { LIFECYCLES, ladderSchema, ROLES } from '../../register/index.ts';
import { STRENGTHS } from '../../vocabulary/index.ts';

const day = z.iso.date();

/** What the ladder does over a task: who owes, by when, at which level, on which day, and the posts it goes to. */
export const LadderUrgingShape = z.object({
  task: z.string(),
  unit: z.string(),
  due: day,
  level: z.int(),
  day,
  channel: z.enum(['digest', 'letter']),
  to: z.array(z.object({ party: z.string(), unit: z.string().nullable(), role: z.enum(ROLES) })),
});

/** Which unit a letter goes to, and in which language. */
const LetterBody = z.object({ unit: z.string().min(1).max(100), locale: z.enum(LOCALES) });

/** A mail that was brought in, and what it seems to answer; nothing is entered by it. `POST /api/urgings/replies` (multipart, field `files`). */
export const ReplyMailShape = z.object({
  from: z.string(),
  at: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  by: z.enum(['thread', 'reference']).nullable(),
  urgings: z.array(z.object({ task: z.string(), urging: z.string(), title: z.string() })),
  sender: z.object({ person: z.string(), unit: z.string(), role: z.string() }).nullable(),
});
export type ReplyMailShape = z.infer<typeof ReplyMailShape>;

/** How many days ahead, and which stretch of the list. */
export const AheadQuery = z.object({
  days: z.coerce.number().int().min(1).max(120).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});

/** A ladder as people set it; levels follow the order of its steps. */
const SetLadderShape = ladderSchema.omit({ unsure: true });

/** The ladders of a side, by relation, and where each comes from. */
const LaddersShape = z.object({
  rows: z.array(
    z.object({
      ...{ relation: z.string(), party: z.string(), ladder: ladderSchema, version: z.int(), keeps: z.boolean() },
      set: z.object({ at: z.string(), by: z.string() }).nullable(),
      undoes: z.string().nullable(),
    }),
  ),
});

/** Urging: the log with its replies, the digests, and running the ladder for a day. */
export const URGING_ROUTES = {
  listUrgings: {
    method: 'GET',
    path: '/api/urgings',
    response: z.object({
      day,
      mail: z.boolean(),
      ranOn: day.nullable(),
      log: z.array(
        z.object({
          id: z.string(),
          task: z.string(),
          title: z.string(),
          units: z.array(z.string()),
          level: z.int(),
          at: z.string(),
          by: z.string(),
          text: z.string(),
          reply: z.object({ text: z.string(), at: z.string() }).nullable(),
          days: z.int(),
          letter: z.boolean(),
        }),
      ),
      digests: z.array(
        z.object({
          id: z.string(),
          day,
          person: z.string().nullable(),
          items: z.array(LadderUrgingShape.extend({ title: z.string() })),
          mail: z.enum(['off', 'waiting', 'sent', 'failed']),
          error: z.string().nullable(),
        }),
      ),
    }),
  },
  /** What will be escalated to the asking seat, or over its head, if nothing changes. */
  escalationsAhead: {
    method: 'GET',
    path: '/api/escalations',
    query: AheadQuery,
    response: z.object({
      ...{ day, until: day, total: z.int(), ranOn: day.nullable() },
      rows: z.array(
        LadderUrgingShape.extend({
          ...{ title: z.string(), party: z.string(), lead: z.string(), over: z.boolean() },
          ...{ strength: z.enum(STRENGTHS), lifecycle: z.enum(LIFECYCLES) },
        }),
      ),
    }),
  },
  /** What happens on which days, to whom. */
  listLadders: { method: 'GET', path: '/api/ladders', response: LaddersShape },
  /** Sets the ladder of the seat's side in a relation, or takes that back. */
  changeLadder: {
    method: 'POST',
    path: '/api/ladders/:relation/:party',
    params: z.object({ relation: z.string().min(1).max(60), party: z.string().regex(/^[A-Z]{2}$/) }),
    body: z.strictObject({
      version: z.int().nonnegative(),
      body: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('set'), ladder: SetLadderShape }),
        z.strictObject({ type: z.literal('undo'), undoes: z.string().min(1).max(200) }),
      ]),
    }),
    response: LaddersShape,
  },
  /** Sends the letter to a unit by mail, with the Word file. */
  mailLetter: {
    method: 'POST',
    path: '/api/urgings/letters',
    body: LetterBody,
    response: z.object({ reference: z.string(), addresses: z.array(z.string()) }),
  },
  /** Runs the ladder of the seat's side for today, without waiting for the daily run. */
  urgeNow: {
    method: 'POST',
    path: '/api/urgings',
    response: z.object({
      day,
      urgings: z.array(LadderUrgingShape),
      people: z.int(),
      unreached: z.int(),
    }),
  },
} as const;
