import { z } from 'zod';
import { formsSchema } from './profile-schema.ts';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const span = { id, from: isoDay, to: isoDay };

/**
 * The day a holiday falls on: a day of the Gregorian year; a day of the Chinese lunar year (never of a leap month), counted at the
 * meridian of Beijing; or the solar term Qingming.
 */
const occurrence = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('date'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({ type: z.literal('lunar'), month: z.int().min(1).max(12), day: z.int().min(1).max(30) }),
  z.strictObject({ type: z.literal('qingming') }),
]);

/** What the law gives every year; it counts in the years without an announcement. */
const holiday = z.strictObject({
  id,
  forms: formsSchema,
  on: occurrence,
  /** Where it begins, in days from that day; -1 is the eve. */
  begins: z.int().min(-5).max(5).default(0),
  days: z.int().min(1).max(10).default(1),
});

/** What a government announced for one year: it alone says which days were free, and which weekend days were worked instead. */
const announcedYear = z.strictObject({
  year: z.int().min(2000).max(2100),
  source: z.string().min(1),
  unsure: z.literal(true).optional(),
  free: z.array(z.strictObject(span)),
  worked: z.array(isoDay),
});

/** The working days of one country. */
export const countryCalendarSchema = z.strictObject({
  party: z.string().regex(/^[A-Z]{2}$/),
  source: z.string().min(1),
  unsure: z.literal(true).optional(),
  /** Free days of every week, Monday 1 to Sunday 7. */
  weekend: z.array(z.int().min(1).max(7)).max(6),
  /** A legal holiday on a free day of the week gives the next working day instead. */
  substitute: z.boolean(),
  holidays: z.array(holiday),
  years: z.array(announcedYear),
});
