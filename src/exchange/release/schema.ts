import { z } from 'zod';
import { MESSAGE_TYPES, PARTNER_KINDS, RELEASE_CLASSES } from '../model.ts';

/**
 * What stands in a field that may leave: a word of a scale; an id, hash, day, instant, number (whole, or any quantity), party or flag; a label (one short
 * line) or text, both looked through; a quote of a text that both sides have; words made public; words of a closed form.
 */
export const FIELD_KINDS = [
  ...([
    'code',
    'id',
    'hash',
    'day',
    'instant',
    'number',
    'quantity',
    'party',
    'flag',
    'label',
    'text',
    'quote',
  ] as const),
  ...(['public-words', 'checked-words'] as const),
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

const kind = z.string().regex(new RegExp(`^(?:${FIELD_KINDS.join('|')})!?$`));
const path = z.string().regex(/^[a-z][A-Za-z0-9]*(?:\[\])?(?:\.[a-z][A-Za-z0-9]*(?:\[\])?)*$/);

const rule = z.strictObject({
  about: z.string().min(1),
  /** The `dataschema` of its messages; another number for another form. */
  schema: z.string().regex(/^urn:servanda:schema:[a-z]+:\d+$/),
  to: z.array(z.enum(PARTNER_KINDS)).min(1),
  classes: z.array(z.enum(RELEASE_CLASSES)).min(1),
  /** How many people it takes to let one leave. */
  persons: z.union([z.literal(1), z.literal(2)]),
  /** Path of each field that may leave → what stands in it; `!` where it must be there. */
  fields: z.record(path, kind),
});

/** The one file that says what may leave: types × addressees × classes × fields. */
export const releaseSchema = z.strictObject({
  about: z.string(),
  /** What no label or text that leaves may hold. */
  texts: z.array(z.strictObject({ id: z.string(), about: z.string(), pattern: z.string() })),
  /** Names that no member of a message may bear, however deep. */
  never: z.array(z.string().min(1)),
  types: z.record(z.enum(MESSAGE_TYPES), rule),
});
export type ReleaseRules = z.infer<typeof releaseSchema>;
export type TypeRule = z.infer<typeof rule>;
