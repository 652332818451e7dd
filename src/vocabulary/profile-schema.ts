import { z } from 'zod';
import { SECTORS } from './scales.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const form = z.string().min(1).max(88);
const isoDate = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const party = z.string().regex(/^[A-Z]{2}$/);

/** The forms of a name by language, the usual one first. */
export const formsSchema = z.partialRecord(z.enum(['vi', 'en', 'zh', 'fa']), z.array(form).min(1));

/** What every entry of a register has. `unsure`: not checked against a source, a person should look. */
const entry = {
  id,
  forms: formsSchema,
  from: isoDate.optional(),
  until: isoDate.optional(),
  successor: id.optional(),
  unsure: z.literal(true).optional(),
};

/** Longitude and latitude in degrees (WGS 84), good to about a kilometre. */
const coordinates = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

export const bodySchema = z.strictObject({
  ...entry,
  party: party.optional(),
  level: z.enum(['national', 'party', 'province', 'prefecture', 'local', 'joint', 'international']),
  parent: id.optional(),
});

export const placeSchema = z.strictObject({
  ...entry,
  type: z.enum(['province', 'prefecture', 'city', 'district', 'town', 'river', 'sea', 'gulf', 'site', 'region']),
  party: party.optional(),
  parent: id.optional(),
  coordinates: coordinates.optional(),
  /** Shares the land border of the relation. */
  border: z.literal(true).optional(),
});

export const gateSchema = z.strictObject({
  id,
  grade: z.enum(['international', 'bilateral', 'auxiliary', 'opening', 'railway', 'bridge']),
  sides: z.tuple([
    z.strictObject({ party, forms: formsSchema, place: id.optional() }),
    z.strictObject({ party, forms: formsSchema, place: id.optional() }),
  ]),
  coordinates: coordinates.optional(),
  from: isoDate.optional(),
  unsure: z.literal(true).optional(),
});

export const mechanismSchema = z.strictObject({
  ...entry,
  type: z.enum(['committee', 'working-group', 'dialogue', 'conference', 'hotline', 'forum', 'programme', 'other']),
});

export const instrumentSchema = z.strictObject({
  ...entry,
  type: z.enum(['treaty', 'agreement', 'memorandum', 'plan', 'statement', 'declaration', 'initiative', 'document']),
  signed: isoDate.optional(),
  expires: isoDate.optional(),
});

/** One of the directions the parties agreed on; each sector belongs to exactly one of them. */
export const directionSchema = z.strictObject({ id, forms: formsSchema, sectors: z.array(z.enum(SECTORS)) });

/** All that is known beforehand of one relation: data only, kept in `profiles/<relation>/`. */
export const profileSchema = z.strictObject({
  id,
  names: formsSchema,
  parties: z.array(z.strictObject({ code: party, forms: formsSchema })).min(2),
  bodies: z.array(bodySchema),
  places: z.array(placeSchema),
  gates: z.array(gateSchema),
  mechanisms: z.array(mechanismSchema),
  instruments: z.array(instrumentSchema),
  directions: z.array(directionSchema),
});
