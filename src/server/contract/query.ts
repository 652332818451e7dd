import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import { DECISIONS } from '../../register/index.ts';
import { KINDS, SECTORS, STRENGTHS } from '../../vocabulary/index.ts';

/** A facet in an address: `kind=commitment&kind=support`, one or many. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : Array.isArray(value) ? value : [value]),
    z.array(item).optional(),
  );

/** Columns the register can show and sort by; also the columns of its CSV. */
export const COLUMNS = [
  'quote',
  'work',
  'date',
  'path',
  'page',
  'kind',
  'strength',
  'actors',
  'action',
  'due',
  'targets',
  'review',
  'sector',
  'instruments',
  'mechanisms',
  'places',
  'decision',
  'confidence',
  'language',
  'file',
  'sha256',
  'start',
  'end',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Facets of one value: commitments that aim at a number, that have a day to be looked at again. */
export const TARGET_STATES = ['some'] as const;
export const REVIEW_STATES = ['set'] as const;

/** Whether a task keeps it; `none` of what is owed alone. */
export const TASK_STATES = ['none', 'given'] as const;

/** `due` facet: whether and when. `soon` is urgent without a date (`sớm`). */
export const DUE_STATES = ['dated', 'soon', 'none'] as const;

/** What the register is narrowed to. Everything is in the page's address under the same names. */
export const CommitmentFilter = z.object({
  /** Searched in the quote, folded: no diacritics (đ = d), no case, any digits. */
  q: z.string().optional(),
  work: many(z.string()),
  expression: many(z.string()),
  kind: many(z.enum(KINDS)),
  strength: many(z.enum(STRENGTHS)),
  actor: many(z.string()),
  sector: many(z.enum(SECTORS)),
  place: many(z.string()),
  instrument: many(z.string()),
  mechanism: many(z.string()),
  due: many(z.enum(DUE_STATES)),
  /** `some`: it aims at a number with a unit. */
  target: many(z.enum(TARGET_STATES)),
  /** `set`: a person chose a day to look at it again. */
  review: many(z.enum(REVIEW_STATES)),
  /** `none`: owed, and given to nobody yet. */
  task: many(z.enum(TASK_STATES)),
  decision: many(z.enum(DECISIONS)),
  language: many(z.enum(LANGUAGES)),
  /** Entries of the registers (bodies, mechanisms …): what names them, and what they followed. */
  entity: many(z.string()),
  anchored: z.enum(['true', 'false']).optional(),
  /** A past day: the register as it stood at its end (UTC). */
  asOf: z.iso.date().optional(),
});
export type CommitmentFilter = z.infer<typeof CommitmentFilter>;

export const CommitmentSort = z.object({
  sort: z.enum([...COLUMNS, 'place-in-text']).default('place-in-text'),
  order: z.enum(['asc', 'desc']).default('asc'),
});

export const Page = z.object({
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Where to read on: as `Link` of the answer before gave it, for the same filter and order. */
  cursor: z.string().max(200).optional(),
});

export const FACETS = [
  ...(['work', 'kind', 'strength', 'actor', 'sector', 'place', 'due', 'target', 'review'] as const),
  ...(['decision', 'language'] as const),
] as const;
export type FacetName = (typeof FACETS)[number];

/** Of which past day something is read (ISO date): as it stood at its end (UTC); left out for now. */
export const OfDay = z.object({ asOf: z.iso.date().optional() });
