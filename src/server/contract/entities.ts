import { z } from 'zod';
import { LANGUAGES, LOCALES } from '../../kernel/index.ts';
import { ENTITY_DECISIONS, ENTITY_ORIGINS, ENTITY_REJECT_REASONS } from '../../register/index.ts';
import { ENTITY_KINDS } from '../../vocabulary/index.ts';
import { HistoryStepShape } from './history.ts';
import { many, OfDay, Page } from './query.ts';

/** How an entry stands in a list. */
export const ENTITY_STATES = ['proposed', 'confirmed', 'profile', 'rejected'] as const;

const day = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
/** The forms of a name, by language. */
export const EntityNames = z.partialRecord(z.enum(['vi', 'en', 'zh', 'fa']), z.array(z.string().trim().min(1)));
const code = z.string().trim().min(1).nullable();

export const EntityFields = z.object({
  /** Forms of the name by language, the usual one first. */
  names: EntityNames,
  type: code,
  party: code,
  parent: code,
  successor: code,
  from: day.nullable(),
  until: day.nullable(),
  signed: day.nullable(),
  expires: day.nullable(),
  sides: z.array(z.object({ party: code, names: EntityNames })).nullable(),
  coordinates: z.tuple([z.number(), z.number()]).nullable(),
});

const interval = z.object({ from: z.string().nullable(), to: z.string().nullable() });
const session = interval.extend({
  type: z.literal('session'),
  ordinal: z.int().nullable(),
  host: z.string().nullable(),
});

export const FactValue = z.discriminatedUnion('type', [
  session,
  interval.extend({ type: z.literal('signed') }),
  interval.extend({ type: z.literal('in-force') }),
  interval.extend({ type: z.literal('term'), years: z.int().nullable() }),
  z.object({ type: z.literal('parties'), names: z.array(z.string()) }),
  z.object({
    type: z.literal('succession'),
    into: z.string(),
    entries: z.array(z.string()),
    from: z.string().nullable(),
  }),
  z.object({ type: z.literal('grade'), grade: z.string() }),
  z.object({ type: z.literal('change'), change: z.string(), grade: z.string().nullable() }),
]);

const status = z.enum(['done', 'planned', 'stated']);

export const FactSummary = z.object({
  last: session.nullable(),
  next: session.nullable(),
  signed: interval.nullable(),
  toSign: z.boolean(),
  expires: z.string().nullable(),
  parties: z.array(z.string()),
  grade: z.string().nullable(),
  change: z.object({ change: z.string(), grade: z.string().nullable(), status }).nullable(),
  successor: z.string().nullable(),
});

const like = z.object({ id: z.string(), names: EntityNames, score: z.number() });

export const EntityRow = z.object({
  id: z.string(),
  relation: z.string(),
  kind: z.enum(ENTITY_KINDS),
  state: z.enum([...ENTITY_STATES, 'merged']),
  decision: z.enum(ENTITY_DECISIONS),
  origin: z.enum(ENTITY_ORIGINS),
  unsure: z.boolean(),
  version: z.int(),
  canUndo: z.boolean(),
  fields: EntityFields,
  mergedInto: z.string().nullable(),
  successorName: EntityNames.nullable(),
  summary: FactSummary,
  /** Facts of it that contradict each other. */
  contradictions: z.int(),
  mentions: z.int(),
  works: z.int(),
  commitments: z.int(),
  /** Another entry that may be the same. */
  duplicate: like.nullable(),
});

const link = z.object({
  id: z.string(),
  names: EntityNames,
  from: z.string().nullable(),
  until: z.string().nullable(),
});

const place = z.object({
  workId: z.string(),
  workTitle: z.string(),
  workDate: z.iso.date().nullable(),
  expressionId: z.string(),
  language: z.enum(LANGUAGES),
  span: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }),
  quote: z.string(),
});

export const EntityDetail = EntityRow.extend({
  predecessors: z.array(link),
  successors: z.array(link),
  parent: link.nullable(),
  merged: z.array(link.extend({ version: z.int() })),
  duplicates: z.array(like),
  facts: z.array(
    place.extend({ key: z.string(), value: FactValue, status, contradicts: z.boolean(), dismissed: z.boolean() }),
  ),
  places: z.array(place.extend({ prefix: z.string(), suffix: z.string(), rule: z.string(), entityId: z.string() })),
  history: z.array(HistoryStepShape.extend({ reason: z.enum(ENTITY_REJECT_REASONS).nullable(), note: z.string() })),
  spokenOf: z.record(z.string(), EntityNames),
});

/** What a register of entries is narrowed to; the page's address holds the same names. */
export const EntityFilter = z.object({
  kind: z.enum(ENTITY_KINDS),
  relation: z.string().optional(),
  q: z.string().optional(),
  state: many(z.enum(ENTITY_STATES)),
  party: many(z.string()),
  type: many(z.string()),
  /** A past day: the register as it stood at its end (UTC). */
  asOf: z.iso.date().optional(),
});
export type EntityFilter = z.infer<typeof EntityFilter>;

export const EntityCsvQuery = EntityFilter.extend({ locale: z.enum(LOCALES).default('en') });

const byId = z.object({ id: z.string() });
const version = { version: z.int().nonnegative() };
const facet = z.array(z.object({ value: z.string(), count: z.int() }));

export const EntityDecisionBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('confirm'), ...version }),
  z.object({ type: z.literal('edit'), ...version, fields: EntityFields.partial() }),
  z.object({
    type: z.literal('reject'),
    ...version,
    reason: z.enum(ENTITY_REJECT_REASONS),
    note: z.string().default(''),
  }),
  z.object({ type: z.literal('merge'), ...version, into: z.string() }),
  z.object({ type: z.literal('dismiss'), ...version, fact: z.string() }),
  z.object({ type: z.literal('undo'), ...version }),
]);

/** Routes of the registers of entries. The CSV stands outside: `GET /api/entities.csv` (`EntityCsvQuery`). */
export const ENTITY_ROUTES = {
  listEntities: {
    method: 'GET',
    path: '/api/entities',
    query: EntityFilter.extend(Page.shape),
    response: z.object({
      total: z.int(),
      rows: z.array(EntityRow),
      facets: z.object({ state: facet, party: facet, type: facet, relation: facet }),
    }),
  },
  getEntity: {
    method: 'GET',
    path: '/api/entities/:id',
    params: byId,
    query: OfDay,
    response: EntityDetail,
  },
  addEntity: {
    method: 'POST',
    path: '/api/entities',
    body: z.object({
      relation: z.string().min(1),
      kind: z.enum(ENTITY_KINDS),
      fields: EntityFields.partial().extend({ names: EntityNames }),
    }),
    response: EntityDetail,
  },
  decideEntity: {
    method: 'POST',
    path: '/api/entities/:id/decisions',
    params: byId,
    body: EntityDecisionBody,
    response: EntityDetail,
  },
} as const;
