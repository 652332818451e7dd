import { z } from 'zod';
import { GATE_CHANGES, GATE_GRADES } from '../model.ts';

const pattern = z.string().min(1);
const patterns = z.array(pattern);

/** How a language writes names and what it says of them: regular expressions in which `{NAME}` stands for a part. */
export const knowledgeSchema = z.strictObject({
  language: z.enum(['vi', 'en', 'zh', 'fa']),
  parts: z.record(z.string().regex(/^[A-Z]+$/), pattern),
  names: z.strictObject({ body: patterns }),
  /** What looks like a body and is none. */
  notBody: pattern,
  /** Words before and after a name that make it that of both sides (`hai Bộ Ngoại giao`). */
  both: z.strictObject({ before: pattern, after: pattern }),
  /** A name of which, without its head noun (`generic`), only such words are left names nothing. */
  hollow: pattern,
  generic: pattern,
  /** What a name pattern took too much at the end, and at the beginning (null: nothing). */
  cut: pattern,
  lead: pattern.nullable(),
  /** Where a name ends like `after`, the words `more` behind it belong to it. */
  goesOn: z.array(z.strictObject({ after: pattern, more: pattern })),
  sessions: z.strictObject({
    /** What stands between the beginning of `17th Meeting of the X` and X. */
    prefix: pattern,
    /** The first group is the number. */
    ordinal: patterns,
    numbers: z.record(z.string(), z.int().positive()),
    next: patterns,
    held: patterns,
    planned: patterns,
    /** The first group is the host. */
    host: patterns,
  }),
  instruments: z.strictObject({
    signed: patterns,
    toSign: patterns,
    inForce: patterns,
    expires: patterns,
    term: patterns,
    until: patterns,
    years: patterns,
    parties: pattern,
  }),
  /** Words between what ended and what it became part of. */
  successions: patterns,
  gates: z.strictObject({
    cue: pattern,
    grades: z.record(z.enum(GATE_GRADES), patterns),
    changes: z.record(z.enum(GATE_CHANGES), patterns),
    /** The first group is the new grade. */
    into: pattern,
  }),
});
