import { z } from 'zod';

/** The last day of a period in each year; a day the month does not have is its last. */
const end = z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) });

const periodRule = z.strictObject({
  /** In the order of the year; a period begins the day after the one before it ends. */
  ends: z.array(end).min(1).max(12),
  /** When the report is to be there, counted from the period's last day; null where nobody has set it. */
  submit: z.strictObject({ after: z.int().min(0).max(90), of: z.enum(['days', 'working-days']) }).nullable(),
});

/** How reporting periods are cut. `unsure`: not checked against the source. */
export const periodRulesSchema = z.strictObject({
  source: z.string().min(1),
  unsure: z.literal(true).optional(),
  periods: z.strictObject({ month: periodRule, quarter: periodRule, 'half-year': periodRule, year: periodRule }),
});

/** The file `data/rules.json`: rules for all relations, and those of relations that agreed on their own. */
export const periodRulesFileSchema = z.strictObject({
  default: periodRulesSchema,
  relations: z.array(periodRulesSchema.extend({ relation: z.string().min(1) })),
});
