import { z } from 'zod';
import { END_REASONS } from '../tasks/index.ts';

const names = z.strictObject({ vi: z.string().min(1), en: z.string().min(1), zh: z.string().min(1) });

/** A scale of evaluation; its steps from the worst to the best. */
const scale = z.strictObject({
  id: z.string().min(1),
  names,
  steps: z.array(z.strictObject({ id: z.string().min(1), names })).min(2),
});

/** What a step of one scale is on another; it holds only in the direction stated. */
const conversion = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  source: z.string().min(1),
  unsure: z.literal(true).optional(),
  map: z.record(z.string(), z.string()),
});

/** The file `data/scales.json`: scales, stated conversions, and the reasons for which something is broken or dropped. */
export const scalesFileSchema = z.strictObject({
  scales: z.array(scale),
  conversions: z.array(conversion),
  reasons: z.array(
    z.strictObject({ id: z.enum(END_REASONS), outcomes: z.array(z.enum(['broken', 'dropped'])).min(1), names }),
  ),
});
