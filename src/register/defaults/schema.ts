import { z } from 'zod';
import { STRENGTHS } from '../../vocabulary/index.ts';
import { MILESTONE_KINDS } from '../tasks/index.ts';

const id = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/);
const names = z.strictObject({ vi: z.string().min(1), en: z.string().min(1), zh: z.string().min(1) });
const words = z.array(z.string().min(1)).min(1);

/** Verbs that ask for the same steps. */
const family = z.strictObject({
  id,
  names,
  /** The verbs by language, in the form a text has them; a form that ends in `*` goes on inside its word. */
  words: z.strictObject({ vi: words, en: words, zh: words }),
  /** The steps in their order, each from the strength on that asks for it. */
  steps: z.array(z.strictObject({ kind: z.enum(MILESTONE_KINDS), from: z.enum(STRENGTHS) })).min(1),
});

/** A last day to propose where a text names none; the first rule that fits holds. */
const deadline = z.strictObject({
  id,
  /** Null for any family. */
  family: id.nullable(),
  strength: z.enum(STRENGTHS),
  /** Counted from the day of the work. */
  months: z.int().min(1).max(120),
  source: z.string().min(1),
  unsure: z.literal(true).optional(),
});

/** The file `data/families.json`. */
export const defaultsFileSchema = z.strictObject({ families: z.array(family), deadlines: z.array(deadline) });
