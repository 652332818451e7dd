import { z } from 'zod';
import { WORK_TYPES } from './scales.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const name = z.string().min(1).max(160);

/** A mechanism's card as a relation's profile writes it: what it is, who meets, and what must stay out of it. */
export const cardSchema = z.strictObject({
  id,
  names: z.strictObject({ vi: name, en: name, zh: name }),
  level: z.enum([
    ...(['leaders', 'ministers', 'vice-ministers', 'departments', 'provinces', 'provincial-departments'] as const),
    ...(['localities', 'organisations', 'experts'] as const),
  ]),
  /** Ids of bodies and places of the profile that take part, beside the parties themselves. */
  members: z.array(id).optional(),
  /** Ids of those who host, in turn. */
  hosts: z.array(id).optional(),
  every: z.enum(['year', 'half-year', 'quarter', 'irregular']).optional(),
  standing: z.enum(['to-establish', 'to-study']).optional(),
  /** Id of the mechanism of the profile whose name the texts use. */
  mechanism: id.optional(),
  /** Instruments of the profile it rests on. */
  instruments: z.array(id).optional(),
  keptOut: z
    .array(z.enum(['calls', 'defence', 'intelligence', 'positions', 'persons', 'case-content', 'routes', 'payments']))
    .min(1)
    .optional(),
  /** Types of the documents that come of its sessions, where these are sources of their own. */
  outcomes: z.array(z.enum(WORK_TYPES)).min(1).optional(),
  /** Its sessions are seen by secretariats and leaders only. */
  restricted: z.literal(true).optional(),
});
