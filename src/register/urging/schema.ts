import { z } from 'zod';
import { STRENGTHS } from '../../vocabulary/index.ts';
import { LIFECYCLES } from '../tasks/index.ts';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * Who is urged: reporter or head of the unit that owes; heads of the units that coordinate and have not given their part; head of
 * the unit above; secretariat; leader of the side.
 */
export const URGED = ['reporter', 'head', 'coordinators', 'above', 'secretariat', 'leader'] as const;

const step = z.strictObject({
  /** 1 for the first step, then one by one. */
  level: z.int().min(1).max(9),
  /** Days from the day it is due; negative before it. */
  days: z.int().min(-365).max(365),
  of: z.enum(['days', 'working-days']),
  /** Only tasks with a commitment of this strength, or in this state; null for all. */
  strengths: z.array(z.enum(STRENGTHS)).min(1).nullable(),
  lifecycles: z.array(z.enum(LIFECYCLES)).min(1).nullable(),
  to: z.array(z.enum(URGED)).min(1),
  /** In the day's digest, or as a formal letter besides. */
  channel: z.enum(['digest', 'letter']),
  /** Urged again after that many days, for as long as it is open; null for once. */
  again: z.int().min(1).max(365).nullable(),
});

/** The ladder of a relation: its steps in their order, and stretches of days on which nobody is urged. */
export const ladderSchema = z.strictObject({
  source: z.string().min(1),
  unsure: z.literal(true).optional(),
  quiet: z.array(z.strictObject({ from: isoDay, to: isoDay, why: z.string().min(1) })),
  steps: z.array(step).max(9),
  /** Working days after a periodic report was due on which its lead is reminded of it. */
  reports: z.array(z.int().min(1).max(365)).max(20),
});

/** The file `data/ladders.json`. */
export const laddersFileSchema = z.strictObject({
  default: ladderSchema,
  relations: z.array(ladderSchema.extend({ relation: z.string().min(1) })),
});
