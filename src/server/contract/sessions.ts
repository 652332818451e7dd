import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import {
  CARD_EVIDENCE,
  ITEM_REASONS,
  KEPT_OUT,
  PROPOSED_TYPES,
  REQUEST_OUTCOMES,
  SERIES_LEVELS,
  SERIES_RHYTHMS,
  SERIES_STANDINGS,
} from '../../register/index.ts';
import { HistoryStepShape } from './history.ts';
import { OfDay } from './query.ts';
import { TaskRowShape } from './tasks.ts';

const id = z.string().min(1).max(200);
const words = z.string().trim().max(4_000);
const said = words.min(1);
const day = z.iso.date();
const partialDay = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const forms = z.partialRecord(z.enum(['vi', 'en', 'zh', 'fa']), z.array(z.string().trim().min(1).max(300)));
const party = z.string().regex(/^[A-Z]{2}$/);

// Whatever is sent of a series is read strictly: a field that is not here, and content that must stay out, is refused by name.
const content = {
  names: forms,
  parties: z.array(party).min(1).max(20),
  members: z.array(z.string().trim().min(1).max(200)).max(60),
  level: z.enum(SERIES_LEVELS).nullable(),
  hosts: z.array(z.string().trim().min(1).max(200)).max(60),
  every: z.enum(SERIES_RHYTHMS).nullable(),
  standing: z.enum(SERIES_STANDINGS),
  keptOut: z.array(z.enum(KEPT_OUT)),
};
export const SeriesContentBody = z.strictObject(content);

const facts = {
  ordinal: z.int().min(1).max(999).nullable(),
  date: partialDay.nullable(),
  host: z.string().trim().min(1).max(200).nullable(),
};
const sessionFacts = z.strictObject(facts);

const item = {
  id,
  text: said.max(1_000),
  tasks: z.array(id).max(50),
  commitments: z.array(id).max(50),
  why: z.enum(ITEM_REASONS),
};
const proposed = {
  type: z.enum(PROPOSED_TYPES),
  task: id.nullable(),
  commitment: id.nullable(),
  unit: id.nullable(),
  day: day.nullable(),
};
/** A number of a document, or an address: nothing of what it says. */
const source = z.string().trim().max(300);
const evidence = { id, what: z.enum(CARD_EVIDENCE), day, source, count: z.int().min(0).max(1e9).nullable() };
/** A number as offices give it. */
const number = z.string().regex(/^[\p{L}\p{N}./-]{1,40}$/u);

/** What can be done to a series that stands. */
export const SeriesDeedBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('describe'), series: SeriesContentBody }),
  z.strictObject({ type: z.literal('record'), session: id, facts: sessionFacts }),
  z.strictObject({ type: z.literal('set-facts'), session: id, facts: sessionFacts }),
  z.strictObject({ type: z.literal('open'), session: id, facts: sessionFacts }),
  z.strictObject({ type: z.literal('add-item'), item: z.strictObject(item) }),
  z.strictObject({ type: z.literal('order'), agenda: z.array(id).max(500) }),
  z.strictObject({ type: z.literal('close-item'), item: id, note: words }),
  z.strictObject({ type: z.literal('write-minute'), item: id, text: words }),
  z.strictObject({ type: z.literal('agree-minute'), item: id }),
  z.strictObject({
    type: z.literal('decide'),
    decision: id,
    item: id,
    text: said,
    proposes: z.array(z.strictObject(proposed)).max(30),
  }),
  z.strictObject({ type: z.literal('write-minutes'), text: z.string().max(100_000) }),
  z.strictObject({ type: z.literal('end') }),
  z.strictObject({ type: z.literal('propose-date'), session: id, proposal: id, day, note: words }),
  z.strictObject({ type: z.literal('accept-date'), session: id, proposal: id }),
  z.strictObject({ type: z.literal('decline-date'), session: id, proposal: id, note: words }),
  z.strictObject({ type: z.literal('settle-ordinal'), ordinal: z.int() }),
  z.strictObject({ type: z.literal('add-evidence'), evidence: z.strictObject({ ...evidence, source: source.min(1) }) }),
  z.strictObject({ type: z.literal('open-request'), request: z.strictObject({ id, number, opened: day }) }),
  z.strictObject({ type: z.literal('close-request'), request: id, day, outcome: z.enum(REQUEST_OUTCOMES) }),
  z.strictObject({ type: z.literal('undo'), undoes: id }),
]);

const date = z.object({
  ...{ id: z.string(), day, note: z.string(), party: z.string().nullable(), by: z.string(), at: z.string() },
  accepted: z.array(z.string()),
  declined: z.object({ party: z.string().nullable(), note: z.string() }).nullable(),
});
const session = z.object({
  ...{ ...facts, id: z.string(), stage: z.enum(['known', 'open', 'held']) },
  ...{ agenda: z.array(z.string()), minutes: z.string(), dates: z.array(date) },
});

/** A mechanism in a list, with its last and next session. */
export const SeriesRowShape = z.object({
  ...content,
  id: z.string(),
  relation: z.string(),
  entity: z.string().nullable(),
  side: z.string().nullable(),
  restricted: z.boolean(),
  now: z.enum(SERIES_STANDINGS),
  last: session.nullable(),
  next: session.nullable(),
  open: session.nullable(),
  unclosed: z.int(),
  conflicts: z.array(z.object({ ordinal: z.int(), sessions: z.array(z.string()) })),
  missing: z.array(z.int()),
  commitments: z.int(),
  shown: day.nullable(),
});

const deeds = SeriesDeedBody.options.map((option) => option.shape.type.value);

export const SeriesDetailShape = SeriesRowShape.extend({
  day,
  version: z.int(),
  /** What the asking seat can do now. */
  actions: z.array(z.enum([...deeds, 'take-up'])),
  sessions: z.array(session.extend({ facts: z.array(z.string()) })),
  told: z.array(
    z.object({
      ...{ key: z.string(), workTitle: z.string(), expressionId: z.string(), language: z.enum(LANGUAGES) },
      ...{ span: z.object({ start: z.int(), end: z.int() }), quote: z.string() },
    }),
  ),
  host: z.string().nullable(),
  items: z.array(
    z.object({
      ...item,
      closed: z.object({ by: z.string(), at: z.string(), note: z.string() }).nullable(),
      minute: z.object({ text: z.string(), agreed: z.array(z.string()) }).nullable(),
    }),
  ),
  decisions: z.array(
    z.object({
      ...{ id: z.string(), session: z.string(), item: z.string(), text: z.string(), taken: z.array(z.int()) },
      proposes: z.array(z.object({ ...proposed, mine: z.boolean() })),
    }),
  ),
  evidence: z.array(z.object({ ...evidence, by: z.string() })),
  requests: z.array(
    z.object({
      ...{ id: z.string(), number: z.string(), opened: day, closed: day.nullable() },
      outcome: z.enum(REQUEST_OUTCOMES).nullable(),
    }),
  ),
  outcomes: z.array(
    z.object({
      ...{ work: z.string(), title: z.string(), date: z.string().nullable(), expressionId: z.string() },
      session: z.string().nullable(),
    }),
  ),
  proposals: z.array(z.object(item)),
  tasks: z.array(TaskRowShape),
  named: z.array(z.object({ id: z.string(), quote: z.string(), language: z.enum(LANGUAGES) })),
  notes: z.array(z.object({ about: z.string(), text: z.string(), at: z.string(), by: z.string() })),
  memberNames: z.record(z.string(), forms),
  instruments: z.array(z.object({ id: z.string(), names: forms, expires: z.string().nullable() })),
  history: z.array(
    HistoryStepShape.extend({ party: z.string().nullable(), type: z.enum([...deeds, 'take-up', 'begin']) }),
  ),
  latest: z.object({ id: z.string(), type: z.string() }).nullable(),
});

const byId = z.object({ id });
const version = z.int().nonnegative();

/** Mechanisms and their sessions. */
export const SERIES_ROUTES = {
  listSeries: {
    method: 'GET',
    path: '/api/series',
    query: OfDay,
    response: z.object({ day, rows: z.array(SeriesRowShape) }),
  },
  beginSeries: {
    method: 'POST',
    path: '/api/series',
    body: z.strictObject({ relation: id, series: SeriesContentBody, own: z.boolean() }),
    response: SeriesDetailShape,
  },
  getSeries: { method: 'GET', path: '/api/series/:id', params: byId, query: OfDay, response: SeriesDetailShape },
  actOnSeries: {
    method: 'POST',
    path: '/api/series/:id/actions',
    params: byId,
    body: z.strictObject({ version, body: SeriesDeedBody }),
    response: SeriesDetailShape,
  },
  takeUp: {
    method: 'POST',
    path: '/api/series/:id/take-up',
    params: byId,
    body: z.strictObject({ version, decision: id, proposal: z.int().nonnegative(), done: z.boolean() }),
    response: SeriesDetailShape,
  },
  /** A note of one's own side, on a session or an item; empty takes it away. */
  noteOnSeries: {
    method: 'POST',
    path: '/api/series/:id/notes',
    params: byId,
    body: z.strictObject({ about: id, text: z.string().trim().max(10_000) }),
    response: SeriesDetailShape,
  },
} as const;
